/** The votes of the small round: one passes, one fails, one has a recusal and an absence. */
import type { VoteView } from '#host/api/shapes.ts'
import { type Application, applications, names, said } from './small-people.ts'

type Ballots = ('for' | 'against' | 'abstain' | 'recused' | 'absent')[]

function voteOf(application: Application, needed: number, ballots: Ballots): VoteView {
  const count = (choice: string) => ballots.filter((ballot) => ballot === choice).length
  const tally = { for: count('for'), against: count('against'), abstain: count('abstain') }
  const passed = tally.for >= needed
  return {
    ...application,
    state: 'closed',
    turn: 1,
    purpose: 'first',
    reason: '',
    list: null,
    quorum: null,
    abstention: 'counts',
    origin: { source: 'text', clause: '第十一条' },
    paper: null,
    closedAt: '2026-11-19T10:00:00+08:00',
    publishedAt: '2026-11-19T10:05:00+08:00',
    earlier: [],
    appointed: 5,
    recused: count('recused'),
    entitled: 5 - count('recused'),
    present: 5 - count('recused') - count('absent'),
    needed,
    rule: said('同意票达到到会人数的三分之二为通过'),
    adoptedAt: '2026-11-17T15:00:00+08:00',
    ballots: ballots.map((ballot, at) => ({
      expert: `e${at + 1}`,
      seat: at + 1,
      name: names[at] ?? '',
      state: ballot === 'recused' || ballot === 'absent' ? ballot : 'voted',
      choice: ballot === 'recused' || ballot === 'absent' ? null : ballot,
      second: '',
    })),
    tally: {
      ...tally,
      passed,
      tied: false,
      sentence: said(`需要 ${needed} 票，同意 ${tally.for} 票，${passed ? '通过' : '未通过'}。`),
    },
  }
}

/** The closed votes, in the order of the applications. */
export const votes = [
  voteOf(applications[0], 4, ['for', 'for', 'for', 'for', 'against']),
  voteOf(applications[1], 4, ['for', 'for', 'for', 'against', 'abstain']),
  voteOf(applications[2], 2, ['for', 'recused', 'against', 'against', 'absent']),
]
