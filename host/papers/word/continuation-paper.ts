/** 专家信息（续表）: the experts whom the form's own rows cannot hold. */
import type { PaperBook } from '../book.ts'
import type { Pen } from './office.ts'

/** The body of the paper. `first` is the number of the first expert on it. */
export function continuationPaper(
  pen: Pen,
  book: PaperBook,
  { left, first }: { left: readonly { name: string; post: string; phone: string }[]; first: number },
) {
  return [
    ...pen.title('专家信息（续表）'),
    ...pen.text(`接各申报表“专家信息”一栏。专家组共 ${book.panel.members.length} 人。`, { lead: true }),
    pen.table(
      [10, 16, 40, 18, 16],
      ['序号', '姓名', '单位及职务/职称', '手机', '签名'],
      left.map(({ name, post, phone }, at) => [String(first + at), name, post, phone, '']),
    ),
  ]
}
