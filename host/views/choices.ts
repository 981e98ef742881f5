/** The organiser's choices, which of them this round needs, and what they say in words. */
import { type Text, text } from '#core/lang.ts'
import { type Counting, countingOf } from '#core/ranking/counting.ts'
import type { Aggregation } from '#core/ranking/values.ts'
import type { Choices, LineChoice, VoteRule } from '#core/round/choices.ts'
import { hasBegun } from '#core/round/stages.ts'
import { sumsOf } from '#core/rubric/adopted.ts'
import { type ChoiceId, itemsOf, type Rubric, rubricOf, type Scheme } from '#core/scheme/scheme.ts'
import { ruleText } from '#core/vote/rule.ts'
import { allVotes } from '#db/queries/room.ts'
import type { Room } from '../room.ts'

type ChoiceDefinition = Scheme['choices'][number]

const scoringChoices: readonly ChoiceId[] = ['decision', 'fraction', 'bonus-in-grade', 'aggregation']

/** The choices that this round offers, in the scheme's order. */
export function offeredChoices(room: Room): ChoiceDefinition[] {
  return room.scheme.choices.filter(({ id }) => {
    const { activity, decision } = room
    if (id === 'decision') return activity.decidedBy === 'adopted'
    // A decision by points scores, and one by vote votes: nothing is left to choose.
    if (id === 'with-rubric')
      return activity.rubric.use === 'optional' && !(decision === 'order' || decision === 'grade')
    if (id === 'own-rubric') return room.rubric !== null && mayReplaceRubric(room)
    if (id === 'with-vote') return activity.vote.use === 'optional' && decision !== 'vote'
    if (id === 'with-visit') return activity.visit?.use === 'optional'
    if (id === 'vote-rule') return room.withVote
    if (id === 'line') return decision !== 'grade'
    if (id === 'fraction') return room.rubric !== null && hasFractions(room.rubric)
    if (id === 'bonus-in-grade') return room.rubric?.blocks.some(({ bonus }) => bonus) ?? false
    return room.rubric !== null
  })
}

/** A table that the document itself annexes and prescribes is not the organiser's to replace. */
function mayReplaceRubric({ scheme, activity }: Room): boolean {
  return activity.rubric.origin.source === 'adopted' || rubricOf(scheme, activity)?.origin.source !== 'text'
}

function hasFractions(rubric: Rubric): boolean {
  return itemsOf(rubric).some(({ rule }) => rule.kind === 'shortfall' && rule.fractions)
}

/** What must still be chosen before scoring may open. */
export function scoringChoicesMissing(room: Room): ChoiceDefinition[] {
  return offeredChoices(room).filter(({ id }) => scoringChoices.includes(id) && room.choices[id] === undefined)
}

/** True once the choice can no longer change: sheets were filled, or a vote taken, by it. */
export function isFrozenChoice(room: Room, choice: ChoiceId): boolean {
  if (choice === 'vote-rule') return allVotes(room.file).length > 0
  return hasBegun(room.stages, room.stage, 'reading')
}

const fractions = {
  linear: text('不足 1 万元的部分按比例扣分', 'a part of a unit is deducted in proportion'),
  floor: text('不足 1 万元的部分不扣分', 'a part of a unit is not deducted'),
  ceil: text('不足 1 万元的部分按 1 万元扣分', 'a part of a unit is deducted as a whole one'),
} as const satisfies Record<NonNullable<Choices['fraction']>, Text>

const aggregationWords = {
  mean: text('各专家评分的平均分', 'the mean of all scores'),
  'trimmed-mean': text('去掉一个最高分和一个最低分后的平均分', 'the mean without one highest and one lowest score'),
  median: text('各专家评分的中位数', 'the median of all scores'),
} as const satisfies Record<Aggregation, Text>

/** Method, what it goes over, and weights as one sentence. */
export function countingInWords({ method, over, weights }: Counting): Text {
  const how = aggregationWords[method]
  const each = over === 'item' ? text('逐项计算后相加：', 'item by item, then added up: ') : text('', '')
  const parts = Object.entries(weights ?? {}).map(([block, percent]) => `${block} ${percent}%`)
  const zh = parts.length > 0 ? `；各部分按权重折算为百分制（${parts.join('、')}）` : ''
  const en = parts.length > 0 ? `; blocks weighed to a hundred (${parts.join(', ')})` : ''
  return text(`${each['zh-CN']}${how['zh-CN']}${zh}`, `${each.en}${how.en}${en}`)
}

