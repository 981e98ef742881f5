/** One score changes on a second look: how long until new ranks and figures are there, against C computing everything. */

import { rank } from '#core/ranking/rank.ts'
import { isRefusal } from '#core/refusal.ts'
import { openHost } from '#host/host.ts'
import { enter } from '#host/room.ts'
import { matrixOf } from '#host/views/matrix.ts'
import { computeRanking } from '#host/views/results.ts'
import { readScoring } from '#host/views/scoring.ts'
import type { BenchCase } from '../case.ts'
import { caller, largeRound, madeAt, storeIn } from '../large.ts'
import { answerOf, prepareRanking, rankingPeer, sameRanking } from '../ranking.ts'
import { median } from '../statistics.ts'

const changes = 20

export const benchCase: BenchCase = {
  about:
    'one score changed: new ranks from the matrix in memory (ms), and the whole ranking with W from the record (withW)',
  peers: [rankingPeer],
  goals: [
    { figure: 'ms', of: rankingPeer.name, atMost: 1 / 2_000 },
    { figure: 'withW', of: rankingPeer.name, ofFigure: 'ms', atMost: 1 / 20 },
  ],
  prepare: prepareRanking,
  async product({ data }) {
    const host = openHost(storeIn(data), { now: () => new Date(madeAt) })
    const room = enter({ host, caller }, largeRound)
    const { members, packets, scores } = matrixOf(room, readScoring(room))
    const question = { experts: members.map(({ expert }) => expert), applicants: packets.map(({ id }) => id), scores }
    const times: number[] = []
    for (let change = 0; change < changes; change += 1) {
      const row = scores[change % members.length]
      const column = (change * 7) % packets.length
      const before = row?.[column]
      if (!row || !before) throw new Error('a score is missing')
      row[column] = before.sub(1)
      const begun = performance.now()
      const answer = rank({ ...question, method: 'trimmed-mean' })
      times.push(performance.now() - begun)
      if (isRefusal(answer)) throw new Error(answer.code)
      row[column] = before
    }
    const begun = performance.now()
    const result = computeRanking({ host, caller }, { round: largeRound })
    const withW = performance.now() - begun
    await host.close()
    return { figures: { ms: median(times), withW }, answer: answerOf(result) }
  },
  check: sameRanking,
}
