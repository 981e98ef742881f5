/** Plays a round on the samples through the host's own methods, as far as it is told: demo, practice round, tests. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { decimal, exact } from '#core/exact/exact.ts'
import type { Judgement } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { Choices } from '#core/round/choices.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import { usualShare } from '#core/rubric/distance.ts'
import { activityOf, type DecisionKind, type Rubric, rubricOf, type StageId } from '#core/scheme/scheme.ts'
import { submitSheet } from '../acts/submit-sheet.ts'
import { deskRouter } from '../api/router.ts'
import { translateRefusals } from '../api/wire.ts'
import type { Ctx } from '../host.ts'
import { type SampleFacts, sampleFacts } from './facts.ts'
import { readSamplePlan, type SamplePlan } from './plan.ts'
import { beginSampleSigning, makeSampleKeys, type SampleKeys, signSampleWorkbook } from './sign.ts'

type Reading = { order?: 'number' | 'random'; farFrom: string | null; hint?: boolean }

export type PlayRequest = {
  title?: string
  scheme: string
  activity: string
  /** How many experts (odd) and applications; the samples have seven and twelve. */
  experts: number
  /** How many of the samples' experts stand by as alternates. */
  alternates?: number
  packets: number
  /** Stops when this stage is open and nothing is done in it yet. */
  upTo: StageId | 'end'
  withVote?: boolean
  withRubric?: boolean
  /** Where the document is silent; without it the scheme's suggestion. */
  decidedBy?: DecisionKind
  /** How several sheets become one value; without it a plain or, with seven experts, a trimmed mean of the totals. */
  aggregation?: Choices['aggregation']
  /** With signatures: the kind of everybody's keys, or one after another. Without, nobody has a key. */
  keys?: SampleKeys | undefined
  /** With second signatures (SM2) as well. */
  second?: boolean
  /** How reading is arranged; unless told otherwise with a second round, by number and without a hint. */
  reading?: Reading
}

type Seated = {
  packet: string
  /** What the papers say where another document's form does not have the field. */
  known: Readonly<Record<string, string>>
  facts: SampleFacts
  quality: number
  proof: string | null
}
type Play = {
  decision: DecisionKind
  aggregation: Choices['aggregation']
  keys: SampleKeys | undefined
  reading: Reading
  round: string
  packets: Seated[]
  members: string[]
  rubric: Rubric | null
  withVote: boolean
}

/** The desk's methods, called in this process. */
export function deskClient(ctx: Ctx) {
  return createRouterClient(deskRouter, {
    context: ctx,
    interceptors: [({ next, path }) => translateRefusals({ context: ctx, path, next })],
  })
}
export type Desk = ReturnType<typeof deskClient>
type Adopted = Parameters<Desk['rounds']['adopt']>[0]['value']

/** Plays it. @throws Refused whatever a method refuses. Returns the round's id. */
export async function playRound(ctx: Ctx, request: PlayRequest): Promise<string> {
  const desk = deskClient(ctx)
  const plan = readSamplePlan()
  const play = await begin(ctx, desk, plan, request)
  const steps: Partial<Record<StageId, (desk: Desk, play: Play) => Promise<void>>> = {
    'material-check': checkMaterials,
    panel: (d, p) => seatPanel(d, p, plan, request),
    recusal: declareAndRecord,
    reading: async (_, p) => score(ctx, p),
    visit,
    deliberation: deliberate,
    vote,
    result: async (d, p) => void (await d.results.freeze({ round: p.round })),
  }
  const { stages } = await desk.rounds.show({ round: play.round })
  for (const { id } of stages) {
    if (id === request.upTo || id === 'export') break
    await steps[id]?.(desk, play)
    await desk.stages.close({ round: play.round, stage: id })
  }
  if (play.keys && request.upTo === 'end') await signSampleWorkbook(desk, play)
  return play.round
}

