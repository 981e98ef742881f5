/** 结果: the ranked table, how far the experts agree, and the act that fixes it. */
import { LockOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { lazy, Suspense } from 'react'
import type { RankingView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Loading, Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { ConsensusCard } from './consensus-card.tsx'
import { Freeze } from './freeze.tsx'
import { HeatCard } from './heat-card.tsx'
import { LineCard } from './line-card.tsx'
import { OutsideCard } from './outside-card.tsx'
import { ResultTable } from './result-table.tsx'

const ScoreChart = lazy(() => import('./score-chart.tsx').then((room) => ({ default: room.ScoreChart })))

function Ranking({ result }: { result: RankingView }) {
  const { result: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  return (
    <section className="sheet" aria-labelledby="result-title">
      <div className="row mid wrap sheet-head">
        <h1 id="result-title">{words.title}</h1>
        {result.frozen ? (
          <Chip tone="ok">
            <LockOutlined aria-hidden /> {words.frozen(result.frozenAt === null ? '' : when(result.frozenAt))}
          </Chip>
        ) : (
          <Chip tone="warn">{words.notFrozen}</Chip>
        )}
        <span className="grow soft small">
          {result.aggregation === null ? null : words.aggregation(say(result.aggregation))}
        </span>
        <Freeze result={result} />
      </div>
      {result.missing.map((point) => (
        <Alert key={point.text.en} type="warning" showIcon title={say(point.text)} />
      ))}
      <ResultTable result={result} />
    </section>
  )
}

export function ResultStage() {
  const { result: words } = useWords().desk
  const { round } = useRound()
  const result = useRead(() => desk.results.ranking({ round }), [round], ['result', 'votes', 'sheets', 'round'])
  // Asked for apart: the ranking does not wait until the panel has been drawn a thousand times.
  const agreed = useRead(() => desk.results.consensus({ round }), [round], ['result', 'sheets', 'round']).value
  return (
    <Shown of={result}>
      {(view) => (
        <>
          <Ranking result={view} />
          {view.outside.length === 0 ? null : <OutsideCard outside={view.outside} />}
          {view.line === null ? null : <LineCard line={view.line} frozen={view.frozen} />}
          {view.withRubric ? (
            <section className="sheet" aria-labelledby="chart-title">
              <h2 id="chart-title">{words.chart}</h2>
              <Suspense fallback={<Loading />}>
                <ScoreChart result={view} />
              </Suspense>
            </section>
          ) : null}
          {view.withRubric ? <HeatCard result={view} intervals={agreed?.intervals ?? []} /> : null}
          {agreed ? <ConsensusCard kendallW={view.kendallW} consensus={agreed} /> : null}
        </>
      )}
    </Shown>
  )
}
