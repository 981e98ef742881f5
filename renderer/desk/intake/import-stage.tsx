/** 材料导入: brings packets in, and says of each whether it came in and why not. */
import { Alert } from 'antd'
import { useState } from 'react'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { DropZone } from './drop-zone.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { PacketTable } from './packet-table.tsx'
import { RecommendedCard } from './recommended-card.tsx'

export function ImportStage() {
  const { intake } = useWords().desk
  const { round } = useRound()
  const may = useMay('import-packets')
  const [outcome, setOutcome] = useState<ImportAnswer>()
  const packets = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  return (
    <>
      <section className="sheet" aria-labelledby="import-title">
        <h1 id="import-title">{intake.title}</h1>
        {may ? <DropZone onOutcome={setOutcome} /> : <Alert type="info" showIcon title={intake.locked} />}
        {outcome === undefined ? null : <ImportOutcome outcome={outcome} onClose={() => setOutcome(undefined)} />}
      </section>
      <section className="sheet" aria-labelledby="packets-title">
        <Shown of={packets}>
          {(list) => (
            <>
              <h2 id="packets-title">{intake.packets(list.length)}</h2>
              {list.length === 0 ? (
                <Empty title={intake.emptyTitle} hint={intake.emptyHint} />
              ) : (
                <PacketTable list={list} />
              )}
            </>
          )}
        </Shown>
      </section>
      <RecommendedCard />
      <ImportHistory />
    </>
  )
}
