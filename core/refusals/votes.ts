/** What is refused about votes. */
import { type Text, text } from '../lang.ts'

export const votesRefusals = {
  'vote-open': text('“{packet}”正在表决，请先结束这一项。', 'A vote on "{packet}" is open; close it first.'),
  'vote-not-open': text('现在没有正在进行的表决。', 'No vote is open now.'),
  'vote-closed': text('“{packet}”的表决已经结束。', 'The vote on "{packet}" is already closed.'),
  'already-voted': text('第 {seat} 席已经投过票，不能重复投票。', 'Seat {seat} has already voted.'),
  'not-present': text('该专家未签到，不能表决。', 'This expert is not marked as present and cannot vote.'),
  'not-on-panel': text('“{expert}”不是本次评审的专家组成员。', '"{expert}" is not a member of this panel.'),
  'ballots-missing': text(
    '还有 {count} 席未投：{seats}。确认缺席的请先登记缺席，再结束表决。',
    '{count} seats have not voted: {seats}. Mark those who left as absent before closing.',
  ),
  'bad-vote': text(
    '表决人数对不上：{why}。请核对后重新填写。',
    'The numbers of the vote do not add up: {why}. Check them and enter them again.',
  ),
  'bad-threshold': text(
    '表决规则不成立：分子、分母应为正整数，且分子不大于分母（现为 {numerator}/{denominator}）。',
    'Not a rule for a vote: both numbers must be whole and positive, the upper not above the lower (now {numerator}/{denominator}).',
  ),
  'nobody-entitled': text('没有可以表决的成员。', 'Nobody is entitled to vote.'),
} as const satisfies Record<string, Text>
