/** 现场考察: the plan of the route, and one record per application: when, where, who, what was seen, which photos show it. */
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { chosenOf, PacketPicker } from '../frame/packet-picker.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { PlanView } from './plan-view.tsx'
import { VisitForm } from './visit-form.tsx'
import { VisitState } from './visit-state.tsx'

type View = 'records' | 'plan'

export function VisitStage({ packet }: { packet: string | null }) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const may = useMay('record-visit')
  const [view, setView] = useState<View>('records')
  const visits = useRead(() => desk.visits.list({ round }), [round], ['visits', 'packets'])
  return (
    <section className="sheet" aria-labelledby="visit-title">
      <Shown of={visits}>
        {(list) => {
          const chosen = chosenOf(list, packet, ({ recorded }) => recorded)
          const entries = list.map((each) => ({
            ...each,
            isDone: each.recorded,
            word: each.recorded
              ? words.visit.recorded
              : each.devices.length > 0
                ? words.visit.underWay
                : words.visit.notRecorded,
          }))
          return (
            <>
              <div className="row mid wrap sheet-head">
                <h1 id="visit-title">{words.visit.title}</h1>
                <span className="soft small grow">
                  {words.visit.count(list.filter(({ recorded }) => recorded).length, list.length)}
                </span>
                <Segmented<View>
                  aria-label={words.visit.view}
                  value={view}
                  onChange={setView}
                  options={[
                    { value: 'records', label: words.visit.records },
                    { value: 'plan', label: words.visit.plan },
                  ]}
                />
              </div>
              {view === 'plan' ? (
                <PlanView />
              ) : (
                <>
                  {may ? null : <Alert type="info" showIcon title={words.visit.locked} />}
                  {chosen === undefined ? (
                    <Empty title={words.visit.emptyTitle} hint={words.visit.emptyHint} />
                  ) : (
                    <div className="two">
                      <PacketPicker view="visit" list={entries} chosen={chosen.packet} />
                      <div className="grow visit-record">
                        <VisitState visit={chosen} />
                        <VisitForm key={`${chosen.packet} ${chosen.at}`} visit={chosen} locked={!may} />
                      </div>
                    </div>
                  )}
                </>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}
