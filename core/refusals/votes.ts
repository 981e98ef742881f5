/** What is refused about votes. */
import { type Text, text } from '../lang.ts'

export const votesRefusals = {
  'vote-open': text('“{packet}”正在表决，请先结束这一项。', 'A vote on "{packet}" is open; close it first.'),
  'vote-not-open': text('现在没有正在进行的表决。', 'No vote is open now.'),
  'vote-closed': text('“{packet}”的表决已经结束。', 'The vote on "{packet}" is already closed.'),
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
  'own-choice-stands': text(
    '第 {seat} 席已在本人的设备上投票，秘书处不能代为更改；本人可以在结束表决前自己更改。',
    'Seat {seat} has voted on the own device. The desk cannot change that; the member can, until the vote is closed.',
  ),
  'second-person-needed': text(
    '代录纸质选票须有第二人核对：请另一位工作人员写明姓名，并照纸票再选一次。',
    'A paper ballot entered at the desk needs a second person: somebody else gives a name and enters the ballot once more.',
  ),
  'entries-differ': text(
    '两次录入不一致，没有记票。请两人一起看纸质选票，重新录入。',
    'The two entries differ; nothing was recorded. Look at the paper ballot together and enter it again.',
  ),
  'too-many-yes': text(
    '这张选票同意了 {count} 项，最多可以同意 {max} 项。请减少后再投。',
    'This ballot agrees to {count}; it may agree to {max} at most. Take some back.',
  ),
  'ballot-incomplete': text('选票没有填完，还差：{packets}。', 'The ballot is not complete; still open: {packets}.'),
  'no-abstention': text(
    '本次表决规则不设弃权，请选择同意或反对。',
    'The vote rule knows no abstention: vote for or against.',
  ),
  'only-on-paper': text('废票只用于代录的纸质选票。', 'Only a paper ballot entered at the desk can be invalid.'),
  'part-of-list': text(
    '“{packet}”与其他申报列在同一张选票上，请整张投票。',
    '"{packet}" stands on a list with others; cast the whole list.',
  ),
  'vote-again-needs-reason': text(
    '“{packet}”已经表决过。再次表决请写明理由。',
    '"{packet}" has been voted on. To vote again, state the reason.',
  ),
  'vote-not-closed': text(
    '“{packet}”还没有结束表决，不能公布。',
    'The vote on "{packet}" is not closed and cannot be published.',
  ),
  'vote-not-prepared': text('“{packet}”没有准备好的表决。', 'No vote on "{packet}" is prepared.'),
  'nobody-entitled': text('没有可以表决的成员。', 'Nobody is entitled to vote.'),
} as const satisfies Record<string, Text>
