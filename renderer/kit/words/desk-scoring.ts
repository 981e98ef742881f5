/** Words of the desk around scoring: how it is arranged, and doubts. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const arrangeWords = {
  title: text('评分安排', 'How sheets are filled in'),
  why: text(
    '文件对此没有规定，由组织单位决定；审阅评分开始后不能再改。',
    'The document says nothing here; the organiser decides. Fixed once reading has begun.',
  ),
  order: text('专家看到的申报顺序', 'Order of applications'),
  byNumber: text('按编号', 'By number'),
  random: text('每位专家各自随机', 'Random, another for each expert'),
  second: text(
    '评分结束后，请与多数意见相差较大的专家复评',
    'After closing, ask experts far from the panel to look again',
  ),
  share: text('相差达到该项满分的', 'Far means this share of the maximum'),
  shareWords: { '0.3': text('三成', '30 %'), '0.4': text('四成', '40 %'), '0.5': text('一半', 'half') },
  hint: text('评分时即提示（会让专家大致知道他人评分的方向）', 'Hint while scoring (tells roughly where others stand)'),
  save: text('保存评分安排', 'Save'),
  saved: text('评分安排已保存', 'Saved'),
} as const satisfies Dictionary

export const doubtsWords = {
  title: (open: number) =>
    text(
      open === 0 ? '专家对事实的疑问' : `专家对事实的疑问（${open} 条待答复）`,
      open === 0 ? 'Doubts about facts' : `Doubts about facts (${open} open)`,
    ),
  hint: text(
    '核实后在此答复；事实确有误的，先到申报页更正事实，再答复。分数会自动重算。',
    'Answer here once checked. If the fact is wrong, correct it on the application first; points follow.',
  ),
  who: (seat: number, name: string) => text(`第 ${seat} 席 ${name}`, `Seat ${seat}, ${name}`),
  page: (page: number) => text(`所附第 ${page} 页`, `page ${page} attached`),
  toFacts: text('查看事实', 'See the facts'),
  answer: text('答复', 'Answer'),
  answerOf: (workshop: string, item: string) => text(`答复 ${workshop} ${item}`, `Answer on ${workshop} ${item}`),
  example: text('例：已核对平面图，面积不含走廊，事实不变', 'e.g. checked on the plan; the corridor is not included'),
  send: text('答复专家', 'Answer the expert'),
  answered: (by: string, at: string) => text(`${by} ${at} 答复：`, `${by}, ${at}: `),
} as const satisfies Dictionary

export const paperWords = {
  title: text('纸质评分表', 'Sheets on paper'),
  hint: text(
    '停电、设备坏了，或专家要在纸上填时用。纸质评分表由两人各录一遍，提交后永远标明“纸质”。',
    'For a power cut, a broken device or an expert who prefers paper. Entered twice, by two people, and marked as paper for ever.',
  ),
  print: text('打印空白评分表', 'Print blank sheets'),
  printed: text(
    '已生成空白评分表（Word），每份一张，可直接打印。',
    'Blank sheets are made (Word), one for each, ready to print.',
  ),
  everyExpert: text('全部专家', 'All experts'),
  everyPacket: text('全部申报', 'All applications'),
  whose: text('打印谁的', 'Whose'),
  which: text('打印哪项申报的', 'Which application'),
  enter: text('录入纸质评分表', 'Enter a paper sheet'),
  notNow: text('评分阶段才能录入。', 'Only while reading is open.'),
  pickTitle: text('录入纸质评分表：哪一份？', 'Enter a paper sheet: which one?'),
  code: text('扫描右上角的二维码', 'Scan the code at the top right'),
  codeHint: text('用扫码枪对准二维码；没有扫码枪，请在下面选择', 'With a hand scanner; without one, choose below'),
  codeRead: text('读取', 'Read'),
  expert: text('专家', 'Expert'),
  packet: text('申报', 'Application'),
  draftThere: text(
    '该专家在席位上有草稿。提交纸质评分表后，以纸质的为准，草稿作废。',
    'This expert has a draft at the seat. Once the paper sheet is handed in it counts, and the draft is gone.',
  ),
  firstTitle: (seat: number, name: string, no: number) =>
    text(`第一遍：第 ${seat} 席 ${name}，${no} 号申报`, `First entry: seat ${seat} ${name}, application ${no}`),
  secondTitle: (seat: number, name: string, no: number) =>
    text(`第二遍：第 ${seat} 席 ${name}，${no} 号申报`, `Second entry: seat ${seat} ${name}, application ${no}`),
  firstHint: text(
    '照纸质评分表录入。不扣分填 0；有扣分的写明理由。',
    'Copy from the paper. 0 where nothing is deducted; a deduction needs its reason.',
  ),
  secondHint: text(
    '请换一个人，照纸质评分表把扣分再录一遍。看不到第一遍的数字；两遍一致才能提交。',
    'Another person enters the deductions once more from the paper. The first entry is hidden; both must agree.',
  ),
  firstName: text('录入人', 'Entered by'),
  secondName: text('第二录入人', 'Second person'),
  item: text('考核项目', 'Item'),
  max: text('分值', 'Of'),
  deduct: text('扣分', 'Deduct'),
  reason: text('扣分理由', 'Reason'),
  deductOf: (item: string) => text(`${item} 扣分`, `Deduction of ${item}`),
  reasonOf: (item: string) => text(`${item} 扣分理由`, `Reason of ${item}`),
  opinion: text('意见', 'Opinion'),
  scan: text('扫描件编号（可不填）', 'Scan (optional)'),
  scanExample: text('例：扫描-03，或文件名', 'e.g. scan-03, or a file name'),
  scanAttach: text('附上扫描件或照片', 'Attach its scan or photo'),
  scanOther: text('换一张扫描件', 'Another scan'),
  scanDrop: text('去掉扫描件', 'Take the scan away'),
  scanAttachHint: text(
    'JPG、PNG 或 PDF，不超过 12 MB。两人录入时都能看到，并随归档包保存。',
    'JPG, PNG or PDF, up to 12 MB. Both people see it while typing; it is kept with the archive.',
  ),
  scanLink: text('纸质原件', 'Paper'),
  scanShown: text('纸质评分表扫描件', 'Scan of the paper sheet'),
  next: text('录完，换第二人', 'Done; next person'),
  back: text('回第一遍改正', 'Back to the first entry'),
  submit: text('两遍一致，提交', 'Hand in'),
  submitted: (seat: number, no: number) =>
    text(`第 ${seat} 席对 ${no} 号的纸质评分表已提交`, `The paper sheet of seat ${seat} on ${no} is handed in`),
  other: text('换一份', 'Another sheet'),
  nothingToJudge: text('这份申报没有由专家打分的项目。', 'Nothing on this application is scored by hand.'),
} as const satisfies Dictionary
