/**
 * Everything that can happen in a round happens in these two, signed, and the verifier finds nothing: what it did not
 * know of would keep a sound workbook from being handed out.
 */
import { expect, test } from 'vitest'
import type { Judgement } from '#core/ledger/kinds.ts'
import type { Report } from '#core/verify/finding.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { submitSheet } from '#host/acts/submit-sheet.ts'
import { openTestHost, type SmallRound, smallRound, type TestHost } from '#test/room.ts'
import { dataTamperings, missedOf, rememberingVerifier } from './tampering.ts'

const pin = '135790'
const full: Judgement = { deduct: '0', reason: '', pins: [] }
const less = (deduct: string, reason: string): Judgement => ({ deduct, reason, pins: [] })

type Place = { round: string; expert: string; packet: string }

/** What an expert must judge, in full but for `own`; where full points cannot be had, one off. */
async function judged(room: TestHost, place: Place, own: Record<string, Judgement> = {}) {
  const { blocks } = await room.seat(place.round, place.expert).sheets.show(place)
  const items = blocks.flatMap((block) => block.items).filter(({ kind }) => kind === 'judgement')
  const given = ({ id, mustDeduct }: (typeof items)[number]) => own[id] ?? (mustDeduct ? less('1', '低于标准') : full)
  return Object.fromEntries(items.map((item) => [item.id, given(item)]))
}

async function finished({ desk }: TestHost, round: string): Promise<{ bytes: Uint8Array; report: Report }> {
  const { verified } = await desk.signing.show({ round })
  expect(verified?.findings).toEqual([])
  const bytes = new Uint8Array(await (await desk.papers.workbook({ round })).arrayBuffer())
  return { bytes, report: await verifyWorkbook(bytes, { name: 'result.xlsx' }) }
}

/** Everybody signs but the last, who refuses before a witness; the second with dissent. */
async function signAll({ desk }: TestHost, { round }: Pick<SmallRound, 'round'>, hardened: boolean): Promise<void> {
  const { people } = await desk.signing.show({ round })
  const members = people.filter(({ person }) => person !== 'secretariat').map(({ person }) => person)
  for (const [at, expert] of members.entries()) {
    const last = at === members.length - 1
    if (last) await desk.signing.answer({ round, expert, answer: 'refuse', witness: '样例监督员' })
    else if (at === 1) await desk.signing.answer({ round, expert, answer: 'dissent', text: '对第 2 号保留意见' })
    else await desk.signing.answer({ round, expert, answer: 'sign' })
  }
  await desk.signing.seal({ round, hardened })
  for (const person of [...members.slice(0, -1), 'secretariat']) await desk.signing.sign({ round, person })
}

