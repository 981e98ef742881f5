/** Words of the desk for people: the panel, what the organiser chooses, seats, declarations. */
import { text } from '#core/lang.ts'
import { lanWords } from './desk-lan.ts'
import type { Dictionary } from './words.ts'

export const panelWords = {
  title: text('专家组', 'Panel'),
  hint: text('勾选参加评审的专家，指定组长。', 'Tick who sits on the panel and say who chairs.'),
  importRoster: text('导入名单（Excel）', 'Import list (Excel)'),
  add: text('添加专家', 'Add an expert'),
  emptyTitle: text('还没有专家', 'No experts yet'),
  emptyHint: text(
    '请导入 Excel 名单（姓名、单位、职务、电话、来源、专业各一列），或逐个添加。',
    'Import an Excel list (name, unit, post, phone, source, specialty in columns) or add them one by one.',
  ),
  seat: text('席位', 'Seat'),
  name: text('姓名', 'Name'),
  unit: text('单位', 'Unit'),
  unitHint: text('与申报单位相同时会提示回避', 'If it is an applicant unit, a recusal is suggested'),
  post: text('职务职称', 'Post'),
  phone: text('电话', 'Phone'),
  source: text('来源', 'Source'),
  sourceExample: text('院校、行业、企业', 'College, trade body, enterprise'),
  specialty: text('专业', 'Specialty'),
  chair: text('组长', 'Chair'),
  member: text('入组', 'Member'),
  good: (count: number) => text(`${count} 人，单数，可以组建。`, `${count} members, an odd number: fine.`),
  set: (count: number) => text(`确定专家组（${count} 人）`, `Set the panel (${count})`),
  isSet: text('专家组已确定', 'The panel is set'),
  toSeats: text('发放席位', 'Hand out seats'),
} as const satisfies Dictionary

export const choicesWords = {
  title: text('文件未规定的事项', 'Left open by the document'),
  none: text('这次评审没有需要选定的事项', 'Nothing is left open in this round'),
  open: text('还没选定', 'Not chosen yet'),
  made: text('已选定', 'Chosen'),
  frozen: text('已固定', 'Fixed'),
  adopted: (when: string, note: string) =>
    text(`${when} 选定${note === '' ? '' : `，${note}`}`, `chosen ${when}${note === '' ? '' : `, ${note}`}`),
  adopt: text('选定', 'Choose'),
  begin: text('导入或填写', 'Import or fill in'),
  note: text('依据或说明', 'Grounds or remark'),
  noteExample: text('例：2026 年 9 月 1 日局长办公会确定', 'e.g. decided by the bureau meeting of 1 September 2026'),
  fraction: {
    linear: text('按比例扣分（少 2.6 万元，扣 5.2 分）', 'In proportion (2.6 missing: 5.2 points off)'),
    floor: text('不足 1 万元的不扣（少 2.6 万元，扣 4 分）', 'A part is not counted (2.6 missing: 4 points off)'),
    ceil: text(
      '不足 1 万元的按 1 万元扣（少 2.6 万元，扣 6 分）',
      'A part counts as a whole (2.6 missing: 6 points off)',
    ),
  },
  aggregation: {
    mean: text('各专家评分的平均分', 'The mean of all scores'),
    'trimmed-mean': text(
      '去掉一个最高分和一个最低分后的平均分（至少五个评分）',
      'The mean without one highest and one lowest (five scores at least)',
    ),
    median: text('各专家评分的中位数', 'The median of all scores'),
  },
  bonusCounts: text('计入：等次按总分（含加分）确定', 'Counted: grades go by the total with bonus'),
  bonusDoesNotCount: text('不计入：等次按基础分确定', 'Not counted: grades go by the base points'),
  decision: {
    vote: text('由实名表决确定', 'By named vote'),
    grade: text('按评分定等次', 'By points, with grades'),
    order: text('按评分顺序，经评议提出最终名单', 'By score order, made a final list in deliberation'),
  },
  withVisit: text('安排现场考察', 'Sites are visited'),
  withoutVisit: text('不安排现场考察', 'No site visits'),
  withRubric: text('借用评分表打分，供评议参考', 'Score by the rubric, to inform the deliberation'),
  withoutRubric: text('不打分，只写审阅意见', 'No scores, opinions only'),
  withVote: text('另作实名表决', 'Hold a named vote as well'),
  withoutVote: text('不表决', 'No vote'),
  linePlaces: text('入选名额', 'Places'),
  linePlacesHint: text('不填：不限名额', 'Empty: no limit'),
  lineReserve: text('备选', 'Reserve'),
  lineSteps: text('得分相同时依次比较', 'Equal results are told apart by'),
  lineStepsHint: text(
    '按选择的先后逐项比较；都相同的保持并列，不按列表次序取舍',
    'Compared in the order chosen; who is still equal stays tied, and the order of a list never decides',
  ),
  lineStep: {
    'trimmed-mean': text('去极值平均分', 'Trimmed mean'),
    mean: text('平均分', 'Mean'),
    median: text('中位数', 'Median'),
    votes: text('同意票数', 'Votes in favour'),
  },
  lineBlock: (id: string, name: string) => text(`${id} ${name}得分`, `Points of ${id} ${name}`),
  lineWayOut: text('并列在入选线上怎样办', 'Tied at the line'),
  lineWay: {
    'second-vote': text('对并列的各项举行第二轮表决', 'A second vote on those tied'),
    'reserve-list': text('并列各项列入备选名单', 'Those tied go to the reserve list'),
    'leave-open': text('名额留空，报组织单位决定', 'Leave the places open for the organiser'),
  },
  pass: text('多少票同意才通过', 'Votes needed to pass'),
  of: text('的', ': '),
  base: {
    present: text('到会成员', 'those present'),
    entitled: text('有表决权的成员', 'those entitled'),
    appointed: text('全体成员', 'the whole panel'),
  },
  baseLabel: text('按谁计算', 'base'),
  numerator: text('分子', 'numerator'),
  denominator: text('分母', 'denominator'),
  strictLabel: text('以上还是超过', 'At least, or more than'),
  atLeast: text('以上（含本数）', 'at least'),
  moreThan: text('超过（不含本数）', 'more than'),
  quorum: text('多少人到会才有效', 'Attendance needed'),
  hasQuorum: text('规定最少到会人数', 'Require a minimum attendance'),
  abstentions: text('弃权怎么算', 'Abstentions'),
  abstention: {
    counts: text('计入基数，不算同意', 'stay in the base, are not agreement'),
    'leaves-base': text('不计入基数', 'leave the base'),
    'not-allowed': text('不设弃权', 'nobody may abstain'),
  },
  ruleUnfinished: text('填完后，这里写出整条规则。', 'The whole rule is spelt out here once complete.'),
} as const satisfies Dictionary

