/** Words of the desk for a rubric of the organiser's own. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const rubricWords = {
  title: text('标准名称', 'Name of the rubric'),
  titleExample: text('2026 年评审评分标准', 'Rubric of the 2026 review'),
  import: text('从 Excel 导入', 'Import from Excel'),
  importHint: text(
    '表头为：考核项目、考核细则、分值、评分标准。也可以直接在下面填写。',
    'Headings: 考核项目, 考核细则, 分值, 评分标准. Or fill in the table below.',
  ),
  block: text('考核项目', 'Block'),
  blockHint: text('空着即与上一行相同', 'Empty: the same as above'),
  detail: text('考核细则', 'Item'),
  points: text('分值', 'Points'),
  criterion: text('评分标准', 'How it is scored'),
  addRow: text('加一行', 'Add a row'),
  removeRow: (row: number) => text(`删除第 ${row} 行`, `Remove row ${row}`),
  sums: (base: string, bonus: string, total: string) =>
    text(`基础分 ${base}，加分 ${bonus}，总分 ${total}`, `Base ${base}, bonus ${bonus}, total ${total}`),
  problems: text('采用前须改正', 'To be mended first'),
  adopt: text('采用这份标准', 'Adopt this rubric'),
  back: text('改用程序提供的参考标准', 'Go back to the suggested rubric'),
} as const satisfies Dictionary
