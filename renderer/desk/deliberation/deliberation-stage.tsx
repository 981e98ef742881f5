/** 集中评议: each application with its scores side by side and its minutes; where the order decides, the final list. */
import { Select, Tabs } from 'antd'
import { useState } from 'react'
import { exact } from '#core/exact/exact.ts'
import type { MinutesView, ScoreLine } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { MinutesForm } from '../../kit/minutes-form.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { FloorBar } from '../frame/floor-bar.tsx'
import { PacketStage } from '../frame/packet-stage.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { FinalList } from './final-list.tsx'
import { ScoreMatrix } from './score-matrix.tsx'

type Order = 'number' | 'score' | 'spread'

/** By number as they come; by rank; by how far the scores lie apart, the widest first. */
function inOrder(list: MinutesView[], order: Order, scores: ReadonlyMap<string, ScoreLine>): MinutesView[] {
  if (order === 'number') return list
  const last = list.length + 1
  const rank = (entry: MinutesView) => scores.get(entry.packet)?.rank ?? last
  const range = (entry: MinutesView) => exact(scores.get(entry.packet)?.range ?? '0')
  return list.toSorted((a, b) => (order === 'score' ? rank(a) - rank(b) : range(b).compare(range(a))))
}

export function DeliberationStage({ packet }: { packet: string | null }) {
  const { desk: words } = useWords()
  const { round, decision, withRubric, stages } = useRound()
  const may = useMay('record-minutes')
  const { run, busy } = useDeskAct()
  const [order, setOrder] = useState<Order>('number')
  const minutes = useRead(() => desk.minutes.list({ round }), [round], ['minutes', 'packets', 'panel'])
  const isClosed = stages.some(({ id, state }) => id === 'reading' && state === 'done')
  const lines = useRead(
    () => (isClosed ? desk.scores.list({ round }) : Promise.resolve([])),
    [round, isClosed],
    ['sheets', 'packets', 'round'],
  )
  const scores = new Map((lines.value ?? []).map((line) => [line.packet, line]))
  const remark = (entry: MinutesView) => {
    const line = scores.get(entry.packet)
    if (!withRubric || line === undefined || line.score === null) return ''
    return words.scores.line(line.score, line.range ?? '0')
  }
  const formOf = (entry: MinutesView) => (
    <MinutesForm
      key={`${entry.packet} ${entry.at}`}
      minutes={entry}
      locked={!may}
      busy={busy}
      save={(said) => run(() => desk.minutes.record({ round, packet: entry.packet, ...said }))}
    />
  )
  return (
    <>
      <PacketStage
        view="deliberation"
        reading={minutes}
        packet={packet}
        locked={may ? null : words.minutes.locked}
        top={(chosen, list) =>
          may ? <FloorBar packet={chosen?.packet} agenda={list.map((entry) => entry.packet)} /> : null
        }
        arrange={(list) => inOrder(list, order, scores)}
        remark={remark}
        order={
          withRubric && isClosed ? (
            <Select<Order>
              aria-label={words.scores.order}
              value={order}
              options={(['number', 'score', 'spread'] as const).map((value) => ({
                value,
                label: words.scores.orders[value],
              }))}
              onChange={(chosen) => {
                setOrder(chosen)
                // Whoever must leave next is told by this order from now on.
                const agenda = inOrder(minutes.value ?? [], chosen, scores).map((entry) => entry.packet)
                if (may) void run(() => desk.floor.set({ round, agenda }))
              }}
            />
          ) : null
        }
      >
        {(chosen) => (
          <Tabs
            key={chosen.packet}
            className="grow"
            items={[
              { key: 'minutes', label: words.minutes.text, children: formOf(chosen) },
              ...(isClosed
                ? [
                    {
                      key: 'scores',
                      label: withRubric ? words.scores.title : words.scores.opinions,
                      children: <ScoreMatrix packet={chosen.packet} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </PacketStage>
      {decision === 'order' ? <FinalList /> : null}
    </>
  )
}
