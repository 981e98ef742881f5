/** A term assessment of any size, written as its decisions were: a thousand applications by fifteen experts in seconds. */
import { decimal, exact } from '#core/exact/exact.ts'
import type { Judgement } from '#core/ledger/kinds.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import { type Decision, record } from '#db/record.ts'
import { type Ctx, openHost } from '#host/host.ts'
import { enter } from '#host/room.ts'
import { sampleFacts } from '#host/sample/facts.ts'
import { deskClient } from '#host/sample/play.ts'
import { beginSampleSigning, makeSampleKeys } from '#host/sample/sign.ts'
import { signaturesOf } from '#host/signing/act-signatures.ts'
import { missingForResult, resultOf } from '#host/views/results.ts'
import { chance } from '../bench/chance.ts'

const clock = '2026-11-21T06:05:00.000Z'
const trades = [
  '焊工',
  '电工',
  '钳工',
  '数控机床装调维修工',
  '汽车维修工',
  '中式烹调师',
  '化学检验员',
  '电梯安装维修工',
]
const by = { role: 'secretariat', name: '秘书处', door: 'command-line' } as const
const batch = 4_000

export type LargeRound = { readonly round: string; readonly packets: string[]; readonly experts: string[] }

/**
 * Fills a store's folder with one round, played to its frozen result; the workbook may be made.
 * @param signed gives everybody a key on this laptop, has every act signed, and opens the stage in which people sign.
 */
export async function makeLargeRound(
  store: string,
  size: { packets: number; experts: number },
  { signed = false }: { signed?: boolean } = {},
): Promise<LargeRound> {
  let count = 0
  const host = openHost(store, { now: () => new Date(clock), newId: (kind) => `${kind}-${++count}` })
  const ctx: Ctx = { host, caller: { ...by, lang: 'zh-CN', seat: null } }
  try {
    const { round } = await deskClient(ctx).rounds.create({
      title: '测试市技能大师工作室期满考核',
      organiser: '测试市人力资源和社会保障局',
      scheme: 'urumqi-2023',
      activity: 'term-assessment',
      withVote: false,
    })
    const packets = Array.from({ length: size.packets }, (_, at) => `packet-${at + 1}`)
    const experts = Array.from({ length: size.experts }, (_, at) => `expert-${at + 1}`)
    const made = { round, packets, experts }
    const [seats, work] = decisionsOf(ctx, made)
    if (signed) await beginSampleSigning(deskClient(ctx), round, 'RS256')
    write(ctx, made, seats)
    if (signed) await makeSampleKeys(deskClient(ctx), { round, members: experts, keys: 'RS256' })
    write(ctx, made, work)
    const room = enter(ctx, round)
    const missing = missingForResult(room)
    if (missing.length > 0) throw new Error(`the large round lacks ${JSON.stringify(missing[0])}`)
    const rows = resultOf(room).rows.map(({ packet, rank, exact: score, grade, decision }) => ({
      packet,
      rank,
      score,
      grade: grade?.['zh-CN'] ?? null,
      decision: decision['zh-CN'],
    }))
    write(ctx, made, [{ kind: 'result.frozen', at: clock, by, subject: round, payload: { rows } }])
    if (signed) write(ctx, made, [closing(round, 'result', 'export')])
    return made
  } finally {
    await host.close()
  }
}

function write(ctx: Ctx, { round }: LargeRound, decisions: Iterable<Decision>): void {
  const { store } = ctx.host
  const file = store.round(round)
  const all = [...decisions]
  for (let at = 0; at < all.length; at += batch) {
    const some = all.slice(at, at + batch)
    const signatures = signaturesOf(ctx, { id: round, file }, some)
    const signed = some.map((decision, index) => ({ ...decision, signature: signatures[index] ?? null }))
    record(file, { round, chain: store.chain }, signed)
  }
}

function closing(round: string, stage: StageId, next: StageId | null): Decision {
  return { at: clock, by, kind: 'stage.closed', subject: round, payload: { stage, next } }
}

/** First who sits on the panel, so that they can have keys; then everything that is decided. */
function decisionsOf(ctx: Ctx, made: LargeRound): [Iterable<Decision>, Iterable<Decision>] {
  return [panelOf(made), workOf(ctx, made)]
}