async function begin(ctx: Ctx, desk: Desk, plan: SamplePlan, request: PlayRequest): Promise<Play> {
  const scheme = ctx.host.schemes.get(request.scheme) ?? refuse('unknown-scheme', { scheme: request.scheme })
  const activity =
    activityOf(scheme, request.activity) ??
    refuse('unknown-activity', {
      scheme: scheme.id,
      activity: request.activity,
      known: scheme.activities.map(({ id }) => id),
    })
  const { createSampleRound } = await import('../acts/make-sample-round.ts')
  const suggested = request.decidedBy ?? activity.decision.offered?.[0]
  const decision = activity.decidedBy === 'adopted' ? (suggested ?? 'vote') : activity.decidedBy
  const view = createSampleRound(ctx, {
    title: request.title ?? `样例市 2026 年技能大师工作室${activity.name['zh-CN']}（样例）`,
    organiser: '样例市人力资源和社会保障局',
    scheme: scheme.id,
    activity: activity.id,
    ...(activity.decidedBy === 'adopted' && { decidedBy: decision }),
    ...(activity.rubric.use === 'optional' && { withRubric: request.withRubric ?? activity.decidedBy === 'adopted' }),
    ...(activity.vote.use === 'optional' && { withVote: request.withVote ?? activity.decidedBy === 'grade' }),
  })
  const { round } = view
  const rubric = view.withRubric ? (rubricOf(scheme, activity) ?? null) : null
  if (request.keys) await beginSampleSigning(desk, round, request.keys, request.second)
  const chosen = plan.applicants.slice(0, request.packets)
  const { imported } = await desk.packets.import({
    round,
    paths: chosen.map(({ source }) => path.join(plan.folder, source)),
  })
  return {
    round,
    keys: request.keys,
    aggregation: request.aggregation,
    reading: request.reading ?? { farFrom: usualShare },
    members: [],
    withVote: view.withVote,
    decision,
    rubric,
    packets: imported.map(({ packet }, index) => {
      // 0 (strong) to 4 (weak), spread over the applicants so that the ranking has something to show.
      const quality = (index * 3 + 1) % 5
      const planned = chosen[index]?.facts ?? {}
      const { leader = '', occupation = '' } = chosen[index] ?? {}
      const known = { leader_name: leader, cover_occupation: occupation }
      return { packet, known, facts: rubric ? sampleFacts(rubric, planned, quality) : {}, proof: null, quality }
    }),
  }
}

async function checkMaterials(desk: Desk, { round, packets }: Play): Promise<void> {
  for (const { packet, known } of packets) {
    const { materials, fields } = await desk.packets.show({ round, packet })
    const empty = fields.filter(({ kind, value }) => kind === 'line' && (value === null || value === ''))
    const told = empty.filter(({ id }) => known[id])
    for (const { id: field } of told.length > 0 ? told : empty.slice(0, 1)) {
      const value = known[field] ?? '见证明材料'
      await desk.packets.correct({ round, packet, field, value, reason: '表内空缺，按证明材料补录（样例）' })
    }
    const present = Object.fromEntries(materials.map(({ id }) => [id, true]))
    await desk.packets.check({ round, packet, outcome: 'accepted', note: '材料齐全', materials: present })
  }
}

async function seatPanel(
  desk: Desk,
  play: Play,
  plan: SamplePlan,
  { experts, alternates: reserve = 0 }: PlayRequest,
): Promise<void> {
  const roster = readdirSync(plan.folder).find((name) => name.endsWith('.xlsx')) ?? 'experts.xlsx'
  const listed = await desk.experts.import({ round: play.round, path: path.join(plan.folder, roster) })
  const members = listed.slice(0, experts).map(({ expert }) => expert)
  const alternates = listed.slice(experts, experts + reserve).map(({ expert }) => expert)
  await desk.panel.set({ round: play.round, members, chair: members[0] ?? null, alternates })
  play.members = members
  if (play.keys) await makeSampleKeys(desk, play)
}

