/** 形式审查: which applications are checked, and the way into each. */
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { PacketTable } from './packet-table.tsx'

export function CheckStage() {
  const { intake } = useWords().desk
  const { round } = useRound()
  const packets = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  return (
    <section className="sheet" aria-labelledby="check-title">
      <Shown of={packets}>
        {(list) => (
          <>
            <div className="row mid wrap sheet-head">
              <h1 id="check-title">{intake.checkTitle}</h1>
              <span className="soft small">
                {intake.checked(list.filter(({ state }) => state !== 'unchecked').length, list.length)}
              </span>
            </div>
            {list.length === 0 ? (
              <Empty title={intake.emptyTitle} hint={intake.emptyHint} />
            ) : (
              <PacketTable list={list} />
            )}
          </>
        )}
      </Shown>
    </section>
  )
}