function* panelOf({ round, experts }: LargeRound): Generator<Decision> {
  const head = { at: clock, by }
  for (const [at, expert] of experts.entries()) {
    const person = { name: nameOf(at), unit: '测试学院', post: '教授', phone: '', sourceKind: '', specialty: '' }
    yield { ...head, kind: 'expert.listed', subject: expert, payload: person }
  }
  yield {
    ...head,
    kind: 'panel.constituted',
    subject: round,
    payload: { members: experts, chair: experts[0] ?? null, alternates: [] },
  }
}

const nameOf = (at: number) => `专家${at + 1}`

function* workOf(ctx: Ctx, { round, packets, experts }: LargeRound): Generator<Decision> {
  const room = enter(ctx, round)
  const rubric = room.rubric ?? ctx.host.schemes.get('urumqi-2023')?.rubrics[0]
  if (!rubric) throw new Error('no rubric')
  const next = chance(7)
  const head = { at: clock, by }
  const strengths = packets.map(() => Math.floor(next() * 5))
  const factsOf = (at: number): Facts =>
    Object.fromEntries(
      Object.entries(sampleFacts(rubric, {}, strengths[at] ?? 0)).map(([key, { value }]) => [key, value]),
    )
  for (const [at, packet] of packets.entries()) {
    const text = (value: string) => ({ value, readFrom: '' })
    const occupation = trades[at % trades.length] ?? ''
    const fields = {
      leader_name: text(`样例${at + 1}`),
      cover_occupation: text(occupation),
      cover_unit: text(`测试${at + 1}机械制造有限公司`),
      cover_workshop: text(`样例${at + 1}${occupation}技能大师工作室`),
    }
    const payload = {
      no: at + 1,
      source: `${at + 1}.zip`,
      files: [],
      skipped: [],
      fields,
      warnings: [],
      doubts: [],
      version: 1,
    }
    yield { ...head, kind: 'packet.imported', subject: packet, payload }
    yield {
      ...head,
      kind: 'packet.checked',
      subject: packet,
      payload: { outcome: 'accepted', note: '', materials: {} },
    }
    for (const [key, value] of Object.entries(factsOf(at))) {
      if (value === null) continue
      const own = typeof value === 'object' ? [...value] : value
      const fact = { key, from: null, value: own, proof: null, note: '按证明材料', visit: null }
      yield { ...head, kind: 'fact.recorded', subject: packet, payload: fact }
    }
  }
  const adopted = { fraction: 'linear', 'bonus-in-grade': true, aggregation: 'trimmed-mean' } as const
  for (const choice of ['fraction', 'bonus-in-grade', 'aggregation'] as const) {
    yield { ...head, kind: 'choice.adopted', subject: round, payload: { choice, value: adopted[choice], note: '测试' } }
  }
  const byExpert = (at: number) =>
    ({ role: 'expert', name: nameOf(at), expert: experts[at] ?? '', door: by.door }) as const
  for (const [at, expert] of experts.entries()) {
    yield {
      at: clock,
      by: byExpert(at),
      kind: 'declaration.made',
      subject: expert,
      payload: { conflicts: [], reason: '' },
    }
  }
  for (const [at, packet] of packets.entries()) {
    const items = judgementItems(rubric, factsOf(at))
    for (const [seat, expert] of experts.entries()) {
      const judgements = Object.fromEntries(
        items.map(({ id, max }): [string, Judgement] => {
          const wanted = exact(String(Math.floor(next() * ((strengths[at] ?? 0) + 2)) / 2))
          const deduct = decimal(wanted.compare(max) > 0 ? max : wanted)
          return [id, { deduct, reason: deduct === '0' ? '' : '佐证材料不够充分', pins: [] }]
        }),
      )
      const opinion = '材料真实完整，工作室运行正常。'
      yield {
        at: clock,
        by: byExpert(seat),
        kind: 'sheet.submitted',
        subject: packet,
        payload: { packet, expert, judgements, opinion, total: null },
      }
    }
    yield {
      ...head,
      kind: 'minutes.recorded',
      subject: packet,
      payload: { packet, text: '专家组评议意见一致。', dissents: [], present: experts, speakers: [], motions: [] },
    }
  }
  const ids = room.stages.map(({ id }) => id)
  for (const [at, stage] of ids.entries()) {
    if (stage === 'result' || stage === 'export') break
    yield closing(round, stage, ids[at + 1] ?? null)
  }
}
