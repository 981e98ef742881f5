/** The pure rules as the command line answers them (headless.md); nothing is read or kept. */
import * as z from 'zod'
import { publicity } from '#core/calendar/publicity.ts'
import { eligibilityOf, toAnswer as eligibilityToAnswer } from '#core/eligibility/eligibility.ts'
import { exact, isDecimal } from '#core/exact/exact.ts'
import { text } from '#core/lang.ts'
import { panelValidity } from '#core/panel/validity.ts'
import { toAnswer as rankToAnswer } from '#core/ranking/answer.ts'
import { aggregations } from '#core/ranking/rank.ts'
import { Refused, refuse } from '#core/refusal.ts'
import { assess, toAnswer as assessToAnswer } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { activityOf, rubricOf } from '#core/scheme/scheme.ts'
import { abstentions } from '#core/vote/rule.ts'
import { tally, toAnswer as voteToAnswer } from '#core/vote/tally.ts'
import type { Ctx } from '../host.ts'
import { calendarOf, knowsRegion } from './calendars.ts'
import { orRefuse } from './votes.ts'

/** Parses by a schema. @throws Refused `bad-input` naming each place. */
function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  return refuse('bad-input', {
    problems: parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')),
  })
}

const id = z.string().min(1)
const assessSchema = z.strictObject({
  scheme: id,
  activity: id,
  // Values of a wrong type are the assessment's to name: it answers invalid_input.
  facts: z.record(z.string(), z.json()),
  adopted: z
    .strictObject({ fraction: z.enum(['linear', 'floor', 'ceil']).optional(), bonusInGrade: z.boolean().optional() })
    .default({}),
})

/** `rules.assess`. @throws Refused `unknown-scheme`, `unknown-activity`, `unknown-fact`, `bad-input`. */
export function assessAnswer({ host, caller }: Ctx, input: unknown) {
  const { scheme: schemeId, activity: activityId, facts, adopted } = parse(assessSchema, input)
  const scheme = host.schemes.get(schemeId) ?? refuse('unknown-scheme', { scheme: schemeId })
  const known = scheme.activities.filter((one) => rubricOf(scheme, one)).map((one) => one.id)
  const activity = activityOf(scheme, activityId)
  const rubric = activity && rubricOf(scheme, activity)
  if (!rubric) return refuse('unknown-activity', { scheme: schemeId, activity: activityId, known })
  const assessment = assess({ rubric, facts: facts as Facts, adopted })
  const strange = assessment.problems.find(({ code }) => code === 'unknown-fact')
  if (strange) throw new Refused(strange)
  return assessToAnswer(assessment, caller.lang)
}

const eligibilitySchema = z.strictObject({
  scheme: id,
  level: id.optional(),
  on: z.iso.date().optional(),
  facts: z.record(z.string(), z.unknown()),
})

/** `rules.eligibility`. @throws Refused `unknown-scheme`, `no-eligibility`, `unknown-level`, `bad-input` naming every wrong fact. */
export function eligibilityAnswer({ host, caller }: Ctx, input: unknown) {
  const { scheme: schemeId, level, on, facts } = parse(eligibilitySchema, input)
  const document = host.schemes.get(schemeId) ?? refuse('unknown-scheme', { scheme: schemeId })
  const scheme = document.eligibility ?? refuse('no-eligibility', { scheme: document.short })
  if (level !== undefined && !scheme.levels.includes(level)) {
    return refuse('unknown-level', { scheme: schemeId, level, known: scheme.levels })
  }
  const result = eligibilityOf(scheme, { facts, level, on })
  if (result.problems.length > 0) {
    const said = result.problems.map(({ why }) => why)
    return refuse('bad-input', {
      problems: text(said.map((why) => why['zh-CN']).join('；'), said.map((why) => why.en).join('; ')),
    })
  }
  return eligibilityToAnswer(result, caller.lang)
}

const publicitySchema = z.strictObject({
  posted: z.iso.date(),
  length: z.int().min(1).max(366),
  unit: z.enum(['working', 'calendar']),
  /** Whose regional holidays count too, as they were imported. */
  region: z.string().default(''),
})

/** `rules.publicity`. @throws Refused `bad-input`, `unknown-region`, `no-calendar`. */
export function publicityAnswer(ctx: Ctx, input: unknown) {
  const { region, ...question } = parse(publicitySchema, input)
  if (!knowsRegion(ctx, region)) refuse('unknown-region', { region })
  return orRefuse(publicity(question, calendarOf(ctx, region)))
}

const panelSchema = z.strictObject({
  members: z.array(id),
  minimum: z.int().min(1).default(5),
  parity: z.enum(['odd', 'any']).default('odd'),
  recusals: z.record(z.string(), z.array(id)).default({}),
  absent: z.array(id).default([]),
  alternates: z.array(id).default([]),
})

/** `rules.panel`. @throws Refused `bad-input`. */
export function panelAnswer(_: Ctx, input: unknown) {
  return panelValidity(parse(panelSchema, input))
}

const count = z.int()
const share = z.strictObject({
  numerator: count,
  denominator: count,
  base: z.enum(['present', 'entitled', 'appointed']),
})
const voteSchema = z.strictObject({
  appointed: count,
  recused: count,
  for: count,
  against: count,
  abstain: count,
  absent: count,
  threshold: share.extend({ strict: z.boolean() }),
  quorum: share.optional(),
  abstention: z.enum(abstentions).optional(),
})

/** `rules.vote`. @throws Refused `bad-input`, `bad-vote`, `bad-threshold`, `nobody-entitled`. */
export function voteAnswer({ caller }: Ctx, input: unknown) {
  return voteToAnswer(orRefuse(tally(parse(voteSchema, input))), caller.lang)
}

const score = z.union([z.string().refine(isDecimal, { message: 'not a decimal' }), z.int()])
const rankSchema = z.strictObject({
  experts: z.array(id),
  applicants: z.array(id),
  scores: z.array(z.array(score.nullable())),
  method: z.enum(aggregations),
  quota: z.int().min(0).optional(),
  decimals: z.int().min(0).max(6).default(2),
})

/** `rules.rank`. @throws Refused `bad-input`, `bad-matrix`, `trimmed-needs-five`. */
export function rankAnswer(_: Ctx, input: unknown) {
  const { scores, ...question } = parse(rankSchema, input)
  return orRefuse(
    rankToAnswer({ ...question, scores: scores.map((row) => row.map((one) => (one === null ? null : exact(one)))) }),
  )
}
