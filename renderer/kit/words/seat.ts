/** Words of an expert's seat and of the viewer of papers. */
import { text } from '#core/lang.ts'
import {
  closingWords,
  conflictWords,
  doubtWords,
  orderWords,
  secondWords,
  sentWords,
  versionWords,
} from './seat-after.ts'
import { floorStripWords, officerWords } from './seat-room.ts'
import { seatVisitWords } from './seat-visits.ts'
import type { Dictionary } from './words.ts'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

export const seatWords = {
  floorStrip: floorStripWords,
  officer: officerWords,
  doubt: doubtWords,
  closing: closingWords,
  version: versionWords,
  second: secondWords,
  conflict: conflictWords,
  sent: sentWords,
  order: orderWords,
  visits: seatVisitWords,
  page: text('匠评 专家席', 'Jiangping seat'),
  // arriving
  arriveTitle: text('专家入席', 'Take your seat'),
  arriveHint: text(
    '请扫描您的入席码；不能扫码时，输入席位号和 PIN。',
    'Scan your code; if that is not possible, type seat number and PIN.',
  ),
  seatNumber: text('席位号', 'Seat number'),
  seatWanted: text('请输入席位号，如 3', 'Type the number of your seat, such as 3'),
  pin: text('PIN（在您的入席单上）', 'PIN (on your slip)'),
  pinWanted: text('请输入入席单上的数字', 'Type the digits on your slip'),
  takeSeat: text('入席', 'Take the seat'),
  takeOver: text('接管席位', 'Take over'),
  thisIsMe: text('这是我', 'This is me'),
  notMe: text('不是我', 'Not me'),
  notMeWhat: text(
    '请不要继续，把设备交给秘书处，请他们发给您自己的入席码。',
    'Please stop here, hand the device to the secretariat and ask for your own code.',
  ),
  toTheDoor: text('退出此席位', 'Leave this seat'),
  waitBefore: text(
    '秘书处正在准备，还没有到声明和审阅的时候。开始后本页会自动打开，不必刷新。',
    'The secretariat is still preparing. This page opens by itself when it is time.',
  ),
  waitDeclared: text(
    '您的承诺与回避声明已收到。审阅评分开始后本页会自动打开，不必刷新。',
    'Your declaration has been received. This page opens by itself when reading begins.',
  ),
  // taking turns at one device
  handOver: text('换人', 'Hand over'),
  handOverTitle: text('把本机交给下一位专家', 'Hand this device to the next expert'),
  handOverWhat: text(
    '您的评分会从本机屏幕上清除。下次您在任何一台设备上输入席位号和 PIN，就能接着评。',
    'Your marks leave this screen. Type your seat number and PIN on any device to go on where you stopped.',
  ),
  handOverSafe: text('您的内容已全部保存到主机。', 'Everything you wrote is saved at the host.'),
  handOverSealed: (count: number) =>
    text(
      `还有 ${count} 项没有送到主机，已加密存在本机，别人打不开；您下次在本机入席后自动补送。`,
      `${plural(count, 'entry', 'entries')} have not reached the host. They are kept here under your key; nobody else can open them, and they are sent when you sit here again.`,
    ),
  handOverLost: text(
    '还有内容没有送到主机，本机又不能暂存。请等连上主机后再交出。',
    'Something has not reached the host and cannot be kept here. Wait for the connection before you leave.',
  ),
  handOverYes: text('清屏并交出', 'Clear and hand over'),
  handOverNo: text('继续评审', 'Stay'),
  sharedDevice: (minutes: number) =>
    text(`本机多人轮流使用：${minutes} 分钟无操作自动锁定`, `Shared device: lock after ${minutes} idle minutes`),
  leftBecause: {
    'handed-over': text(
      '上一位专家已退出，评分已收好。请输入您自己的席位号和 PIN。',
      'The last expert has left and the marks are put away. Type your own seat number and PIN.',
    ),
    idle: text(
      '一段时间无人操作，本机已锁定，内容都已保存。请输入席位号和 PIN 继续。',
      'Nobody was here for a while, so this device is locked. Everything is saved. Type seat number and PIN to go on.',
    ),
    'not-me': text(
      '已退出该席位。请输入您自己的席位号和 PIN，或向秘书处要您的入席码。',
      'You have left that seat. Type your own seat number and PIN, or ask the secretariat for your code.',
    ),
  },
  leavingWait: text(
    '上一位专家的评分已收好。正在等待连上主机，连上后即可入席。',
    'The last marks are put away. Waiting for the host; then you can take your seat.',
  ),
  // corrections of the form
  corrections: (count: number) =>
    text(`秘书处核对后更正了申报表 ${count} 处`, `The secretariat corrected ${plural(count, 'field')} of the form`),
  correctedFrom: (from: string, to: string) => text(`：${from} → ${to}`, `: ${from} → ${to}`),
  leftEmpty: text('（空）', '(empty)'),
  // declaration
  declareTitle: text('评审承诺与回避声明', 'Promise and declaration of conflicts'),
  declareChange: text('更改回避声明', 'Change my declaration'),
  promiseTitle: text('一、评审承诺', '1. Promise'),
  promise1: text(
    '独立评审，不受他人影响，也不影响他人。',
    'I judge independently, without influence from or on others.',
  ),
  promise2: text(
    '只依据申报材料、现场情况和评审标准，客观公正。',
    'I go by the papers, the site and the standard alone.',
  ),
  promise3: text(
    '对材料、讨论和评审结果保密，不留存、不外传。',
    'I keep papers, discussions and results confidential.',
  ),
  promise4: text('有利害关系的，主动声明并回避。', 'Where I have an interest, I say so and stand aside.'),
  iPromise: text('我已阅读并承诺遵守', 'I have read this and promise it'),
  conflictTitle: text('二、回避声明', '2. Conflicts of interest'),
  conflictHint: text(
    '逐项选择，近三年内的任职和合作也算。选“有”的，本人不查看、不评分、不表决。',
    'Answer for each; employment and cooperation of the last three years count. Where you say "yes" you do not read, score or vote.',
  ),
  noneForRest: text('其余均无利害关系', 'No conflict for the rest'),
  conflictOf: (workshop: string) => text(`与${workshop}有无利害关系`, `Conflict with ${workshop}`),
  conflictNone: text('无', 'None'),
  conflictSome: text('有，回避', 'Yes, recuse'),
  conflictKind: text('哪种关系', 'Which relation'),
  conflictKindOf: (workshop: string) => text(`与${workshop}是哪种关系`, `Relation with ${workshop}`),
  conflictNote: text('说明（可不填）', 'Details (optional)'),
  conflictNoteOf: (workshop: string) => text(`与${workshop}的关系说明`, `Details for ${workshop}`),
  suggested: text('请留意：', 'Please note: '),
  leader: (name: string) => text(`领办人 ${name}`, `led by ${name}`),
  declareSafe: text(
    '声明后才显示申报材料。以后发现有利害关系，仍可更改。',
    'Papers are shown after the declaration. It can still be changed later.',
  ),
  declareSend: text('提交声明', 'Submit the declaration'),
  changeReason: text('更改理由（必填）', 'Reason of the change (required)'),
  stillMissing: (count: number) => text(`还差 ${count} 项`, `${count} to go`),
  // header
  savedAt: (clock: string) => text(`已保存到主机 ${clock}`, `Saved at the host ${clock}`),
  nothingToSave: text('没有未保存的内容', 'Nothing unsaved'),
  saving: text('正在保存', 'Saving'),
  keeping: text('正在存到本机', 'Keeping on this device'),
  keptHere: text('未连上主机，已存在本机', 'No connection; kept on this device'),
  noHost: text('未连上主机', 'No connection to the host'),
  notTaken: (count: number) => text(`${count} 项主机未接受`, `${plural(count, 'entry', 'entries')} not accepted`),
  toCorrect: (count: number) =>
    text(`${count} 项分数待改正，已存在本机`, `${plural(count, 'score')} to correct, kept here`),
  showThem: text('查看', 'Show'),
  cannotKeep: text('本机不能暂存，请告知秘书处', 'This device cannot keep drafts; tell the secretariat'),
  waitingHere: (count: number) => text(`本机待发 ${count} 项`, `${count} waiting here`),
  // list
  myApplications: text('我的申报', 'My applications'),
  myCount: (count: number) => text(`我的申报 · ${count}`, `My applications · ${count}`),
  recusedMyself: text('本人回避', 'Recused'),
  itemsOf: (done: number, all: number) => text(`${done}/${all} 项`, `${done}/${all}`),
  returned: text('已退回', 'Returned'),
  mySpread: text('我的分差（已提交）', 'My spread (submitted)'),
  highest: text('最高', 'High'),
  lowest: text('最低', 'Low'),
  middle: text('中位', 'Middle'),
  noApplications: text('没有需要您审阅的申报', 'No application for you to read'),
  noApplicationsHint: text('如有疑问请告知秘书处。', 'If that seems wrong, tell the secretariat.'),
  // sheet
  sheetOf: (workshop: string) => text(`${workshop} 评分表`, `Sheet of ${workshop}`),
  base: text('基础', 'Base'),
  bonus: text('加分', 'Bonus'),
  soFar: text('目前', 'So far'),
  total: text('总分', 'Total'),
  bonusBlock: text('（加分项）', '(bonus)'),
  fullMarks: (max: string) => text(`满 ${max}`, `of ${max}`),
  fromFacts: text('由事实得出：', 'From facts: '),
  factsHere: text('事实：', 'Facts: '),
  there: text('有', 'yes'),
  notThere: text('无', 'no'),
  standard: text('评分标准', 'Standard'),
  factMissing: text('事实尚未登记，请告知秘书处', 'the fact is not recorded yet; tell the secretariat'),
  proofAt: (page: string) => text(`证明 ${page}`, `Proof: ${page}`),
  seenOnSite: text('现场核实', 'Seen on site'),
  toScore: text('待评', 'to score'),
  full: (max: string) => text(`满分 ${max}`, `Full ${max}`),
  quick: text('快速给分', 'Quick scores'),
  reasonFor: (deduct: string) => text(`扣 ${deduct} 分的理由`, `Why −${deduct}`),
  reasonOf: (item: string) => text(`${item} 扣分理由`, `${item} reason`),
  reasonWanted: text('请写明扣分理由', 'State why points are deducted'),
  remark: text('备注', 'Remark'),
  remarkOf: (item: string) => text(`${item} 备注`, `${item} remark`),
  remarkHint: text('可不填', 'Optional'),
  notANumber: text(
    '请填数字，最多两位小数，如 4 或 3.5。',
    'Type a number with at most two decimals, such as 4 or 3.5.',
  ),
  notFull: text(
    '低于标准，不能给满分：请扣分并写明理由。',
    'Below the standard there are no full marks: deduct something and say why.',
  ),
  tooHigh: (most: string) => text(`这一项最多 ${most} 分。`, `This item has at most ${most} points.`),
  tooLow: (least: string) => text(`这一项不低于 ${least} 分。`, `This item has at least ${least} points.`),
  pinPage: (page: number) => text(`第 ${page} 页`, `page ${page}`),
  pinPageOf: (file: string, page: number) => text(`${file} 第 ${page} 页`, `${file}, page ${page}`),
  pinPhoto: (at: number) => text(`照片 ${at}`, `photo ${at}`),
  pinElsewhere: text('已移除的文件', 'a file that was removed'),
  pinTo: (item: string) => text(`把本页钉到 ${item}`, `Pin this page to ${item}`),
  pinKey: text('也可以按空格键', 'Or press the space bar'),
  pinnedTo: (items: string) => text(`本页已用于 ${items}`, `This page supports ${items}`),
  unpin: (page: string) => text(`取消钉住${page}`, `Unpin ${page}`),
  opinion: text('审阅意见', 'Opinion'),
  opinionFree: text('（可不填）', '(optional)'),
  opinionWanted: text('（必填，边写边存）', '(required, saved as you write)'),
  opinionHint: text(
    '请写下对这份申报的审阅意见：符合哪些条件、优点、疑点、现场需要核实什么。',
    'Write your opinion: conditions met, strengths, doubts, what to check on site.',
  ),
  opinionFreeHint: text(
    '整体评价、对事实的疑问、现场需要核实的内容',
    'Overall view, doubts about facts, what to check on site',
  ),
  opinionNone: text('未填写', 'None'),
  opinionMissing: text('还差审阅意见', 'Opinion missing'),
  nextSheet: text('下一份', 'Next'),
  submitTitle: (workshop: string) => text(`提交“${workshop}”？`, `Submit "${workshop}"?`),
  submitTotal: (total: string, base: string, bonus: string) =>
    text(`总分 ${total}（基础 ${base}，加分 ${bonus}）`, `Total ${total} (base ${base}, bonus ${bonus})`),
  submitLocks: text(
    '提交后锁定。评分结束前确需修改的，须写明理由，作为新的一版重新提交，原来的版本保留。',
    'After this it is locked. A change before scoring closes needs a reason and becomes a new version; the old one is kept.',
  ),
  submitYes: text('提交并锁定', 'Submit and lock'),
  submitNo: text('再看看', 'Not yet'),
  submittedAt: (when: string) => text(`已提交并锁定 ${when}`, `Submitted and locked ${when}`),
  fingerprint: text('指纹', 'Fingerprint'),
  fingerprintWhat: text('打印件上的指纹应与此一致', 'the printed sheet carries the same'),
  notSentYet: text(
    '还有内容没有送到主机，恢复连接后再提交。写下的内容都在本机。',
    'Something has not reached the host yet. Submit once the connection is back; nothing is lost.',
  ),
  returnedWhy: (reason: string) =>
    text(
      `秘书处已退回，请修改后重新提交。理由：${reason}`,
      `Returned by the secretariat; change it and submit again. Reason: ${reason}`,
    ),
  readOnly: text(
    '审阅评分已经结束，这份没有提交，只能查看。',
    'Reading is closed. This sheet was not submitted and can only be read.',
  ),
  leftOver: (count: number) =>
    text(
      `本机有 ${count} 项内容主机没有接受`,
      `${plural(count, 'entry', 'entries')} on this device not accepted by the host`,
    ),
  leftOverItem: (item: string, score: string, reason: string) =>
    text(`${item}：${score || '未填'} 分 ${reason}`, `${item}: ${score || 'no score'} ${reason}`),
  leftOverDrop: text('放弃这些内容', 'Give them up'),
  leftOverSure: text('放弃后不能找回，确定吗？', 'They cannot be brought back. Give them up?'),
  stageNow: {
    import: text('秘书处正在导入材料。', 'The secretariat is importing papers.'),
    'material-check': text('秘书处正在做形式审查。', 'The secretariat is checking the papers.'),
    panel: text('正在组建专家组。', 'The panel is being set up.'),
    recusal: text('正在办理承诺与回避声明。', 'Declarations are being made.'),
    reading: text('正在审阅评分。', 'Reading and scoring.'),
    visit: text(
      '审阅评分已结束，正在现场考察。评分表只能查看。',
      'Reading is closed; sites are being visited. Sheets can only be read.',
    ),
    deliberation: text(
      '审阅评分已结束，正在集中评议。评分表只能查看。',
      'Reading is closed; the panel is deliberating. Sheets can only be read.',
    ),
    vote: text(
      '现在是实名表决。发起一项表决后，表决票会自动出现在屏幕上；等待时可以查看材料。',
      'Voting by name. The ballot appears by itself when a vote is opened; meanwhile you may read.',
    ),
    result: text('表决和评分已结束，秘书处正在核对结果。', 'Scoring and voting are over; the result is being checked.'),
    export: text(
      '结果已固定，秘书处正在导出文件。感谢您的评审。',
      'The result is final and papers are being exported. Thank you.',
    ),
  },
  legend: text('键盘用法', 'Keys'),
  spaceBar: text('空格', 'Space'),
  keyScore: text('打分', 'score'),
  keyEnter: text('下一项', 'next'),
  keyReason: text('理由', 'reason'),
  keyPin: text('钉页', 'pin page'),
  keyItems: text('上下项', 'items'),
  keyPages: text('翻页', 'pages'),
  keySheets: text('换份', 'applications'),
  keyUndo: text('撤销', 'undo'),
  undoWhat: text('撤销上一步录入（Ctrl Z）', 'Take back what was entered last (Ctrl Z)'),
  // vote
  voteNow: text('实名表决', 'Vote by name'),
  voteOf: (at: number, of: number) => text(`第 ${at} 项，共 ${of} 项`, `${at} of ${of}`),
  voteNeeds: (needed: number) => text(`通过需要 ${needed} 票同意`, `Passes with ${plural(needed, 'vote')} in favour`),
  voteHeads: (appointed: number, recused: number, present: number) =>
    text(
      `专家 ${appointed} 人，回避 ${recused} 人，到会可表决 ${present} 人`,
      `${appointed} experts, ${recused} recused, ${present} present and entitled`,
    ),
  voteRule: (rule: string) => text(`本次评审选定的规则：${rule}`, `Rule adopted for this round: ${rule}`),
  youChoose: text('您选择', 'You choose'),
  voteFinal: text('结束表决前可以更改。', 'You may change it until the vote is closed.'),
  voteChange: text('更改我的选择', 'Change my choice'),
  voteListHint: (max: number | null) =>
    text(
      max === null ? '请逐项选择，填完后一次提交。' : `请逐项选择，最多同意 ${max} 项，填完后一次提交。`,
      max === null
        ? 'Choose for each, then cast the whole ballot.'
        : `Choose for each, at most ${max} for, then cast the whole ballot.`,
    ),
  voteListOpen: (count: number) => text(`还有 ${count} 项未选`, `${count} still open`),
  voteListOver: (count: number, max: number) =>
    text(`已同意 ${count} 项，最多 ${max} 项`, `${count} for, at most ${max}`),
  voteListCount: (count: number) => text(`同意 ${count} 项`, `${count} for`),
  voteBack: text('重新选择', 'Choose again'),
  voteCast: text('确认投票', 'Cast the vote'),
  voted: text('已投票', 'Vote received'),
  votedWait: text(
    '请等待其他专家。结束表决前可以更改；结束后本页自动继续。',
    'Please wait for the others. You may change it until the vote is closed; then the page goes on by itself.',
  ),
  voteWait: text('请等待这一项表决结束。', 'Please wait until this vote is closed.'),
  // viewer
  viewer: {
    title: text('申报材料', 'Papers'),
    files: text('文件', 'Files'),
    form: text('申报表', 'Application form'),
    withPages: (name: string, pages: number) => text(`${name} ${pages} 页`, `${name}, ${plural(pages, 'page')}`),
    photos: (count: number) => text(`照片 ${count}`, `Photos ${count}`),
    tools: text('查看工具', 'View tools'),
    thumbs: text('缩略图', 'Small pages'),
    zoomIn: text('放大', 'Larger'),
    zoomOut: text('缩小', 'Smaller'),
    fit: text('页宽', 'Width'),
    fitWidth: text('恢复为页宽', 'Back to page width'),
    turn: text('旋转本页', 'Turn this page'),
    find: text('查找', 'Find'),
    findWhat: text('要查找的文字', 'Words to find'),
    findNext: text('下一处', 'Next'),
    findHint: text('输入后按回车，再按一次找下一处。', 'Press Enter; again for the next place.'),
    finding: text('正在查找……', 'Looking…'),
    foundAt: (at: number, of: number) =>
      text(`有 ${of} 页提到，这是其中第 ${at} 页`, `page ${at} of ${of} with these words`),
    foundNone: text('没有找到。', 'Not found.'),
    noText: text('这个文件是扫描件，没有可以查找的文字。', 'This file is a scan and has no text to search.'),
    unread: (left: number) => text(`下一未读页（还有 ${left} 页）`, `Next unread (${left} left)`),
    unreadKey: text('跳到下一个没有看过的页，Shift+PageDown', 'Go to the next page not read yet, Shift+PageDown'),
    allRead: text('材料已全部看过', 'All pages read'),
    pageNo: (page: number) => text(`第 ${page} 页`, `Page ${page}`),
    pagePinned: (page: number) => text(`第 ${page} 页，已用于评分`, `Page ${page}, used on the sheet`),
    pageOf: (page: number, count: number) => text(`第 ${page} / ${count} 页`, `Page ${page} / ${count}`),
    pageBack: text('上一页', 'Previous page'),
    pageOn: text('下一页', 'Next page'),
    pageBroken: (page: number) =>
      text(`第 ${page} 页显示不出来，这一页可能已损坏。`, `Page ${page} cannot be shown; it may be damaged.`),
    noFiles: text('这份申报没有文件。', 'This application has no files.'),
    damaged: (name: string) =>
      text(
        `“${name}”打不开，文件可能已损坏。请告知秘书处，其他文件不受影响。`,
        `"${name}" cannot be opened; it may be damaged. Tell the secretariat; the other files are fine.`,
      ),
    notShown: (name: string) =>
      text(
        `“${name}”不能在这里显示。需要查看时请告知秘书处。`,
        `"${name}" cannot be shown here. Ask the secretariat if you need it.`,
      ),
  },
} as const satisfies Dictionary
