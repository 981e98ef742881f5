/** What is refused about sheets. */
import { type Text, text } from '../lang.ts'

export const sheetsRefusals = {
  'above-maximum': text(
    '{item} 最多 {max} 分，不能扣 {given} 分。',
    '{item} has at most {max} points; {given} cannot be deducted.',
  ),
  'must-deduct': text(
    '{item} 低于标准，扣分须大于 0，不超过 {max} 分。',
    '{item} is below the standard: deduct more than 0 and at most {max} points.',
  ),
  'deduction-needs-reason': text('扣分须写明理由：{items}。', 'A deduction needs its reason: {items}.'),
  'bad-number': text(
    '{item} 的分数“{given}”不是数字，最多两位小数。',
    '"{given}" for {item} is not a number with at most two decimals.',
  ),
  'not-judged': text(
    '{item} 由事实得出，不由专家打分。对事实有疑请提交秘书处核实。',
    '{item} follows from facts and is not scored by hand. Raise a doubtful fact with the secretariat.',
  ),
  'sheet-incomplete': text('评分表还差 {count} 项：{items}。', 'The sheet still lacks {count} items: {items}.'),
  'sheet-submitted': text(
    '这份评分表已经提交并锁定。需要修改，请在评分表上点“更改已提交的评分”并写明理由；评分结束后请向秘书处申请退回。',
    'This sheet has been submitted and is locked. Choose "Change it" on the sheet and give a reason; after closing, ask the secretariat to return it.',
  ),
  'sheet-not-submitted': text('这份评分表还没有提交。', 'This sheet has not been submitted.'),
  'paper-needs-two': text(
    '纸质评分表须由两人各录一遍：请写明两人的姓名，且都不是填表的专家。',
    'A paper sheet is entered twice, by two people: give both names; neither is the expert who filled it in.',
  ),
  'paper-differs': text(
    '两次录入不一致，没有提交：{items}。请两人一起看纸质评分表，改正录错的一遍。',
    'The two entries differ; nothing was handed in: {items}. Look at the paper together and correct what was mistyped.',
  ),
  'nothing-to-print': text(
    '没有可打印的评分表：先确定专家组和通过审查的申报。',
    'No sheet to print: seat the panel and accept applications first.',
  ),
  'unknown-paper': text(
    '“{code}”不是本次评审的评分表编码。请重新扫描评分表右上角的二维码，或在下面选择专家和申报。',
    '"{code}" is no sheet of this round. Scan the code at the top right again, or choose expert and application below.',
  ),
  'opinion-missing': text('请写审阅意见后再提交。', 'Write your opinion before submitting.'),
  'reading-begun': text(
    '审阅评分已经开始，评分安排不能再改。',
    'Reading has begun; its arrangement can no longer be changed.',
  ),
  'bad-share': text(
    '“{given}”不能用作差距标准：请填大于 0、不大于 1 的小数，如 0.4 表示相差满分的四成。提示须与差距标准一同设定。',
    '"{given}" cannot be the share: give a decimal above 0 and at most 1, such as 0.4 for two fifths of the maximum. A hint needs it too.',
  ),
  'unknown-doubt': text('没有这条疑问，可能已在别处更新。请刷新后再看。', 'There is no such doubt. Reload the list.'),
  'not-far': text(
    '{item} 不在复评之列：复评只限与多数意见相差较大的项目。',
    '{item} is not open for a second look: only items far from the panel are.',
  ),
  reconsidered: text('{item} 已经复评过，不能再改。', '{item} has been looked at again already.'),
  blind: text('评分阶段结束前，任何人不能查看他人的评分。', "Until scoring is closed nobody may see another's marks."),
} as const satisfies Record<string, Text>