test('an assessment: paper sheets, sheets taken back, second looks, visits, an alternate, lost keys, votes taken again', async () => {
  const room = openTestHost()
  const { desk } = room
  const played = await smallRound(room, {
    activity: 'term-assessment',
    alternates: 1,
    packets: 4,
    upTo: 'reading',
    keys: 'ES256',
    second: true,
  })
  const { round, packets, experts } = played
  const [first, second, third, gone] = experts
  const submit = async (expert: string, packet: string, own: Record<string, Judgement> = {}) => {
    const place = { round, expert, packet }
    // Past the doors, with the expert's own key: as if each sat at this laptop in turn.
    submitSheet(room.ctx, { ...place, judgements: await judged(room, place, own), opinion: '材料属实' })
  }

  // Reading: one sheet on paper, one handed in at the seat and taken back, one returned by nobody, the others at the desk.
  const onPaper = { round, expert: second, packet: packets[1] }
  const judgements = await judged(room, onPaper)
  const deductions = Object.fromEntries(Object.entries(judgements).map(([item, { deduct }]) => [item, deduct]))
  const entered = { first: '样例录入甲', judgements, second: { name: '样例录入乙', deductions }, scan: '扫描-1' }
  await desk.paperSheets.enter({ ...onPaper, ...entered })
  const atSeat = { round, expert: third, packet: packets[0] }
  const seat = room.seat(round, third)
  await seat.sheets.submit({ ...atSeat, judgements: await judged(room, atSeat) })
  await seat.sheets.reopen({ ...atSeat, reason: '漏看一页' })
  await seat.sheets.submit({ ...atSeat, judgements: await judged(room, atSeat, { C2: less('0.5', '记录不全') }) })
  const raised = { packet: packets[0], item: 'B2', text: '面积与图纸不一致' }
  await room.seat(round, first).doubts.raise({ round, expert: first, ...raised })
  const doubt = (await desk.doubts.list({ round }))[0]?.doubt ?? ''
  await desk.doubts.answer({ round, doubt, answer: '以现场为准' })
  for (const expert of experts) {
    for (const packet of packets) {
      const isDone = (expert === second && packet === packets[1]) || (expert === third && packet === packets[0])
      const own: Record<string, Judgement> =
        expert === first && packet === packets[0] ? { C1: less('1.2', '缺少过程记录') } : {}
      if (!isDone) await submit(expert, packet, own)
    }
  }
  // A member leaves; the alternate takes the seat with a key of their own and scores anew.
  await desk.attendance.note({ round, expert: gone, event: 'left-early' })
  const { alternates } = await desk.panel.show({ round })
  const alternate = alternates[0]?.expert ?? ''
  await desk.alternates.enter({ round, alternate, replaces: gone, reason: '因病不能到会' })
  await desk.signing.make({ round, person: alternate, pin, algorithm: 'RS256' })
  await desk.recusals.declare({ round, expert: alternate, conflicts: [], reason: '没有利害关系' })
  for (const packet of packets) await submit(alternate, packet)
  await desk.stages.close({ round, stage: 'reading' })
  const looks = await room.seat(round, first).sheets.second({ round, expert: first })
  expect(looks.map(({ item }) => item)).toEqual(['C1'])
  const look = { round, expert: first, packet: packets[0], item: 'C1' }
  await room.seat(round, first).sheets.reconsider({ ...look, deduct: '0.5', reason: '记录在第 9 页' })

  // The visit changes a fact.
  const area = async () => {
    const { facts } = await desk.packets.show({ round, packet: packets[0] })
    return facts.find(({ key }) => key === 'B2_area_m2')?.value
  }
  const areaOfPapers = await area()
  await desk.visits.record({
    round,
    packet: packets[0],
    date: '2026-11-18',
    place: '工作室现场',
    present: ['样例记录员'],
    opinion: '现场与材料基本一致',
    findings: [{ fact: 'B2_area_m2', seen: '31', note: '现场丈量' }],
  })
  expect([areaOfPapers, await area()]).toEqual(['48', '31'])
  // A device was lost: the old certificate stays in the ledger, with what it signed.
  await desk.signing.revoke({ round, person: third, reason: '设备遗失' })
  await desk.signing.make({ round, person: third, pin, algorithm: 'ES256' })
  for (const packet of packets.slice(1)) {
    const place = { date: '2026-11-18', place: '工作室现场', present: ['样例记录员'], opinion: '一致', findings: [] }
    await desk.visits.record({ round, packet, ...place })
  }
  await desk.stages.close({ round, stage: 'visit' })

  const [, , , withdrawn = ''] = packets
  await desk.packets.withdraw({ round, packet: withdrawn, reason: '单位合并', person: '样例经办人' })
  const remaining = packets.filter((packet) => packet !== withdrawn)
  for (const packet of remaining) {
    const dissents = packet === packets[1] ? [{ expert: second, text: '证明力不足' }] : []
    await desk.minutes.record({ round, packet, text: '专家组意见一致。', dissents })
  }
  await desk.stages.close({ round, stage: 'deliberation' })
  await desk.reopenings.ask({ round, stage: 'deliberation', reason: '漏记一条发言' })
  await desk.reopenings.decide({ round, granted: true, approver: first })
  await desk.minutes.record({ round, packet: packets[0], text: '补记。', speakers: [{ expert: first, text: '同意' }] })
  await desk.stages.close({ round, stage: 'deliberation' })

  const voters = (await desk.panel.show({ round })).members.map(({ expert }) => expert)
  const vote = async (packet: string, spelled: string) => {
    await desk.votes.open({ round, packet })
    for (const [at, expert] of voters.entries()) {
      const choice = spelled[at] === 'y' ? 'for' : spelled[at] === 'n' ? 'against' : 'abstain'
      await desk.votes.cast({ round, packet, expert, choice, second: { name: '样例监票人', choice } })
    }
    await desk.votes.close({ round, packet })
    await desk.votes.publish({ round, packet })
  }
  await desk.votes.prepare({ round, packets: [packets[2]] })
  await desk.votes.withdraw({ round, packet: packets[2], reason: '先表决第 1 号' })
  await vote(packets[0], 'yynny')
  await desk.votes.prepare({ round, packets: [packets[0]], purpose: 'repeat', reason: '唱票有误' })
  await vote(packets[0], 'yyyya')
  await vote(packets[1], 'yynna')
  await vote(packets[2], 'yyyyy')
  await desk.stages.close({ round, stage: 'vote' })
  await desk.results.freeze({ round })
  await desk.stages.close({ round, stage: 'result' })
  await signAll(room, played, true)

  const { bytes, report } = await finished(room, round)
  expect(report.findings).toEqual([])
  // Four of the five seats and the secretary.
  expect(report).toMatchObject({ ok: true, expected: 5 })
  const { entries } = await desk.ledger.list({ round })
  const kinds = new Set(entries.map(({ kind }) => kind))
  for (const kind of [
    'alternate.entered',
    'packet.withdrawn',
    'sheet.returned',
    'item.reconsidered',
    'key.revoked',
    'visit.recorded',
    'vote.withdrawn',
    'reopening.decided',
  ]) {
    expect([...kinds]).toContain(kind)
  }
  // Every signature stands twice, but those whose act is withheld and cannot be checked without the archive.
  const inside = entries.slice(
    0,
    entries.findIndex(({ kind }) => kind === 'workbook.sealed'),
  )
  const shown = inside.filter(({ signature, kind }) => signature && !withheld.has(kind))
  expect(report.ledger.secondActs).toBe(shown.length)
  expect(shown.length).toBeGreaterThan(60)

  // A second signature that is altered is found, although the first one holds.
  const altered = [...dataTamperings(bytes, changedSecond)].slice(0, 3)
  expect(altered).toHaveLength(3)
  const missed = await missedOf(
    altered.map((one) => ({
      ...one,
      isNamed: ({ findings }: Report) =>
        findings.some(({ code, text }) => code === 'act' && text['zh-CN'].includes('国密第二签名缺失或与内容不符')),
    })),
    rememberingVerifier(),
  )
  expect(missed).toEqual([])
}, 360_000)

