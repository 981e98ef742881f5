// The line in whole rounds, small enough to work out by hand: ties at the last place with each way out, a cap that bites,
// a trimmed mean that turns the order round. Each ends in the workbook, which the program's own verifier must find sound.
import { readdirSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Choices, LineChoice } from '#core/round/choices.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { secretary } from '#core/signing/act.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { remarksOf } from '#core/verify/words.ts'
import { actorOf, decide, enter } from '#host/room.ts'
import { playRound } from '#host/sample/play.ts'
import { beginSampleSigning, makeSampleKeys, samplePin, signSampleWorkbook } from '#host/sample/sign.ts'
import { rowStarting, textOf } from '#test/papers/reading.ts'
import { type Desk, openTestHost, refusalOf, samplePath } from '#test/room.ts'

const item = (id: string, max: string) => ({
  id,
  name: { 'zh-CN': `样例${id}`, en: id },
  max,
  criterion: { 'zh-CN': '酌情', en: 'judged' },
  rule: { kind: 'judgement' as const },
})

/** Points of A1 (of 60) and B1 (of 40), the same from each of five experts: 100, 90, 90, 60. */
const tied = [
  [60, 40],
  [55, 35],
  [60, 30],
  [40, 20],
].map((points) => Array.from({ length: 5 }, () => points))

type Setting = {
  scheme: string
  /** For each application A1 and B1 by each expert. */
  marks: readonly (readonly (readonly number[])[])[]
  aggregation?: Choices['aggregation']
  line: Partial<LineChoice>
  /** Facts of each application that its recommender is known by. */
  recommended?: readonly Record<string, string | number>[]
}

