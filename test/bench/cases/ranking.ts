/** From the record to the full ranking and W, as the desk asks for them, against C that is handed the points. */
import { openHost } from '#host/host.ts'
import { computeRanking } from '#host/views/results.ts'
import type { BenchCase } from '../case.ts'
import { caller, largeRound, madeAt, storeIn } from '../large.ts'
import { answerOf, prepareRanking, rankingPeer, sameRanking } from '../ranking.ts'

export const benchCase: BenchCase = {
  about:
    'the ranking from the record: facts to points, sheets to totals, ranks, the line and W; the peer adds up finished points',
  peers: [rankingPeer],
  goals: [{ figure: 'ms', of: rankingPeer.name, atMost: 1.3 }],
  prepare: prepareRanking,
  async product({ data }) {
    const host = openHost(storeIn(data), { now: () => new Date(madeAt) })
    // Opening the store is not what is measured.
    host.store.round(largeRound)
    const begun = performance.now()
    const result = computeRanking({ host, caller }, { round: largeRound })
    const ms = performance.now() - begun
    await host.close()
    return { figures: { ms }, answer: answerOf(result) }
  },
  check: sameRanking,
}
