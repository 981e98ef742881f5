/** How far the experts agree, and whether the order hangs on any one of them. */
import { type Exact, shown } from '#core/exact/exact.ts'
import { text } from '#core/lang.ts'
import { kendallW } from '#core/ranking/kendall.ts'
import { type Aggregation, leaveOneOut } from '#core/ranking/rank.ts'
import { mean } from '#core/ranking/statistics.ts'
import { isRefusal } from '#core/refusal.ts'
import type { ResultView } from '../api/shapes.ts'
import type { Matrix } from './matrix.ts'

/** Kendall's W, each expert's severity, and the ranking without each expert in turn. */
export function consensusOf(matrix: Matrix, method: Aggregation): NonNullable<ResultView['consensus']> {
  const { members, packets, scores } = matrix
  const agreement = kendallW(scores)
  const common = packets.filter((_, column) => scores.every((row) => row[column] != null)).length
  const given = scores.flat().filter((score) => score !== null)
  const overall = given.length > 0 ? mean(given) : null
  return {
    kendallW: agreement,
    applicants: common,
    experts: members.length,
    sentence: sentenceFor(agreement?.corrected ?? null, common, members.length),
    severity: members.flatMap(({ expert, person }, index) => {
      const own = (scores[index] ?? []).filter((score): score is Exact => score !== null)
      if (own.length === 0 || !overall) return []
      const average = mean(own)
      return [{ expert, name: person.name, mean: shown(average, 2), offset: shown(average.sub(overall), 2) }]
    }),
    leaveOneOut: withoutEach(matrix, method),
  }
}

function sentenceFor(corrected: string | null, applicants: number, experts: number) {
  if (corrected === null) {
    return text(
      '共同评分的申报不足两份或评分没有差异，不计算一致性系数。',
      'Fewer than two applications were scored by everybody, or the scores do not differ: no coefficient is given.',
    )
  }
  const value = Number(corrected)
  const zh = value >= 0.7 ? '一致性较高' : value >= 0.5 ? '一致性中等' : '一致性较低'
  const en = value >= 0.7 ? 'high agreement' : value >= 0.5 ? 'moderate agreement' : 'low agreement'
  const places = Number(corrected).toFixed(3)
  return text(
    `${experts} 位专家对 ${applicants} 份申报的排序一致性系数（Kendall W，已按同分校正）为 ${places}，${zh}。样本较小，仅供参考。`,
    `Kendall's W of ${experts} experts over ${applicants} applications, corrected for ties, is ${places}: ${en}. The sample is small; take it as a hint.`,
  )
}

function withoutEach(
  { members, packets, scores }: Matrix,
  method: Aggregation,
): NonNullable<ResultView['consensus']>['leaveOneOut'] {
  const answer = leaveOneOut({
    experts: members.map(({ expert }) => expert),
    applicants: packets.map(({ id }) => id),
    scores,
    method,
  })
  if (isRefusal(answer)) return []
  const names = new Map(members.map(({ expert, person }) => [expert, person.name]))
  return answer
    .filter(({ ranksChange }) => ranksChange !== null)
    .map(({ without, ranksChange }) => {
      const name = names.get(without) ?? without
      const changes = ranksChange === true
      return {
        expert: without,
        name,
        changes,
        text: changes
          ? text(`去掉${name}的评分，名次会有变化`, `Without ${name} some ranks would change`)
          : text(`去掉${name}的评分，名次不变`, `Without ${name} all ranks stay`),
      }
    })
}