async function declareAndRecord(desk: Desk, play: Play): Promise<void> {
  const { round, rubric, packets, members } = play
  if (rubric) {
    const note = '样例：组织单位会议确定'
    const { choices } = await desk.rounds.show({ round })
    // A recusal must not leave fewer than five scores to a trimmed mean.
    const aggregation = play.aggregation ?? (members.length >= 7 ? 'trimmed-mean' : 'mean')
    const adopted = { fraction: 'linear', 'bonus-in-grade': true, aggregation } as const satisfies Choices
    for (const [choice, value] of Object.entries(adopted) as [keyof typeof adopted, Adopted][]) {
      if (choices.some(({ id }) => id === choice)) await desk.rounds.adopt({ round, choice, value, note })
    }
    for (const seated of packets) await recordFacts(desk, play, seated)
    await desk.reading.arrange({ round, ...play.reading })
  }
  if (play.withVote) {
    const value = { numerator: 2, denominator: 3, strict: false, base: 'present' }
    await desk.rounds.adopt({ round, choice: 'vote-rule', value, note: '样例：组织单位会议确定' })
  }
  const recused = recusalsFor(play)
  for (const expert of members) {
    const conflicts = recused
      .filter((pair) => pair.expert === expert)
      .map(({ packet }) => ({ packet, kind: 'cooperation' as const, note: '近三年有合作项目（样例）' }))
    await desk.recusals.declare({ round, expert, conflicts })
  }
}

/** With seven experts or more, one of them is recused from two applications. */
function recusalsFor({ members, packets }: Pick<Play, 'members' | 'packets'>): { expert: string; packet: string }[] {
  const expert = members[4]
  if (!expert || members.length < 7) return []
  return [packets[4], packets[7]].flatMap((seated) => (seated ? [{ expert, packet: seated.packet }] : []))
}

async function recordFacts(desk: Desk, { round }: Play, seated: Seated): Promise<void> {
  const { packet, facts } = seated
  const { fileList } = await desk.packets.show({ round, packet })
  const proofs = fileList.filter(({ kind, pages }) => kind === 'pdf' && pages !== null)
  const pdf = proofs.toSorted((a, b) => (b.pages ?? 0) - (a.pages ?? 0))[0]
  seated.proof = pdf?.sha256 ?? null
  await desk.facts.record({
    round,
    packet,
    facts: Object.entries(facts).map(([key, { value, page }]) => ({
      key,
      value,
      proof: pdf && page <= (pdf.pages ?? 0) ? { file: pdf.sha256, page } : null,
    })),
  })
}

const reasons = ['材料只有文字说明，缺少过程记录', '成果推广范围有限', '与年度计划不完全一致', '佐证材料不够充分']

/** The fact on whose page a sample expert looks when judging an item. */
const lookedAt: Record<string, string> = {
  A1: 'A1_exists',
  B2: 'B2_area_m2',
  B3: 'B3_exists',
  C4: 'F3_patent_or_award_evidenced',
  E1: 'E2_events_per_year',
}

/** What a sample expert deducts: deterministic, different between experts, never without a reason. */
export function sampleJudgements(
  rubric: Rubric,
  { facts, quality, proof }: Pick<Seated, 'facts' | 'quality' | 'proof'>,
  seat: number,
): Record<string, Judgement> {
  const values = Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]))
  return Object.fromEntries(
    judgementItems(rubric, values).map(({ id, max, mustDeduct }, index) => {
      const mood = ((seat * 7 + index * 3 + quality * seat) % 5) - 2
      const wanted = exact(String(Math.max((quality + mood) / 2, mustDeduct ? 0.5 : 0)))
      const deduct = decimal(wanted.compare(max) > 0 ? max : wanted)
      const reason = deduct === '0' ? '' : (reasons[(index + seat) % reasons.length] ?? '')
      const page = facts[lookedAt[id] ?? 'A2_plan']?.page
      const pins = proof && page && deduct !== '0' ? [{ file: proof, page }] : []
      return [id, { deduct, reason, pins }]
    }),
  )
}

