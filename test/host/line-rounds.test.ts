// Equal results at the last place of a whole round: told apart by an adopted step, or left open with the way out named.
import { expect, test } from 'vitest'
import type { Rubric } from '#core/scheme/scheme.ts'
import { playRound } from '#host/sample/play.ts'
import { openTestHost } from '#test/room.ts'

const item = (id: string, max: string) => ({
  id,
  name: { 'zh-CN': `样例${id}`, en: id },
  max,
  criterion: { 'zh-CN': '酌情', en: 'judged' },
  rule: { kind: 'judgement' as const },
})

/** Points of A1 (of 60) and B1 (of 40), the same from every expert: 100, 90, 90, 60. */
const given = [
  [60, 40],
  [55, 35],
  [60, 30],
  [40, 20],
] as const

/** Plays a selection by score order to the end of scoring, two places and one in reserve. */
async function resultWith(steps: string[], wayOut: 'second-vote' | 'reserve-list' | null) {
  const { desk, ctx } = openTestHost()
  const round = await playRound(ctx, {
    ...{ scheme: 'luzhou-2025', activity: 'selection', experts: 5, packets: 4 },
    upTo: 'recusal',
  })
  const { rubrics } = ctx.host.schemes.get('yunyang-2022') ?? { rubrics: [] }
  const model = rubrics[0] as Rubric
  const block = (id: string, max: string) => ({
    id,
    name: { 'zh-CN': `样例部分${id}`, en: id },
    bonus: false,
    items: [item(`${id}1`, max)],
  })
  const own = { ...model, id: 'own', facts: [], grades: [], blocks: [block('A', '60'), block('B', '40')] }
  await desk.rounds.adopt({ round, choice: 'own-rubric', value: own as never, note: '' })
  await desk.rounds.adopt({ round, choice: 'aggregation', value: 'mean', note: '' })
  await desk.rounds.adopt({ round, choice: 'line', value: { places: 2, reserve: 1, steps, wayOut }, note: '' })
  const { members } = await desk.panel.show({ round })
  for (const { expert } of members) await desk.recusals.declare({ round, expert, conflicts: [] })
  await desk.stages.close({ round, stage: 'recusal' })
  const packets = await desk.packets.list({ round })
  for (const [at, [a, b]] of given.entries()) {
    const off = (points: number) => ({ deduct: String(points), reason: points === 0 ? '' : '样例' })
    for (const { expert } of members) {
      const judgements = { A1: off(60 - a), B1: off(40 - b) }
      await desk.sheets.submit({ round, expert, packet: packets[at]?.packet ?? '', opinion: '样例', judgements })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  const { rows, line } = await desk.results.compute({ round })
  return {
    ranks: rows.map(({ no, rank, tied, tieBrokenBy }) => [no, rank, tied, tieBrokenBy?.['zh-CN'] ?? null]),
    line: (line?.rows ?? []).toSorted((a, b) => a.no - b.no),
  }
}

test('an adopted step tells them apart, and the one below it is in reserve', async () => {
  const { ranks, line } = await resultWith(['block-B'], null)
  // Both have 90; of part B the second has 35, the third 30.
  expect(ranks).toEqual([
    [1, 1, false, null],
    [2, 2, false, 'B 部分得分'],
    [3, 3, false, 'B 部分得分'],
    [4, 4, false, null],
  ])
  expect(line.map(({ state }) => state)).toEqual(['in', 'in', 'reserve', 'out'])
}, 120_000)

test('without a step both stay undecided, and the way out is named', async () => {
  const { ranks, line } = await resultWith([], 'second-vote')
  expect(ranks.map(([no, rank, tied]) => [no, rank, tied])).toEqual([
    [1, 1, false],
    [2, 2, true],
    [3, 2, true],
    [4, 4, false],
  ])
  expect(line.map(({ state, rule }) => [state, rule])).toEqual([
    ['in', 'within'],
    ['undecided', 'tie-at-the-line'],
    ['undecided', 'tie-at-the-line'],
    ['out', 'places'],
  ])
  // The one place in reserve is for whoever of the two is out in the end, not for the fourth.
  expect(line[1]?.wayOut?.['zh-CN']).toContain('第二轮表决')
}, 120_000)
