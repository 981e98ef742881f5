/** Whether the order hangs on how it was counted, or on one expert, and one honest sentence about all of it. */
import { type Text, text } from '../lang.ts'
import { isRefusal } from '../refusal.ts'
import type { Icc } from './agreement.ts'
import type { RankInterval } from './bootstrap.ts'
import type { Concordance } from './kendall.ts'
import { type LeftOut, type RankQuestion, rank } from './rank.ts'

/** An applicant whose rank depends on whether extremes are dropped. */
export type TrimmingChange = { readonly applicant: string; readonly mean: number; readonly trimmed: number }

/**
 * Ranks with and without the highest and the lowest score: who stands elsewhere. Null where nothing can be dropped
 * (an applicant with fewer than five scores).
 */
export function trimmingChanges(question: Omit<RankQuestion, 'method'>): TrimmingChange[] | null {
  const [plain, trimmed] = [rank({ ...question, method: 'mean' }), rank({ ...question, method: 'trimmed-mean' })]
  if (isRefusal(plain) || isRefusal(trimmed)) return null
  const ranks = new Map(trimmed.places.map(({ applicant, rank }) => [applicant, rank]))
  return plain.places.flatMap(({ applicant, rank }) => {
    const other = ranks.get(applicant)
    return rank === null || other == null || rank === other ? [] : [{ applicant, mean: rank, trimmed: other }]
  })
}

/** "不去掉最高分和最低分时，3号由第 1 名变为第 2 名；…": what the adopted way changes against the other one. */
export function trimmingSentence(
  changes: readonly TrimmingChange[] | null,
  adopted: 'mean' | 'trimmed-mean' | 'median',
  nameOf: (applicant: string) => string,
): Text {
  if (changes === null) {
    return text(
      '有效评分不足五个，不能比较去掉与不去掉最高分、最低分的结果。',
      'With fewer than five scores the ranking with and without extremes cannot be compared.',
    )
  }
  if (changes.length === 0) {
    return text(
      '去掉或不去掉最高分、最低分，名次都不变。',
      'With or without the highest and lowest scores all ranks stay.',
    )
  }
  const isTrimmed = adopted === 'trimmed-mean'
  const each = changes.map(({ applicant, mean, trimmed }) => {
    const [now, then] = isTrimmed ? [trimmed, mean] : [mean, trimmed]
    return text(
      `${nameOf(applicant)}由第 ${now} 名变为第 ${then} 名`,
      `${nameOf(applicant)} would move from ${now} to ${then}`,
    )
  })
  const zh = each.map((part) => part['zh-CN']).join('；')
  const en = each.map((part) => part.en).join('; ')
  return isTrimmed
    ? text(`若不去掉最高分和最低分：${zh}。`, `Without dropping the highest and lowest scores: ${en}.`)
    : text(`若去掉最高分和最低分：${zh}。`, `With the highest and lowest scores dropped: ${en}.`)
}

export type Findings = {
  readonly experts: number
  readonly applicants: number
  readonly concordance: Concordance | null
  readonly icc: Icc | null
  readonly leftOut: readonly LeftOut[]
  readonly trimming: readonly TrimmingChange[] | null
  readonly intervals: readonly RankInterval[] | null
}

/** Experts and applicants below which agreement is no more than a hint. */
const fewExperts = 10
const fewApplicants = 30

/** The sentence for the minutes: agreement, what the order hangs on, and how far a small panel can be trusted. */
export function minutesSentence(found: Findings): Text {
  const parts = [agreementPart(found), leftOutPart(found), trimmingPart(found), intervalPart(found), caveat(found)]
  return text(`${parts.map((part) => part['zh-CN']).join('；')}。`, `${parts.map((part) => part.en).join('; ')}.`)
}

function agreementPart({ experts, applicants, concordance, icc }: Findings): Text {
  if (!concordance) {
    return text(
      '共同评分的申报不足两项或评分没有差异，不计算一致性',
      'fewer than two applications were scored by everybody, or the scores do not differ: no agreement is given',
    )
  }
  const w = Number(concordance.corrected)
  const zh = w >= 0.7 ? '较高' : w >= 0.5 ? '中等' : '较低'
  const en = w >= 0.7 ? 'high' : w >= 0.5 ? 'moderate' : 'low'
  const more = icc === null ? '' : `，ICC＝${Number(icc.single).toFixed(2)}`
  const moreEn = icc === null ? '' : `, ICC = ${Number(icc.single).toFixed(2)}`
  return text(
    `${experts} 位专家对 ${applicants} 项共同评分的申报一致性${zh}（Kendall W＝${w.toFixed(2)}，已校正并列${more}）`,
    `${experts} experts agree to a ${en} degree on ${applicants} applications they all scored (Kendall's W = ${w.toFixed(2)}, corrected for ties${moreEn})`,
  )
}

function leftOutPart({ leftOut }: Findings): Text {
  const known = leftOut.filter(({ ranksChange }) => ranksChange !== null)
  if (known.length === 0) {
    return text('评分太少，不能逐一去掉专家再排', 'too few scores to rank without each expert in turn')
  }
  const cut = known.filter(({ cutChanges }) => cutChanges === true).length
  const ranks = known.filter(({ ranksChange }) => ranksChange === true).length
  if (ranks === 0) return text('去掉任何一位专家，名次都不变', 'without any one expert all ranks stay')
  const hasLine = known.some(({ cutChanges }) => cutChanges !== null)
  if (!hasLine) {
    return text(
      `逐一去掉 ${known.length} 位专家，其中 ${ranks} 次名次有变化`,
      `without each of ${known.length} experts in turn, ranks change ${ranks} times`,
    )
  }
  return cut === 0
    ? text(
        `逐一去掉 ${known.length} 位专家，名次有 ${ranks} 次变化，入选名单不变`,
        `without each of ${known.length} experts in turn, ranks change ${ranks} times and the selection never`,
      )
    : text(
        `逐一去掉 ${known.length} 位专家，入选名单有 ${cut} 次变化`,
        `without each of ${known.length} experts in turn, the selection changes ${cut} times`,
      )
}

function trimmingPart({ trimming }: Findings): Text {
  if (trimming === null) return text('不能比较去极值的影响', 'the effect of dropping extremes cannot be told')
  return trimming.length === 0
    ? text('是否去掉最高分、最低分不影响名次', 'dropping extremes or not changes no rank')
    : text(
        `是否去掉最高分、最低分影响 ${trimming.length} 项的名次`,
        `dropping extremes or not changes the ranks of ${trimming.length}`,
      )
}

function intervalPart({ intervals }: Findings): Text {
  if (!intervals || intervals.length === 0) return text('没有作重抽样', 'no resampling was done')
  const wide = intervals.filter(({ low, high }) => high > low).length
  return wide === 0
    ? text('按专家重抽样，各项名次都不变', 'with experts drawn anew no rank changes')
    : text(
        `按专家重抽样，${wide} 项的名次会在一个区间内变动，相邻名次不宜视为精细差别`,
        `with experts drawn anew ${wide} ranks move within an interval; neighbouring ranks are no fine distinction`,
      )
}

function caveat({ experts, applicants }: Findings): Text {
  return experts < fewExperts || applicants < fewApplicants
    ? text(
        `专家 ${experts} 位、申报 ${applicants} 项，样本小，以上只供了解，不改变得分和名次`,
        `with ${experts} experts and ${applicants} applications the sample is small: this informs and changes nothing`,
      )
    : text('以上只供了解，不改变得分和名次', 'this informs and changes nothing')
}
