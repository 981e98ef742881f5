/** 审阅评分: how far every expert is with every application. States only: marks stay hidden until the stage is closed. */
import { useState } from 'react'
import type { ProgressView, SheetState } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Empty, SheetMark, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { DoubtList } from './doubt-list.tsx'
import { Matrix } from './matrix.tsx'
import { PaperSheets } from './paper-sheets.tsx'
import { ReturnSheet, type Sheet } from './return-sheet.tsx'

const order: SheetState[] = ['submitted', 'draft', 'seen', 'unseen', 'recused']

function Counts({ counts }: { counts: ProgressView['counts'] }) {
  return (
    <span className="counts">
      {order.map((state) => (
        <span key={state} className="nowrap">
          <SheetMark state={state} /> <strong className="num">{counts[state]}</strong>
        </span>
      ))}
    </span>
  )
}

export function ReadingStage() {
  const { desk: words } = useWords()
  const { round, withRubric } = useRound()
  const [returning, setReturning] = useState<Sheet>()
  const progress = useRead(() => desk.progress.show({ round }), [round], ['sheets', 'panel', 'packets', 'seats'])
  return (
    <section className="sheet" aria-labelledby="progress-title">
      <Shown of={progress}>
        {(view) => (
          <>
            <div className="row mid wrap sheet-head">
              <h1 id="progress-title">{words.reading.title}</h1>
              <span className="grow soft small">{withRubric ? words.reading.blind : words.reading.blindOpinions}</span>
              <Counts counts={view.counts} />
            </div>
            {view.rows.length === 0 ? (
              <Empty title={words.reading.emptyTitle} hint={words.reading.emptyHint} />
            ) : (
              <Matrix view={view} onReturn={setReturning} />
            )}
            <p className="soft small">{words.reading.returnHint}</p>
            <DoubtList />
            {view.rows.length === 0 ? null : <PaperSheets view={view} />}
          </>
        )}
      </Shown>
      {returning === undefined ? null : <ReturnSheet sheet={returning} onClose={() => setReturning(undefined)} />}
    </section>
  )
}
