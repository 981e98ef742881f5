/** 现场考察: one record per application: when, where, who, what was seen against what was claimed. */
import { Alert } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { chosenOf, PacketPicker } from '../frame/packet-picker.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { VisitForm } from './visit-form.tsx'

export function VisitStage({ packet }: { packet: string | null }) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const may = useMay('record-visit')
  const visits = useRead(() => desk.visits.list({ round }), [round], ['visits', 'packets'])
  return (
    <section className="sheet" aria-labelledby="visit-title">
      <Shown of={visits}>
        {(list) => {
          const chosen = chosenOf(list, packet, ({ recorded }) => recorded)
          const entries = list.map((each) => ({
            ...each,
            isDone: each.recorded,
            word: each.recorded ? words.visit.recorded : words.visit.notRecorded,
          }))
          return (
            <>
              <div className="row mid wrap sheet-head">
                <h1 id="visit-title">{words.visit.title}</h1>
                <span className="soft small">
                  {words.visit.count(list.filter(({ recorded }) => recorded).length, list.length)}
                </span>
              </div>
              {may ? null : <Alert type="info" showIcon title={words.visit.locked} />}
              {chosen === undefined ? (
                <Empty title={words.visit.emptyTitle} hint={words.visit.emptyHint} />
              ) : (
                <div className="two">
                  <PacketPicker view="visit" list={entries} chosen={chosen.packet} />
                  <VisitForm key={`${chosen.packet} ${chosen.at}`} visit={chosen} locked={!may} />
                </div>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}
