/** Words of the desk for packets: bringing them in, checking them, entering their facts. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const intakeWords = {
  title: text('材料导入', 'Import'),
  locked: text('专家组已经组建，不再导入新的申报。', 'The panel stands; no further application is imported.'),
  dropPaths: text(
    '把压缩包或文件夹拖到这里，或点击选择文件',
    'Drop archives or folders here, or click to choose files',
  ),
  dropHint: text(
    '压缩包、文件夹都可以，一次可放多份；一个文件夹里有几家的，会分开请您核对。申报表用 .docx 或 .xlsx。',
    'Archives or folders, many at once; several applicants in one folder are told apart for you to confirm. Forms as .docx or .xlsx.',
  ),
  pickFolder: text('选择文件夹', 'Choose a folder'),
  pick: text('选择压缩包或文件夹', 'Choose archives or folders'),
  going: (at: number, of: number) => text(`正在导入第 ${at} 份，共 ${of} 份……`, `Importing ${at} of ${of}…`),
  progress: text('导入进度', 'Import progress'),
  outcome: (imported: number, refused: number) =>
    text(
      refused === 0 ? `导入 ${imported} 份` : `导入 ${imported} 份，没有导入 ${refused} 份`,
      refused === 0 ? `${imported} imported` : `${imported} imported, ${refused} not`,
    ),
  imported: text('已导入', 'Imported'),
  stop: text('停止导入', 'Stop the import'),
  stopping: text('正在停止……', 'Stopping…'),
  stopHarmless: text(
    '停止或拔出 U 盘都不会损坏已导入的材料；再导入一次会接着做。',
    'Stopping or pulling the stick harms nothing that came in; importing again goes on from there.',
  ),
  amount: (files: number, done: string, of: string) =>
    text(`${files} 个文件，${done} MB，共 ${of} MB`, `${files} files, ${done} MB of ${of} MB`),
  timeLeft: (seconds: number) =>
    seconds < 90
      ? text(`约还需 ${seconds} 秒`, `about ${seconds} s left`)
      : text(`约还需 ${Math.ceil(seconds / 60)} 分钟`, `about ${Math.ceil(seconds / 60)} min left`),
  apartTitle: (source: string, count: number) =>
    text(
      `“${source}”里有 ${count} 份申报，请核对每个文件归谁`,
      `"${source}" holds ${count} applications: whose is each file?`,
    ),
  apartHint: text(
    '已按申报表和所在文件夹分好。分错的请在右边改；确认以后才导入。',
    'Told apart by the forms and by where the files lie. Change what is wrong; nothing is imported before you confirm.',
  ),
  apartOwner: text('归哪份申报', 'Belongs to'),
  apartNobody: text('不属于其中任何一份（不收入）', 'None of them (left out)'),
  apartLeft: (count: number) =>
    text(`有 ${count} 个文件不知道归谁，不改就不收入。`, `${count} files belong to nobody yet and would be left out.`),
  apartConfirm: (count: number) => text(`按此分开，导入 ${count} 份`, `Import these ${count} applications`),
  history: (count: number) => text(`导入记录（${count} 次）`, `Imports (${count})`),
  reportSave: text('下载导入报告（Excel）', 'Download the report (Excel)'),
  reportName: text('导入报告.xlsx', 'import-report.xlsx'),
  cancelled: text('中途停止', 'stopped'),
  recommended: text('推荐名单', 'Recommended units'),
  recommendedHint: text(
    '推荐单位排好序的 Excel 名单，与已导入的申报互相核对。',
    'The ranked Excel list of a recommending unit, compared with the applications both ways.',
  ),
  recommendedPick: text('导入名单（.xlsx）', 'Import a list (.xlsx)'),
  rank: text('排序', 'Rank'),
  listedUnit: text('名单上的单位', 'Unit as listed'),
  listedLeader: text('领办人', 'Leader'),
  listedOccupation: text('职业（工种）', 'Occupation'),
  listedPacket: text('对应的申报', 'Application'),
  listedMissing: text('还没有材料', 'No papers yet'),
  listedNo: (no: number) => text(`申报 ${no}`, `No. ${no}`),
  listedDiffers: {
    unit: text('单位不一致', 'unit differs'),
    leader: text('领办人不一致', 'leader differs'),
    occupation: text('工种不一致', 'occupation differs'),
  },
  unlisted: (names: string) => text(`不在任何推荐名单上的申报：${names}`, `On no list: ${names}`),
  search: text('在材料里查找文字', 'Find words in the papers'),
  searchExample: text('例：姓名、证书编号、专利名称', 'e.g. a name, a certificate number, a patent'),
  searching: text('正在查找……', 'Looking…'),
  searchFound: (pages: number, packets: number, more: boolean) =>
    more
      ? text(`先列出前 ${pages} 处，请把词写得更具体些`, `The first ${pages} places; use more exact words`)
      : text(
          `找到 ${pages} 处，在 ${packets} 份申报里`,
          `${pages} ${pages === 1 ? 'page' : 'pages'} of ${packets} applications`,
        ),
  searchFoundHere: (pages: number) => text(`找到 ${pages} 处`, pages === 1 ? '1 page' : `${pages} pages`),
  searchNone: text('没有找到。', 'Nothing found.'),
  searchScans: (count: number) =>
    text(
      `另有 ${count} 个 PDF 是扫描件，没有文字可查，请翻看原件。`,
      `${count} PDF ${count === 1 ? 'is a scan' : 'are scans'} without text; look at the pages themselves.`,
    ),
  searchUnread: (count: number) =>
    text(`有 ${count} 个文件没有读全，可能漏查。`, `${count} files could not be read to their end.`),
  searchWaiting: (count: number) =>
    text(
      `还有 ${count} 个文件正在读取，请稍后再查一次。`,
      `${count} files are still being read; look again in a moment.`,
    ),
  pageNo: (page: number) => text(`第 ${page} 页`, `page ${page}`),
  queue: text('按审查状态查看', 'Show by state'),
  queueAll: (count: number) => text(`全部 ${count}`, `All ${count}`),
  notImported: text('没有导入', 'Not imported'),
  filesAndPages: (files: number, pages: number) =>
    text(`${files} 个文件 ${pages} 页`, `${files} files, ${pages} pages`),
  packets: (count: number) => text(`已导入的申报（${count}）`, `Applications (${count})`),
  quotaTitle: text('名额', 'Places'),
  quotaState: {
    within: text('在名额内', 'Within'),
    over: text('超名额', 'Over'),
    over_soft: text('超名额，须书面说明', 'Over: a written reason'),
    unknown: text('名额未填', 'Not entered'),
  },
  emptyTitle: text('还没有申报材料', 'No applications yet'),
  emptyHint: text('请在“材料导入”里放入各单位交来的压缩包。', 'Drop the archives the units sent in under "Import".'),
  no: text('序号', 'No.'),
  workshop: text('工作室 / 申办单位', 'Workshop / unit'),
  leader: text('领办人 / 工种', 'Leader / trade'),
  files: text('材料', 'Papers'),
  doubts: text('提醒', 'Notes'),
  warnings: (count: number) => text(`${count} 处提醒`, count === 1 ? '1 note' : `${count} notes`),
  emptyFields: (count: number) => text(`${count} 栏空白`, count === 1 ? '1 empty field' : `${count} empty fields`),
  facts: text('事实', 'Facts'),
  check: text('审查', 'Check'),
  open: text('查看', 'Open'),
  checkTitle: text('形式审查', 'Material check'),
  checked: (done: number, of: number) => text(`已审查 ${done} 份，共 ${of} 份`, `${done} of ${of} checked`),
} as const satisfies Dictionary

export const packetWords = {
  list: text('申报列表', 'All applications'),
  before: text('上一份', 'Previous'),
  after: text('下一份', 'Next'),
  fields: text('申报表', 'Form'),
  files: text('文件', 'Files'),
  check: text('形式审查', 'Check'),
  facts: (done: number, of: number) => text(`事实 ${done}/${of}`, `Facts ${done}/${of}`),
  empty: text('空白', 'Empty'),
  unread: (names: string) =>
    text(
      `没有读到：${names}。请对照左边的申报表录入。`,
      `Not read: ${names}. Compare with the form on the left and key them in.`,
    ),
  counted: (words: number, characters: number) =>
    text(
      `按 Word 统计 ${words} 字（不计空格 ${characters} 个字符）`,
      `${words} words as Word counts, ${characters} characters without spaces`,
    ),
  evidence: (files: number, pages: number) =>
    text(`证明材料：PDF ${files} 个，共 ${pages} 页。`, `Proofs: ${files} PDF, ${pages} pages in all.`),
  pagesOf: (pages: number) => text(`${pages} 页`, `${pages} pages`),
  taken: (day: string) => text(`拍摄于 ${day}`, `taken ${day}`),
  alsoIn: (numbers: string) =>
    text(`与申报 ${numbers} 里的文件完全相同`, `The very same file is in application ${numbers}`),
  oldVersion: (version: number, when: string, source: string) =>
    text(`第 ${version} 版（${when} 导入，${source}）`, `Version ${version} (imported ${when}, ${source})`),
  rules: (count: number, notMet: number, open: number) =>
    text(
      `资格条件核对（${count} 条，不符合 ${notMet}，待定 ${open}）`,
      `Eligibility (${count} rules, ${notMet} not met, ${open} open)`,
    ),
  ruleStands: {
    met: text('符合', 'Met'),
    'not-met': text('不符合', 'Not met'),
    open: text('待定', 'Open'),
    na: text('不适用', 'Not applicable'),
  },
  ruleDecided: (person: string, reason: string) => text(`${person} 认定：${reason}`, `Decided by ${person}: ${reason}`),
  notice: text('打印补正通知', 'Print the notice'),
  noticeBack: text('返回审查', 'Back to the check'),
  noticePrint: text('打印', 'Print'),
  noticeUntil: text('补正期限', 'To be completed by'),
  noticeUntilExample: text('补正期限，例：2026年3月20日', 'Completed by, e.g. 20 March 2026'),
  noticeTitle: text('申报材料补正通知', 'Notice: papers to be completed'),
  noticeTo: (unit: string) => text(`${unit}：`, `To ${unit}:`),
  noticeIntro: (round: string, workshop: string) =>
    text(
      `你单位报来的“${workshop}”申报材料（${round}）收悉。经形式审查，以下内容需要补正：`,
      `We have received your application for "${workshop}" (${round}). The following has to be completed or corrected:`,
    ),
  noticeAbsent: (material: string, clause: string) =>
    text(`缺少${material}（${clause}）。`, `Missing: ${material} (${clause}).`),
  noticeEmpty: (names: string) =>
    text(`申报表以下栏目没有填写：${names}。`, `These fields of the form are empty: ${names}.`),
  noticeAsk: text('请补齐后尽快重新报送。', 'Please complete the papers and send them again soon.'),
  noticeAskUntil: (until: string) =>
    text(`请于${until}前补齐并重新报送。`, `Please complete the papers and send them by ${until}.`),
  noticeDate: text('　　　　年　　月　　日', 'Date:'),
  uncover: text('点击显示', 'Show'),
  readFrom: (place: string) => text(`读自 ${place}`, `Read from ${place}`),
  corrected: (when: string, by: string, reason: string) =>
    text(`已更正 ${when} ${by}：${reason}`, `Corrected ${when} by ${by}: ${reason}`),
  correct: (field: string) => text(`更正“${field}”`, `Correct "${field}"`),
  correctReason: text('更正理由', 'Reason for the correction'),
  correctExample: text(
    '例：表格合并单元格，识别有误，按原表更正',
    'e.g. merged cells were misread; corrected after the form',
  ),
  reasonNeeded: text('请写明理由', 'State the reason'),
  file: text('文件', 'File'),
  kind: text('类别', 'Kind'),
  kinds: {
    form: text('申报表', 'Form'),
    pdf: text('证明材料', 'Proofs'),
    photo: text('照片', 'Photo'),
    sheet: text('表格', 'Sheet'),
    other: text('其他', 'Other'),
  },
  pageCount: text('页数', 'Pages'),
  size: text('大小', 'Size'),
  noText: text('扫描件，没有可查找的文字', 'a scan, without text to search'),
  textUnread: text('文字没有读全', 'its text was not read to the end'),
  skipped: (names: string) => text(`没有收入：${names}`, `Left out: ${names}`),
  materials: text('应交材料（有的打勾）', 'Materials to be handed in (tick what is there)'),
  conditions: (count: number) => text(`申报条件（${count} 条，供对照）`, `Conditions (${count}, to compare)`),
  checkNote: text('审查意见', 'Opinion'),
  checkNoteExample: text('退回的，写明要补正什么', 'When returning it, say what must be supplied'),
  returnNeedsNote: text('退回补正须写明要补什么', 'Say what must be supplied'),
  accept: text('审查通过', 'Accept'),
  sendBack: text('退回补正', 'Return'),
  withdraw: text('申报人退出', 'Withdraw'),
  withdrawTitle: (name: string) => text(`${name} 退出评审？`, `Withdraw ${name}?`),
  withdrawMeans: text(
    '退出后不再评分、表决和排序，不占名额；仍列在结果里，写明理由，记入台账。',
    'It is no longer scored, voted on or ranked and takes no place; it stays listed with the reason and is entered in the ledger.',
  ),
  withdrawExample: text('例：申报单位 11 月 20 日来函撤回', 'e.g. letter of the unit of 20 November'),
  checkedAs: (outcome: string, when: string, by: string) =>
    text(`${outcome}　${when}　${by}`, `${outcome}, ${when}, ${by}`),
  checkLocked: text(
    '形式审查阶段已结束，审查意见不再更改。',
    'The material check is closed; its opinions no longer change.',
  ),
  factsHint: text(
    '每项事实登记一次，各专家共用；得分由事实算出。左边翻到证明页，再点“用第 × 页”。',
    'Each fact is entered once for all experts; points follow from it. Turn to the proof on the left, then take that page.',
  ),
  factsLocked: text('评议结束后不再更改事实。', 'After the deliberation facts no longer change.'),
  factsWanted: (count: number) => text(`还有 ${count} 项没有登记`, `${count} still to enter`),
  factsUnfinished: (count: number) => text(`有 ${count} 项还没填完整`, `${count} not complete yet`),
  factsAll: text('事实都已登记', 'All facts are entered'),
  factsRecorded: (count: number) => text(`已保存 ${count} 项事实`, `${count} saved`),
  checkRecorded: (outcome: string) => text(`审查意见已记录：${outcome}`, `Recorded: ${outcome}`),
  fieldCorrected: (field: string) => text(`“${field}”已更正`, `"${field}" corrected`),
  takenBack: text('撤销上一次更正', 'The correction before this one is taken back'),
  factsSave: (count: number) => text(count === 0 ? '保存' : `保存 ${count} 项`, count === 0 ? 'Save' : `Save ${count}`),
  notSaved: text('未保存', 'Not saved'),
  fromVisit: text('现场考察所见', 'As seen on the visit'),
  noProof: text('还没有证明页', 'No proof page yet'),
  proofAt: (file: string, page: number) => text(`${file} 第 ${page} 页`, `${file} page ${page}`),
  pinHere: (page: number) => text(`用第 ${page} 页作证明`, `Take page ${page}`),
  pinShort: (page: number) => text(`用第 ${page} 页`, `Page ${page}`),
  pinHint: text('把左边打开的这一页记为这项事实的证明', 'Records the page open on the left as the proof of this fact'),
  unpin: text('移除证明页', 'Remove the proof page'),
  addNote: text('加备注', 'Add a note'),
  factNote: text('备注', 'Note'),
  factExpected: {
    'yes-no': text('请选“是”或“否”', 'Choose yes or no'),
    decimal: text('请填数字，例如 7.4', 'A number, such as 7.4'),
    count: text('请填整数，例如 3', 'A whole number, such as 3'),
    'counts-per-year': text('每年填一个整数', 'One whole number for each year'),
  },
  year: (no: number) => text(`第 ${no} 年`, `Year ${no}`),
  addYear: text('加一年', 'Add a year'),
  dropYear: text('减一年', 'Drop a year'),
} as const satisfies Dictionary
