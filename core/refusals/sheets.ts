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
    '这份评分表已经提交并锁定。需要修改请向秘书处申请退回。',
    'This sheet has been submitted and is locked. Ask the secretariat to return it.',
  ),
  'sheet-not-submitted': text('这份评分表还没有提交。', 'This sheet has not been submitted.'),
  'opinion-missing': text('请写审阅意见后再提交。', 'Write your opinion before submitting.'),
  blind: text('评分阶段结束前，任何人不能查看他人的评分。', "Until scoring is closed nobody may see another's marks."),
} as const satisfies Record<string, Text>
