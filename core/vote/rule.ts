/** A vote rule and its words: for the choice the organiser makes, for the wall, and for the record of a vote. */
import { type Text, text } from '../lang.ts'

/** Those a share is taken of: those present, those entitled (appointed less recused), or all appointed. */
export type Base = 'present' | 'entitled' | 'appointed'
/** At least this share must be there for the vote to hold. */
export type Quorum = { readonly numerator: number; readonly denominator: number; readonly base: Base }
/** The share of votes for that is needed; `strict`: more than it, otherwise at least. */
export type Threshold = Quorum & { readonly strict: boolean }

/** What an abstention is: in the base and no agreement, out of the base, or not offered at all. */
export const abstentions = ['counts', 'leaves-base', 'not-allowed'] as const
export type Abstention = (typeof abstentions)[number]

const abstaining = {
  counts: text('弃权计入基数，不算同意', 'abstentions stay in the base and are not agreement'),
  'leaves-base': text('弃权的不计入基数', 'abstentions leave the base'),
  'not-allowed': text('不设弃权', 'nobody may abstain'),
} as const satisfies Record<Abstention, Text>

/** Heads: recused of the appointed, absent of those left. */
export type Attendance = { readonly appointed: number; readonly recused: number; readonly absent: number }

const people = {
  present: text('到会成员', 'those present'),
  entitled: text('有表决权的成员', 'those entitled to vote'),
  appointed: text('全体成员', 'the whole panel'),
} as const satisfies Record<Base, Text>

/** The adopted rule as it is printed: "须到会成员三分之二以上同意方为通过；弃权计入基数，不算同意。" */
export function ruleText(threshold: Threshold, quorum?: Quorum, abstention: Abstention = 'counts'): Text {
  const agree = requirementSentence(threshold)
  const attend = quorum === undefined ? text('', '') : quorumSentence(quorum)
  const abstain = abstaining[abstention]
  return text(
    `${[`${agree['zh-CN']}方为通过`, attend['zh-CN'], abstain['zh-CN']].filter((part) => part !== '').join('；')}。`,
    `${[`To pass, ${agree.en}`, attend.en, abstain.en].filter((part) => part !== '').join('; ')}.`,
  )
}

/** "须到会成员三分之二以上（4 票）同意"; without `votes` no number is given. */
export function requirementSentence(threshold: Threshold, votes?: number): Text {
  const { numerator, denominator, strict, base } = threshold
  const who = people[base]
  const share = shareOf(threshold)
  const zhVotes = votes === undefined ? '' : `（${votes} 票）`
  const enVotes = votes === undefined ? '' : ` (${votes} ${votes === 1 ? 'vote' : 'votes'})`
  if (strict) {
    const zh = `须超过${who['zh-CN']}${share['zh-CN']}${zhVotes}同意`
    return text(zh, `more than ${share.en} of ${who.en}${enVotes} must agree`)
  }
  if (numerator === denominator)
    return text(`须${who['zh-CN']}一致${zhVotes}同意`, `all of ${who.en}${enVotes} must agree`)
  return text(
    `须${who['zh-CN']}${share['zh-CN']}以上${zhVotes}同意`,
    `at least ${share.en} of ${who.en}${enVotes} must agree`,
  )
}

/** "到会人数须达全体成员三分之二以上（5 人）". */
export function quorumSentence(quorum: Quorum, heads?: number): Text {
  const who = people[quorum.base]
  const share = quorum.numerator === quorum.denominator ? text('', 'all') : shareOf(quorum)
  const zhShare = share['zh-CN'] === '' ? '' : `${share['zh-CN']}以上`
  const zhHeads = heads === undefined ? '' : `（${heads} 人）`
  const enHeads = heads === undefined ? '' : ` (${heads})`
  return text(
    `到会人数须达${who['zh-CN']}${zhShare}${zhHeads}`,
    `at least ${share.en} of ${who.en}${enHeads} must be present`,
  )
}

/** "应到 7 人，回避 1 人，实到 6 人". */
export function attendanceSentence({ appointed, recused, absent }: Attendance, present: number): Text {
  const left = [
    ...(recused > 0 ? [text(`回避 ${recused} 人，`, `${recused} recused, `)] : []),
    ...(absent > 0 ? [text(`缺席 ${absent} 人，`, `${absent} absent, `)] : []),
  ]
  const zh = `应到 ${appointed} 人，${left.map((part) => part['zh-CN']).join('')}实到 ${present} 人`
  return text(zh, `${appointed} appointed, ${left.map((part) => part.en).join('')}${present} present`)
}

const zhDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const enShares: Readonly<Record<string, string>> = {
  '1/1': 'all',
  '1/2': 'half',
  '1/3': 'one third',
  '2/3': 'two thirds',
  '3/4': 'three quarters',
  '3/5': 'three fifths',
  '4/5': 'four fifths',
}

function shareOf({ numerator, denominator }: { numerator: number; denominator: number }): Text {
  const spelling = `${numerator}/${denominator}`
  const [upper, lower] = [zhDigits[numerator], zhDigits[denominator]]
  const zh = upper === undefined || lower === undefined ? ` ${spelling} ` : `${lower}分之${upper}`
  return text(spelling === '1/2' ? '半数' : zh, enShares[spelling] ?? spelling)
}
