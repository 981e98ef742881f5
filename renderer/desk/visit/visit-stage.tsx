/** 现场考察: the plan of the route, and one record per application: when, where, who, what was seen, which photos show it. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { PacketStage } from '../frame/packet-stage.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { PlanView } from './plan-view.tsx'
import { VisitForm } from './visit-form.tsx'
import { VisitState } from './visit-state.tsx'

type View = 'records' | 'plan'

export function VisitStage({ packet }: { packet: string | null }) {
  const { visit: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('record-visit')
  const [view, setView] = useState<View>('records')
  const visits = useRead(() => desk.visits.list({ round }), [round], ['visits', 'packets'])
  return (
    <PacketStage
      view="visit"
      reading={visits}
      packet={packet}
      locked={may || view === 'plan' ? null : words.locked}
      word={({ recorded, devices }) => (!recorded && devices.length > 0 ? words.underWay : null)}
      head={
        <Segmented<View>
          aria-label={words.view}
          value={view}
          onChange={setView}
          options={[
            { value: 'records', label: words.records },
            { value: 'plan', label: words.plan },
          ]}
        />
      }
      instead={view === 'plan' ? <PlanView /> : null}
    >
      {(chosen) => (
        <div className="grow visit-record">
          <VisitState visit={chosen} />
          <VisitForm key={`${chosen.packet} ${chosen.at}`} visit={chosen} locked={!may} />
        </div>
      )}
    </PacketStage>
  )
}
