/** 集中评议: the minutes of every application, with the opinions of those who disagreed. */
import { Alert } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { FloorBar } from '../frame/floor-bar.tsx'
import { chosenOf, PacketPicker } from '../frame/packet-picker.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { FinalList } from './final-list.tsx'
import { MinutesForm } from './minutes-form.tsx'

export function DeliberationStage({ packet }: { packet: string | null }) {
  const { desk: words } = useWords()
  const { round, decision } = useRound()
  const may = useMay('record-minutes')
  const minutes = useRead(() => desk.minutes.list({ round }), [round], ['minutes', 'packets'])
  return (
    <>
      <section className="sheet" aria-labelledby="minutes-title">
        <Shown of={minutes}>
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
                  <h1 id="minutes-title">{words.minutes.title}</h1>
                  <span className="soft small">
                    {words.visit.count(list.filter(({ recorded }) => recorded).length, list.length)}
                  </span>
                </div>
                {may ? (
                  <FloorBar packet={chosen?.packet} />
                ) : (
                  <Alert type="info" showIcon title={words.minutes.locked} />
                )}
                {chosen === undefined ? (
                  <Empty title={words.visit.emptyTitle} hint={words.visit.emptyHint} />
                ) : (
                  <div className="two">
                    <PacketPicker view="deliberation" list={entries} chosen={chosen.packet} />
                    <MinutesForm key={`${chosen.packet} ${chosen.at}`} minutes={chosen} locked={!may} />
                  </div>
                )}
              </>
            )
          }}
        </Shown>
      </section>
      {decision === 'order' ? <FinalList /> : null}
    </>
  )
}
