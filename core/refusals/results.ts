/** What is refused about results and papers. */
import { type Text, text } from '../lang.ts'

export const resultsRefusals = {
  'result-frozen': text('结果已经固定，不能再改。', 'The result is frozen and can no longer be changed.'),
  'result-not-frozen': text(
    '结果还没有固定。请先核对并固定结果，再导出。',
    'The result is not frozen. Check and freeze it before exporting.',
  ),
  'result-incomplete': text('结果还不完整：{missing}。', 'The result is not complete: {missing}.'),
  'not-a-folder': text(
    '“{path}”不是可以写入的文件夹。请另选一个。',
    '"{path}" is not a folder that can be written. Choose another.',
  ),
  'trimmed-needs-five': text(
    '去掉最高分和最低分至少需要五个有效评分，现有 {count} 个。',
    'A trimmed mean needs at least five scores; there are {count}.',
  ),
  'bad-weights': text(
    '各部分权重应都大于 0，合计 100（现合计 {sum}）。',
    'The weights of the blocks must each be above 0 and together 100 (now {sum}).',
  ),
  'bad-matrix': text(
    '分数表的行列与专家、申报的数目不符。',
    'The table of scores does not match the number of experts and applicants.',
  ),
} as const satisfies Record<string, Text>
