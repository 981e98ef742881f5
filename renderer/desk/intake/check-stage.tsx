/** 形式审查: the queue of applications by state, and the way into each. */
import { Segmented } from 'antd'
import { useState } from 'react'
import type { PacketRow } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { PacketTable } from './packet-table.tsx'
import { PaperSearch } from './paper-search.tsx'
import { QuotaCard } from './quota-card.tsx'

const states = ['unchecked', 'returned', 'accepted', 'withdrawn'] as const
type Queue = (typeof states)[number] | 'all'

export function CheckStage() {
  const { desk: words, common } = useWords()
  const { intake } = words
  const { round } = useRound()
  const packets = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  const [queue, setQueue] = useState<Queue>('all')
  const options = (list: PacketRow[]) => [
    { value: 'all' as const, label: intake.queueAll(list.length) },
    ...states.map((state) => ({
      value: state,
      label: `${common.packetState[state]} ${list.filter((row) => row.state === state).length}`,
    })),
  ]
  return (
    <>
      <section className="sheet" aria-labelledby="check-title">
        <Shown of={packets}>
          {(list) => (
            <>
              <div className="row mid wrap sheet-head">
                <h1 id="check-title">{intake.checkTitle}</h1>
                <span className="soft small grow">
                  {intake.checked(list.filter(({ state }) => state !== 'unchecked').length, list.length)}
                </span>
                {list.length === 0 ? null : (
                  <Segmented<Queue>
                    aria-label={intake.queue}
                    value={queue}
                    options={options(list)}
                    onChange={setQueue}
                  />
                )}
              </div>
              {list.length === 0 ? (
                <Empty title={intake.emptyTitle} hint={intake.emptyHint} />
              ) : (
                <>
                  <PaperSearch />
                  <PacketTable list={list.filter(({ state }) => queue === 'all' || state === queue)} />
                </>
              )}
            </>
          )}
        </Shown>
      </section>
      <QuotaCard />
    </>
  )
}