/** Plays a selection by score order to the end of scoring; everybody has a key. */
async function scoredRound({ scheme, marks, aggregation = 'mean', line, recommended }: Setting) {
  const { desk, ctx, host } = openTestHost()
  const round = await playRound(ctx, {
    ...{ scheme, activity: 'selection', decidedBy: 'order', experts: 5, packets: marks.length },
    upTo: 'material-check',
  })
  await beginSampleSigning(desk, round, 'ES256')
  const packets = (await desk.packets.list({ round })).map(({ packet }) => packet)
  for (const [at, packet] of packets.entries()) {
    const facts = Object.entries(recommended?.[at] ?? {}).map(([key, value]) => ({ key, value }))
    if (facts.length > 0) await desk.eligibility.record({ round, packet, facts })
    const { materials } = await desk.packets.show({ round, packet })
    const present = Object.fromEntries(materials.map(({ id }) => [id, true]))
    await desk.packets.check({ round, packet, outcome: 'accepted', note: '材料齐全', materials: present })
  }
  await desk.stages.close({ round, stage: 'material-check' })

  const roster = readdirSync(samplePath()).find((name) => name.endsWith('.xlsx')) ?? ''
  const listed = await desk.experts.import({ round, path: samplePath(roster) })
  const members = listed.slice(0, 5).map(({ expert }) => expert)
  await desk.panel.set({ round, members, chair: members[0] ?? null, alternates: [] })
  await makeSampleKeys(desk, { round, members, keys: 'ES256' })
  await desk.stages.close({ round, stage: 'panel' })

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
  await desk.rounds.adopt({ round, choice: 'aggregation', value: aggregation as never, note: '' })
  const whole = { places: null, reserve: 0, steps: [], wayOut: null, ...line }
  await desk.rounds.adopt({ round, choice: 'line', value: whole, note: '' })
  for (const expert of members) await desk.recusals.declare({ round, expert, conflicts: [] })
  await desk.stages.close({ round, stage: 'recusal' })

  const off = (points: number) => ({ deduct: String(points), reason: points === 0 ? '' : '样例' })
  for (const [at, packet] of packets.entries()) {
    for (const [seat, expert] of members.entries()) {
      const [a = 0, b = 0] = marks[at]?.[seat] ?? []
      const judgements = { A1: off(60 - a), B1: off(40 - b) }
      await desk.sheets.submit({ round, expert, packet, opinion: '样例', judgements })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  return { desk, ctx, host, round, packets, members }
}

type Scored = Awaited<ReturnType<typeof scoredRound>>

/** Goes on to the stage in which the result is fixed; the final list has the applications of these numbers. */
async function deliberated({ desk, round, packets }: Scored, list: readonly number[]): Promise<void> {
  for (const packet of packets) {
    const said = { date: '2026-11-18', place: '现场', present: ['样例记录员'], opinion: '一致', findings: [] }
    await desk.visits.record({ round, packet, ...said })
  }
  await desk.stages.close({ round, stage: 'visit' })
  for (const packet of packets) await desk.minutes.record({ round, packet, text: '样例评议', dissents: [] })
  await desk.lists.settle({
    round,
    rows: list.map((no, at) => ({ packet: packets[no - 1] ?? '', place: at + 1 })),
  })
  await desk.stages.close({ round, stage: 'deliberation' })
}

/** Fixes the result, has everybody sign, and reads the workbook; to be fetched at all it must have been found sound. */
async function workbookOf({ desk, round, members }: Scored) {
  await desk.results.freeze({ round, confirmed: { chair: '样例组长', secretary: '样例秘书' } })
  await desk.stages.close({ round, stage: 'result' })
  await signSampleWorkbook(desk, { round, members, keys: 'ES256' })
  expect((await desk.signing.show({ round })).verified).toMatchObject({ findings: [], count: 0 })
  const book = new ExcelJS.Workbook()
  const bytes = new Uint8Array(await (await desk.papers.workbook({ round })).arrayBuffer())
  await book.xlsx.load(bytes as never)
  const sheet = (name: string) => {
    const found = book.getWorksheet(name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }
  return { bytes, sheet, said: (name: string) => textOf(sheet(name)) }
}

async function ranksOf(desk: Desk, round: string) {
  const { rows } = await desk.results.compute({ round })
  return rows.map(({ no, rank, tied, tieBrokenBy }) => [no, rank, tied, tieBrokenBy?.['zh-CN'] ?? null])
}

/** By number: where each stands and by which rule. */
async function lineOf(desk: Desk, round: string) {
  const { line } = await desk.results.compute({ round })
  return (line?.rows ?? []).toSorted((a, b) => a.no - b.no)
}
const placesOf = async (desk: Desk, round: string) =>
  (await lineOf(desk, round)).map(({ state, rule }) => [state, rule].join(' '))

test('an adopted step tells equals apart, the one below it is in reserve, and the workbook says by which step', async () => {
  const played = await scoredRound({
    ...{ scheme: 'luzhou-2025', marks: tied },
    line: { places: 2, reserve: 1, steps: ['block-B'] },
  })
  const { desk, round } = played
  // Both have 90; of part B the second has 35, the third 30.
  expect(await ranksOf(desk, round)).toEqual([
    [1, 1, false, null],
    [2, 2, false, 'B 部分得分'],
    [3, 3, false, 'B 部分得分'],
    [4, 4, false, null],
  ])
  expect(await placesOf(desk, round)).toEqual(['in within', 'in within', 'reserve places', 'out places'])
  await deliberated(played, [1, 2])
  const { sheet, said } = await workbookOf(played)
  const ranking = sheet('排序与建议名单')
  // Rank and number as printed; 4. has 60.
  for (const no of [1, 2, 3, 4]) expect(rowStarting(ranking, no, no)[0]).toBe(no)
  expect(said('排序与建议名单')).toContain(
    '注：2号第 2 名、3号第 3 名：采用分相同，按事先选定的次序比较“B 部分得分”确定先后。',
  )
}, 240_000)

test('without a step both stay undecided until a second vote; equal votes decide nothing', async () => {
  const played = await scoredRound({
    ...{ scheme: 'luzhou-2025', marks: tied },
    line: { places: 2, reserve: 1, wayOut: 'second-vote' },
  })
  const { desk, round, packets } = played
  expect(await ranksOf(desk, round)).toEqual([
    [1, 1, false, null],
    [2, 2, true, null],
    [3, 2, true, null],
    [4, 4, false, null],
  ])
  const open = ['in within', 'undecided tie-at-the-line', 'undecided tie-at-the-line', 'out places']
  expect(await placesOf(desk, round)).toEqual(open)
  // The one place in reserve is for whoever of the two is out in the end, not for the fourth.
  expect((await lineOf(desk, round))[1]?.wayOut?.['zh-CN']).toContain('第二轮表决')

  await deliberated(played, [1])
  const [, second = '', third = ''] = packets
  const vote = (a: number, b: number) =>
    desk.results.decideLine({ round, secondVote: { [second]: a, [third]: b }, reason: '第二轮表决，11 月 18 日' })
  await vote(2, 2)
  expect(await placesOf(desk, round)).toEqual(open)
  await vote(2, 3)
  expect(await placesOf(desk, round)).toEqual(['in within', 'reserve second-vote', 'in second-vote', 'out places'])
  // The panel's list had ended before: 3号 is above the line and not on the list, and both are said.
  const [, , won] = await lineOf(desk, round)
  expect(won?.listed).toBe('left-out')
  expect(won?.because['zh-CN']).toBe('并列在线上，第二轮表决得票在前；评议后未列入建议名单')
  // The rank stays what the scores made it: a second vote moves the line, not the ranking.
  expect((await ranksOf(desk, round)).map(([no, rank]) => [no, rank])).toEqual([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 4],
  ])

  // The same written past the act, without the secretary's signature: everybody signs the workbook, and yet it does not hold.
  const { ctx, host, members } = played
  host.keyring.clear()
  const payload = { secondVote: { [second]: 3, [third]: 2 }, exceptions: {}, reason: '样例' }
  decide(ctx, enter(ctx, round), [{ kind: 'line.decided', by: actorOf(ctx), subject: round, payload }], ['result'])
  for (const person of [...members, secretary]) await desk.signing.unlock({ round, person, pin: samplePin })
  await desk.results.freeze({ round })
  await desk.stages.close({ round, stage: 'result' })
  await signSampleWorkbook(desk, { round, members, keys: 'ES256' })
  const { verified } = await desk.signing.show({ round })
  expect(verified?.findings).toEqual([expect.stringMatching(/（确定入选线，秘书处）：手工调整没有经办人签名。$/)])
}, 240_000)

test('where it was adopted so, both tied go to the reserve and their place stays open', async () => {
  const { desk, round } = await scoredRound({
    ...{ scheme: 'luzhou-2025', marks: tied },
    line: { places: 2, reserve: 3, wayOut: 'reserve-list' },
  })
  // One place is left for two: neither is in. They share the first place of the reserve, the fourth is its third.
  const line = await lineOf(desk, round)
  expect(line.map(({ state, rule }) => `${state} ${rule}`)).toEqual([
    'in within',
    'reserve tie-at-the-line',
    'reserve tie-at-the-line',
    'reserve places',
  ])
  expect(line[1]?.because['zh-CN']).toMatch(
    /^与 3号 .+ 并列在入选线上，还剩 1 个名额，一并列入备选（组织单位选定：名额 2 个）$/,
  )
  expect(line[3]?.because['zh-CN']).toContain('列备选第 3')
}, 240_000)

test('where the organiser is to decide, the place stays open and both wait', async () => {
  const { desk, round } = await scoredRound({
    ...{ scheme: 'luzhou-2025', marks: tied },
    line: { places: 2, reserve: 1, wayOut: 'leave-open' },
  })
  const line = await lineOf(desk, round)
  expect(line.map(({ state }) => state)).toEqual(['in', 'undecided', 'undecided', 'out'])
  expect(line[2]?.wayOut?.['zh-CN']).toContain('名额留空，报组织单位研究决定')
}, 240_000)

test("with places for both, both tied are in, and the last rank's next is out", async () => {
  const { desk, round } = await scoredRound({ scheme: 'luzhou-2025', marks: tied, line: { places: 3 } })
  expect(await placesOf(desk, round)).toEqual(['in within', 'in within', 'in within', 'out places'])
}, 240_000)

test("a recommender's cap bites by its own order, also the best of all; a soft one yields to a reason in writing", async () => {
  const all = (points: readonly number[]) => Array.from({ length: 5 }, () => points)
  // 100, 90, 80, 70, 60, 50 in the order of their numbers.
  const marks = [60, 50, 40, 30, 20, 10].map((a) => all([a, 40]))
  const from = (recommender: string, kind: string, order: number) => ({
    'application.recommender': recommender,
    'application.recommender_kind': kind,
    'application.order': order,
  })
  // Four of one county, which may send three: the best of all is the last in its own order. Two of one college, which may send one.
  const recommended = [
    from('样例县', '县（市、区）', 4),
    from('样例县', '县（市、区）', 3),
    from('样例县', '县（市、区）', 2),
    from('样例县', '县（市、区）', 1),
    from('样例学院', '院校', 1),
    from('样例学院', '院校', 2),
  ]
  const played = await scoredRound({ scheme: 'lvliang-2025', marks, recommended, line: { places: 5 } })
  const { desk, round, packets, members } = played
  const bitten = ['out recommender-cap', 'in within', 'in within', 'in within', 'in within', 'out recommender-cap']
  expect(await placesOf(desk, round)).toEqual(bitten)
  const [first] = await lineOf(desk, round)
  expect(first?.because['zh-CN']).toMatch(
    /^推荐单位限推 3 项，按其排序本项列在 2号 .+、3号 .+、4号 .+ 之后，超出限额（依据一）$/,
  )
  expect(first?.toDiffer?.['zh-CN']).toBe('推荐单位须把本项排在前 3')

  const reasons = { [packets[0] ?? '']: '特别优秀', [packets[5] ?? '']: '特别优秀，局务会同意放开' }
  // The list departs from the score order: a move by hand, which nobody makes while the secretary's key is locked.
  await desk.signing.lock({ round })
  const [code] = await refusalOf(deliberatedWithoutTheFirst(played))
  expect(code).toBe('key-locked')
  await deliberatedWithoutTheFirst(played, samplePin)
  const decision = { round, exceptions: reasons, reason: '局务会，11 月 19 日' }
  await desk.signing.lock({ round })
  expect((await refusalOf(desk.results.decideLine(decision)))[0]).toBe('key-locked')
  expect((await refusalOf(desk.results.decideLine({ ...decision, pin: '135791' })))[0]).toBe('wrong-key-pin')
  await desk.results.decideLine({ ...decision, pin: samplePin })
  // A hard cap hears no reason; the college's second comes in, as the fifth.
  const [one, , , , , six] = await placesOf(desk, round)
  expect([one, six]).toEqual(['out recommender-cap', 'in within'])

  // Line and list say the same of everybody: all but the first.
  const listed = await lineOf(desk, round)
  expect(listed.map(({ listed: made }) => made)).toEqual([null, null, null, null, null, null])

  for (const person of members) await desk.signing.unlock({ round, person, pin: samplePin })
  const { sheet, said, bytes } = await workbookOf(played)
  const moves = said('排序与建议名单').split('\n手工调整')[1] ?? ''
  expect(moves).toMatch(/秘书处（样例秘书） \| 1号 .+不列入建议名单 \| 超出限推 \| [0-9a-f]{4}/)
  expect(moves).toMatch(
    /秘书处（样例秘书） \| 例外理由：6号 .+ \| 特别优秀，局务会同意放开（局务会，11 月 19 日） \| [0-9a-f]{4}/,
  )
  expect(textOf(sheet('封面'))).toContain('结果核对 | 组长样例组长、秘书样例秘书当场核对后固定')

  // Whoever verifies reads them too; without its signature such a move is a finding.
  const report = await verifyWorkbook(bytes, { name: 'result.xlsx' })
  expect(report.findings).toEqual([])
  expect(report.moves.map(({ by, reason, certificate }) => [by, reason, certificate !== null])).toEqual([
    ['秘书处（样例秘书）', '超出限推', true],
    ['秘书处（样例秘书）', '特别优秀（局务会，11 月 19 日）', true],
    ['秘书处（样例秘书）', '特别优秀，局务会同意放开（局务会，11 月 19 日）', true],
  ])
  const remarks = remarksOf(report).map((remark) => remark['zh-CN'])
  expect(
    remarks.filter((remark) =>
      /^手工调整：.+理由：.+秘书处（样例秘书），2026-11-16，已签名（证书 [0-9a-f]{16}）。$/.test(remark),
    ),
  ).toHaveLength(3)
}, 240_000)

/** The same without the best: what it is left out for is written down. */
async function deliberatedWithoutTheFirst({ desk, round, packets }: Scored, pin?: string): Promise<void> {
  for (const packet of packets) await desk.minutes.record({ round, packet, text: '样例评议', dissents: [] })
  await desk.lists.settle({
    round,
    rows: packets.map((packet, at) => ({ packet, place: at === 0 ? null : at, reason: at === 0 ? '超出限推' : '' })),
    pin,
  })
  await desk.stages.close({ round, stage: 'deliberation' })
}

test('a trimmed mean turns the order round, and the workbook says so', async () => {
  // 1号 100, 80, 80, 80, 80: mean 84, trimmed 80. 2号 83, 83, 83, 83, 60: mean 78.4, trimmed 83. 3号 70 by all.
  const marks = [
    [60, 40, 40, 40, 40].map((a) => [a, 40]),
    [43, 43, 43, 43, 20].map((a) => [a, 40]),
    [30, 30, 30, 30, 30].map((a) => [a, 40]),
  ]
  const setting = { scheme: 'luzhou-2025', marks, line: { places: 1 } }
  const played = await scoredRound({ ...setting, aggregation: 'trimmed-mean' })
  const { desk, round } = played
  const { consensus, ...ranking } = await desk.results.compute({ round })
  const { rows } = ranking
  // The screen asks for the two parts apart and gets the same.
  expect(await desk.results.ranking({ round })).toEqual(ranking)
  expect(await desk.results.consensus({ round })).toEqual(consensus)
  expect(ranking.kendallW).toEqual(consensus?.kendallW)
  expect(rows.map(({ no, rank, exact, mean, trimmed }) => [no, rank, exact, mean, trimmed])).toEqual([
    [2, 1, '83', '78.40', '83.00'],
    [1, 2, '80', '84.00', '80.00'],
    [3, 3, '70', '70.00', '70.00'],
  ])
  const sentence = '若不去掉最高分和最低分：1号由第 2 名变为第 1 名；2号由第 1 名变为第 2 名。'
  expect(consensus?.trimming['zh-CN']).toBe(sentence)
  expect(await placesOf(desk, round)).toEqual(['out places', 'in within', 'out places'])
  await deliberated(played, [2])
  const { sheet, said } = await workbookOf(played)
  expect(said('一致性与稳健性')).toContain(sentence)
  // 名次, 编号 … 采用分, 精确值.
  expect(rowStarting(sheet('排序与建议名单'), 1, 2)).toEqual(expect.arrayContaining([83, '83']))
  expect(rowStarting(sheet('排序与建议名单'), 2, 1)).toEqual(expect.arrayContaining([80, '80']))

  // The same marks by a plain mean: the other one is first.
  const plain = await scoredRound(setting)
  const again = await plain.desk.results.compute({ round: plain.round })
  expect(again.rows.map(({ no, rank, exact }) => [no, rank, exact])).toEqual([
    [1, 1, '84'],
    [2, 2, '392/5'],
    [3, 3, '70'],
  ])
  expect(again.consensus?.trimming['zh-CN']).toBe(
    '若去掉最高分和最低分：1号由第 1 名变为第 2 名；2号由第 2 名变为第 1 名。',
  )
}, 300_000)
