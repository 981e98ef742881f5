/** A named vote: who counts, how many votes are needed, and the sentence that is read out. Urumqi 第十一条 (the rule is adopted). */
import { type Lang, type Text, text } from '../lang.ts'
import { isRefusal, type Refusal, refusal } from '../refusal.ts'
import {
  type Abstention,
  type Attendance,
  attendanceSentence,
  type Quorum,
  quorumSentence,
  requirementSentence,
  type Threshold,
} from './rule.ts'

export type VoteQuestion = Attendance & {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly threshold: Threshold
  readonly quorum?: Quorum
  /** `counts` when left out. */
  readonly abstention?: Abstention
}

export type Tally = {
  readonly entitled: number
  readonly present: number
  readonly cast: number
  readonly needed: number
  /** Enough votes for, and the quorum (if there is one) met. */
  readonly passed: boolean
  readonly quorumMet: boolean | null
  readonly tie: boolean
  readonly sentence: Text
}

/**
 * Counts a vote, in whole numbers only. Present people who did not vote stay in the base, and so do abstentions
 * unless the rule says that they leave it.
 * Refuses `bad-vote` (heads or votes that cannot be), `bad-threshold`, `nobody-entitled`.
 */
export function tally(question: VoteQuestion): Tally | Refusal {
  const { against, abstain, threshold, quorum, abstention = 'counts' } = question
  const heads = headsOf(question)
  if (isRefusal(heads)) return heads
  if (![question.for, against, abstain].every(isCount)) {
    return badVote('票数应为不小于 0 的整数', 'votes must be whole and not below 0')
  }
  if (abstention === 'not-allowed' && abstain > 0) {
    return badVote('规则不设弃权，却有弃权票', 'the rule knows no abstention, yet there are some')
  }
  const toPass = needed(threshold, question, abstention === 'leaves-base' ? abstain : 0)
  if (isRefusal(toPass)) return toPass
  const toMeet = quorum === undefined ? null : needed({ ...quorum, strict: false }, question)
  if (toMeet !== null && isRefusal(toMeet)) return toMeet
  const cast = question.for + against + abstain
  if (cast > heads.present) {
    return badVote(`投票 ${cast} 张，实到 ${heads.present} 人`, `${cast} votes from ${heads.present} people present`)
  }

  const quorumMet = toMeet === null ? null : heads.present >= toMeet
  const passed = question.for >= toPass && quorumMet !== false
  const tie = question.for === against
  const parts = [
    attendanceSentence(question, heads.present),
    ...(quorum === undefined || toMeet === null ? [] : [quorumSentence(quorum, toMeet)]),
    requirementSentence(threshold, toPass),
    ...(abstention === 'leaves-base' && abstain > 0 ? [leftTheBase(abstain)] : []),
    resultSentence(question, { passed, tie, quorumMet }),
  ]
  const sentence = text(
    `${parts.map((part) => part['zh-CN']).join('；')}。`,
    `${parts.map((part) => part.en).join('; ')}.`,
  )
  return { ...heads, cast, needed: toPass, passed, quorumMet, tie, sentence }
}

/**
 * How many votes for (or heads, for a quorum) a rule needs, for the wall before anyone votes. At least one always:
 * an empty room decides nothing. `outOfBase`: abstentions that the rule takes out. Refuses like {@link tally}.
 */
export function needed(threshold: Threshold, attendance: Attendance, outOfBase = 0): number | Refusal {
  const { numerator, denominator, strict, base } = threshold
  if (!isCount(numerator) || !isCount(denominator) || numerator < 1 || numerator > denominator) {
    return refusal('bad-threshold', { numerator, denominator })
  }
  const heads = headsOf(attendance)
  if (isRefusal(heads)) return heads
  const whole = { ...heads, appointed: attendance.appointed }[base]
  const product = BigInt(numerator) * BigInt(Math.max(0, whole - outOfBase))
  const divisor = BigInt(denominator)
  const votes = strict ? product / divisor + 1n : (product + divisor - 1n) / divisor
  return Math.max(1, Number(votes))
}

/** A tally as headless.md `rules.vote` has it. */
export function toAnswer(counted: Tally, lang: Lang): Omit<Tally, 'sentence'> & { sentence: string } {
  return { ...counted, sentence: counted.sentence[lang] }
}

function headsOf({ appointed, recused, absent }: Attendance): { entitled: number; present: number } | Refusal {
  if (![appointed, recused, absent].every(isCount)) {
    return badVote('人数应为不小于 0 的整数', 'heads must be whole and not below 0')
  }
  const entitled = appointed - recused
  const present = entitled - absent
  if (entitled < 0) {
    return badVote(`回避 ${recused} 人，多于应到 ${appointed} 人`, `${recused} recused of ${appointed} appointed`)
  }
  if (entitled === 0) return refusal('nobody-entitled')
  if (present < 0) {
    return badVote(`缺席 ${absent} 人，多于回避后的 ${entitled} 人`, `${absent} absent of ${entitled} entitled`)
  }
  return { entitled, present }
}

const leftTheBase = (count: number): Text => text(`弃权 ${count} 票不计入基数`, `${count} abstaining left the base`)

function resultSentence(
  votes: { readonly for: number; readonly against: number; readonly abstain: number },
  result: { passed: boolean; tie: boolean; quorumMet: boolean | null },
): Text {
  const verdict = verdictOf(result)
  return text(
    `同意 ${votes.for} 票，反对 ${votes.against} 票，弃权 ${votes.abstain} 票，${verdict['zh-CN']}`,
    `${votes.for} for, ${votes.against} against, ${votes.abstain} abstaining: ${verdict.en}`,
  )
}

function verdictOf({ passed, tie, quorumMet }: { passed: boolean; tie: boolean; quorumMet: boolean | null }): Text {
  if (passed) return text('通过', 'passed')
  if (quorumMet === false) return text('到会人数不足，未通过', 'not passed: no quorum')
  if (tie) return text('同意与反对票数相等，未通过', 'not passed: a tie')
  return text('未通过', 'not passed')
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function badVote(zh: string, en: string): Refusal {
  return refusal('bad-vote', { why: text(zh, en) })
}