export const seatsWords = {
  title: text('席位与入席码', 'Seats and codes'),
  hint: text(
    '专家用平板扫码，或输入网址和 PIN 入席。',
    'Experts scan the code with a tablet, or type the address and PIN.',
  ),
  print: text('打印入席卡', 'Print the cards'),
  lanOpen: text('局域网已开', 'Network open'),
  lanClosed: text('局域网未开', 'Network closed'),
  lanHint: text(
    '开启后，会议室内的平板才能入席。只在局域网内使用，不连互联网。',
    'Tablets in the room can join once it is open. It stays within the local network.',
  ),
  lanPlain: text('局域网已开（不加密）', 'Network open, not encrypted'),
  network: lanWords,
  lanStart: text('开启局域网', 'Open the network'),
  lanStop: text('关闭局域网', 'Close the network'),
  noPanel: text('专家组还没有确定', 'The panel has not been set'),
  toPanel: text('去确定专家组', 'Set the panel'),
  secret: text(
    '入席码等同签到凭证，请当面交给本人，不要张贴或群发。',
    'A code admits whoever holds it: hand it over in person.',
  ),
  noQr: text('开启局域网后显示二维码', 'The QR code shows once the network is open'),
  qr: (seat: number) => text(`第 ${seat} 席入席二维码`, `QR code of seat ${seat}`),
  howTo: text(
    '用平板扫码入席；扫不出时，在浏览器输入网址，再填席位号和 PIN。',
    'Scan with the tablet; failing that, type the address, then seat number and PIN.',
  ),
  joined: text('已入席', 'Joined'),
  notJoined: text('未入席', 'Not joined'),
  heard: (clock: string) => text(`最近联系 ${clock}`, `last heard ${clock}`),
  renew: text('重新发码', 'New code'),
  renewAsk: (seat: number, name: string) =>
    text(`给第 ${seat} 席 ${name} 重新发码？`, `New code for seat ${seat}, ${name}?`),
  renewMeans: text(
    '原来的码作废，正在使用该席位的平板会退出；已保存的内容不会丢。',
    'The old code is void and the tablet now at this seat is signed out; what was saved is safe.',
  ),
} as const satisfies Dictionary

export const recusalWords = {
  title: text('承诺与回避', 'Declarations and recusals'),
  count: (done: number, of: number) => text(`已申报 ${done} 人，共 ${of} 人`, `${done} of ${of} have declared`),
  declared: text('承诺与申报', 'Declaration'),
  done: text('已申报', 'Made'),
  notYet: text('未申报', 'Not yet'),
  from: text('回避的申报', 'Recused from'),
  noConflict: text('无须回避', 'No conflict'),
  change: text('更改', 'Change'),
  declareFor: text('代录', 'Enter'),
  effects: text('回避后的有效人数', 'Who acts on each application'),
  application: text('申报', 'Application'),
  active: text('有效人数', 'Acting'),
  remarks: text('提醒', 'Notes'),
  declareTitle: (seat: number, name: string) =>
    text(`代录第 ${seat} 席 ${name} 的申报`, `Declaration of seat ${seat}, ${name}`),
  declareHint: text(
    '仅用于本人已在纸上签字的情形。台账会记明由秘书处代录。',
    'Only for a declaration signed on paper. The ledger says it was entered at the desk.',
  ),
  declareSave: text('代录申报', 'Enter the declaration'),
  conflictWith: text('与此申报的关系', 'Relation to'),
  changeReason: text('更改理由', 'Reason for the change'),
} as const satisfies Dictionary
