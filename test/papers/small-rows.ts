/** The result rows of the small round: a tie at 452.5 / 5 = 90.5, and 247.5 / 4 = 61.875. */
import type { ResultRow } from '#host/api/shapes.ts'
import { applications, experts, said } from './small-people.ts'
import { marks } from './small-sheets.ts'
import { votes } from './small-votes.ts'

type Figures = Pick<ResultRow, 'exact' | 'shown' | 'mean' | 'trimmed' | 'median' | 'spread' | 'rank' | 'tied'> & {
  counted: number
}

function rowOf(at: 0 | 1 | 2, figures: Figures): ResultRow {
  const application = applications[at]
  const vote = votes[at]
  const passed = vote?.tally?.passed ?? false
  const grade = said(at === 2 ? '合格' : '优秀')
  return {
    ...application,
    ...figures,
    tieBrokenBy: null,
    scores: experts.map(({ expert }, seat) => {
      const total = marks[application.packet].totals[seat] ?? null
      return {
        expert,
        total,
        state: total === null ? 'recused' : 'submitted',
        enteredBy: total === null ? null : 'seat',
      }
    }),
    grade,
    gradeOnBase: grade,
    gradeConflict: false,
    vote: vote?.tally ? { ...vote.tally, needed: vote.needed } : null,
    listed: null,
    decision: passed ? said('建议入选') : said('未入选'),
    decisionCode: passed ? 'selected' : 'not-selected',
  }
}

/** The result, worked out by hand. */
export const rows = [
  rowOf(0, {
    counted: 5,
    exact: '181/2',
    shown: '90.50',
    mean: '90.50',
    trimmed: '90.33',
    median: '90.00',
    rank: 1,
    tied: true,
    spread: { min: '89.5', max: '92', range: '2.5', deviation: '1.00' },
  }),
  rowOf(1, {
    counted: 5,
    exact: '181/2',
    shown: '90.50',
    mean: '90.50',
    trimmed: '90.50',
    median: '90.50',
    rank: 1,
    tied: true,
    spread: { min: '89.5', max: '91.5', range: '2', deviation: '0.71' },
  }),
  rowOf(2, {
    counted: 4,
    exact: '495/8',
    shown: '61.88',
    mean: '61.88',
    trimmed: null,
    median: '61.50',
    rank: 3,
    tied: false,
    spread: { min: '60', max: '64.5', range: '4.5', deviation: '1.93' },
  }),
]