/** A sample's experts sit at no seats; what they hand in goes past the doors, as nobody outside this program can. */
function score(ctx: Ctx, { round, rubric, packets, members }: Play): void {
  const recused = recusalsFor({ packets, members })
  for (const [index, expert] of members.entries()) {
    for (const seated of packets) {
      const { packet } = seated
      if (recused.some((pair) => pair.expert === expert && pair.packet === packet)) continue
      const judgements = rubric ? sampleJudgements(rubric, seated, index + 1) : {}
      const opinion =
        seated.quality < 3
          ? '材料真实完整，工作室运行正常（样例意见）。'
          : '工作室有基础，带徒和成果推广需加强（样例意见）。'
      submitSheet(ctx, { round, expert, packet, judgements, opinion })
    }
  }
}

async function visit(desk: Desk, { round, packets, rubric, members }: Play): Promise<void> {
  const { members: seats } = await desk.panel.show({ round })
  const present = seats
    .filter(({ expert }) => members.includes(expert))
    .slice(0, 3)
    .map(({ name }) => name)
  for (const [index, { packet, facts }] of packets.entries()) {
    const area = rubric ? facts.B2_area_m2?.value : undefined
    await desk.visits.record({
      round,
      packet,
      date: '2026-11-18',
      place: '工作室现场（样例）',
      present: [...present, '样例记录员'],
      opinion: index === 2 ? '现场与材料基本一致，标识牌为新近安装。' : '现场与申报材料一致，设备运行正常。',
      findings: typeof area === 'string' ? [{ fact: 'B2_area_m2', seen: area, note: '现场丈量' }] : [],
    })
  }
}

async function deliberate(desk: Desk, { round, packets, members, decision }: Play): Promise<void> {
  const recused = new Set(recusalsFor({ packets, members }).map(({ packet }) => packet))
  for (const [index, { packet, quality }] of packets.entries()) {
    const dissenter = members[2]
    const dissents =
      index === 2 && dissenter && !recused.has(packet)
        ? [{ expert: dissenter, text: '认为成果推广证明力不足，保留意见。' }]
        : []
    const text =
      quality < 3 ? '专家组一致认为该工作室条件较好，作用明显。' : '专家组认为该工作室尚有不足，建议限期完善带徒记录。'
    await desk.minutes.record({ round, packet, text, dissents })
  }
  if (decision === 'order') await settleList(desk, round)
}

/**
 * The score order with one departure: whoever stands fourth is left out after the visit, and the list ends at two thirds,
 * behind the last of equal rank.
 */
async function settleList(desk: Desk, round: string): Promise<void> {
  const { rows } = await desk.lists.show({ round })
  const wanted = Math.max(1, Math.ceil((rows.length * 2) / 3))
  const passedOver = rows[3]
  const others = rows.filter((row) => row !== passedOver)
  const last = others[wanted - 1]?.rank ?? null
  const listed = others.filter(({ rank }, at) => at < wanted || (rank !== null && rank === last))
  await desk.lists.settle({
    round,
    rows: [
      ...listed.map(({ packet }, index) => ({ packet, place: index + 1 })),
      ...(passedOver
        ? [
            {
              packet: passedOver.packet,
              place: null,
              reason: '现场复核发现带徒记录与申报材料不符，专家组评议不予列入（样例）。',
            },
          ]
        : []),
    ],
  })
}

/** Two selections fail, one assessment is not confirmed, so that every outcome can be seen. */
const disputed = { vote: [6, 11], grade: [6], order: [6] } as const satisfies Record<DecisionKind, number[]>

async function vote(desk: Desk, { round, packets, members, decision }: Play): Promise<void> {
  for (const [index, { packet }] of packets.entries()) {
    const isDisputed = (disputed[decision] as readonly number[]).includes(index)
    const { ballots } = await desk.votes.open({ round, packet })
    for (const { expert, state } of ballots) {
      if (state !== 'waiting') continue
      const seat = members.indexOf(expert) + 1
      const choice = isDisputed && seat % 2 === 1 ? 'against' : index % 5 === 2 && seat === 6 ? 'abstain' : 'for'
      await desk.votes.cast({ round, packet, expert, choice, second: { name: '样例监票人', choice } })
    }
    await desk.votes.close({ round, packet })
    await desk.votes.publish({ round, packet })
  }
}