const withheld = new Set(['packet.imported', 'field.corrected', 'expert.listed'])

function changedSecond(json: string): string | null {
  const place = json.indexOf('"value":"', json.indexOf('"second":{')) + 12
  if (!json.includes('"second":{') || !json.includes('entry-of-act')) return null
  return `${json.slice(0, place)}${json[place] === 'A' ? 'B' : 'A'}${json.slice(place + 1)}`
}

test('a selection: a list of three for two places, taken again, level at the end, decided by a run-off', async () => {
  const room = openTestHost()
  const { desk } = room
  const played = await smallRound(room, { activity: 'selection', upTo: 'vote', keys: 'ES256' })
  const { round, packets, experts } = played
  type Choice = 'for' | 'against' | 'invalid'
  const cast = async (ballots: readonly Record<string, Choice>[]) => {
    await desk.votes.open({ round, packet: Object.keys(ballots[0] ?? {})[0] ?? '' })
    for (const [at, choices] of ballots.entries()) {
      const expert = experts[at] ?? ''
      await desk.votes.castList({ round, expert, choices, second: { name: '样例监票人', choices } })
    }
    await desk.votes.close({ round, packet: Object.keys(ballots[0] ?? {})[0] ?? '' })
  }
  const spelled = (letters: string): Record<string, Choice> =>
    Object.fromEntries([...letters].map((letter, at) => [packets[at] ?? '', letter === 'y' ? 'for' : 'against']))
  const value = { numerator: 1, denominator: 2, strict: true, base: 'present' } as const
  await desk.rounds.adopt({ round, choice: 'vote-rule', value })
  await desk.votes.prepare({ round, packets: [...packets], maxYes: 2, places: 2 })
  await cast(['yyn', 'yyn', 'yyn', 'yny', 'yny'].map(spelled))
  const again = { round, packets: [...packets], maxYes: 2, places: 2 }
  await desk.votes.prepare({ ...again, purpose: 'repeat', reason: '录入时看错，全体同意重投' })
  await cast(['yyn', 'yyn', 'nyy', 'nyy', 'yny'].map(spelled))
  const two = [packets[0], packets[2]]
  await desk.votes.prepare({ round, packets: two, purpose: 'run-off', reason: '末位票数并列', places: 1, maxYes: 1 })
  const pair = (a: Choice, c: Choice) => ({ [packets[0]]: a, [packets[2]]: c })
  const [one, other] = [pair('for', 'against'), pair('against', 'for')]
  await cast([one, other, other, other, pair('invalid', 'invalid')])
  await desk.votes.publish({ round, packet: packets[0] })
  await desk.stages.close({ round, stage: 'vote' })
  await desk.results.freeze({ round })
  await desk.stages.close({ round, stage: 'result' })
  await signAll(room, played, false)
  const { report } = await finished(room, round)
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({ ok: true, expected: 5 })
  // No round asked for it, so nothing is signed twice.
  expect(report.ledger.secondActs).toBe(0)
}, 360_000)