const decisions = {
  vote: text('由实名表决确定', 'decided by named vote'),
  grade: text('按评分定等次', 'graded by points'),
  order: text('按评分顺序，经评议提出最终建议名单', 'the score order, made a final list in deliberation'),
} as const satisfies Record<NonNullable<Choices['decision']>, Text>

function rubricInWords(rubric: Rubric): Text {
  const [items, { total }] = [itemsOf(rubric).length, sumsOf(rubric)]
  const { title } = rubric
  return text(`采用“${title['zh-CN']}”，共 ${items} 项、${total} 分`, `"${title.en}": ${items} items, ${total} points`)
}

/** A made choice in words; null when it is not made. */
export function choiceInWords(choices: Choices, id: ChoiceId): Text | null {
  switch (id) {
    case 'fraction':
      return choices.fraction ? fractions[choices.fraction] : null
    case 'bonus-in-grade':
      if (choices['bonus-in-grade'] === undefined) return null
      return choices['bonus-in-grade']
        ? text('等次按总分（含加分）确定', 'grades go by the total with bonus')
        : text('等次按基础分（不含加分）确定', 'grades go by the base points without bonus')
    case 'aggregation':
      return choices.aggregation ? countingInWords(countingOf(choices.aggregation)) : null
    case 'line':
      return choices.line ? lineInWords(choices.line) : null
    case 'vote-rule':
      return choices['vote-rule'] ? voteRuleInWords(choices['vote-rule']) : null
    case 'own-rubric':
      return choices['own-rubric'] ? rubricInWords(choices['own-rubric']) : null
    case 'decision':
      return choices.decision ? decisions[choices.decision] : null
    case 'with-visit':
      if (choices['with-visit'] === undefined) return null
      return choices['with-visit'] ? text('安排现场考察', 'with site visits') : text('不安排现场考察', 'no site visits')
    case 'with-rubric':
      if (choices['with-rubric'] === undefined) return null
      return choices['with-rubric']
        ? text('采用评分表', 'with the rubric')
        : text('不评分，只写审阅意见', 'opinions only')
    case 'with-vote':
      if (choices['with-vote'] === undefined) return null
      return choices['with-vote'] ? text('经实名表决确认', 'confirmed by named vote') : text('不表决', 'no vote')
  }
}

const stepNames: Readonly<Record<string, Text>> = {
  mean: text('平均分', 'mean'),
  'trimmed-mean': text('去极值平均分', 'trimmed mean'),
  median: text('中位数', 'median'),
  votes: text('同意票数', 'votes in favour'),
}

/** What a tie step is called: "trimmed-mean", "votes", "block-B". */
export function stepInWords(step: string): Text {
  const block = step.replace('block-', '')
  return stepNames[step] ?? text(`${block} 部分得分`, `points of part ${block}`)
}

const wayOutWords = {
  'second-vote': text('并列在线上的第二轮表决', 'a second vote on those tied at the line'),
  'reserve-list': text('并列在线上的列入备选', 'those tied at the line go to the reserve'),
  'leave-open': text('并列在线上的名额留空报组织单位', 'places left open for the organiser'),
} as const satisfies Record<NonNullable<LineChoice['wayOut']>, Text>

/** Places, reserve, tie steps and way out as one sentence. */
export function lineInWords({ places, reserve, steps, wayOut }: LineChoice): Text {
  const names = steps.map(stepInWords)
  const parts = [
    places === null ? text('不限名额', 'no limit of places') : text(`名额 ${places} 个`, `${places} places`),
    ...(reserve > 0 ? [text(`备选 ${reserve} 个`, `${reserve} in reserve`)] : []),
    ...(names.length > 0
      ? [
          text(
            `得分相同的依次比较${names.map((name) => name['zh-CN']).join('、')}`,
            `equals are told apart by ${names.map((name) => name.en).join(', then ')}`,
          ),
        ]
      : []),
    ...(wayOut ? [wayOutWords[wayOut]] : []),
  ]
  return text(`${parts.map((part) => part['zh-CN']).join('；')}。`, `${parts.map((part) => part.en).join('; ')}.`)
}

/** A vote rule as one sentence. */
export function voteRuleInWords(rule: VoteRule): Text {
  const { quorum, abstention, ...threshold } = rule
  return ruleText(threshold, quorum ?? undefined, abstention)
}
