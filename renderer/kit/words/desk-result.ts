/** Words of the desk for the end: results, papers, the ledger. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const resultWords = {
  title: text('结果', 'Result'),
  frozen: (when: string) => text(`已固定 ${when}`, `Frozen ${when}`),
  notFrozen: text('未固定，仍可能变化', 'Not frozen, may still change'),
  aggregation: (how: string) => text(`本次采用：${how}`, `Adopted: ${how}`),
  freeze: text('固定结果', 'Freeze the result'),
  freezeAsk: text('固定结果？', 'Freeze the result?'),
  freezeMeans: (count: number) =>
    text(
      `将固定 ${count} 份申报的得分、名次、等次和结论，并记入台账。`,
      `This fixes score, rank, grade and decision of ${count} applications and enters them in the ledger.`,
    ),
  freezeFinal: text(
    '固定后不能更改，才能导出签名。请先核对。',
    'It can no longer be changed and may then be exported. Check it first.',
  ),
  freezeNoChair: text('（未设组长）', '(no chair)'),
  freezeChair: (name: string) =>
    text(
      `组长 ${name} 已当场核对以上结果，同意固定`,
      `The chair, ${name}, has checked this result here and agrees to fix it`,
    ),
  freezeNeedsChair: text('须组长当场核对', 'The chair has to check it first'),
  freezeSecretary: text('秘书姓名（经办人）', 'Name of the secretary'),
  freezeNeedsSecretary: text('请填写秘书姓名', "Enter the secretary's name"),
  outside: text('未参加排序的申报', 'Not ranked'),
  outsideWhy: text('原因', 'Why'),
  line: text('入选线与依据', 'The line, and why'),
  places: (most: number) => text(`名额 ${most} 个`, `${most} places`),
  noPlaces: text('没有限定名额', 'No limit of places'),
  lineCounts: (inside: number, undecided: number, reserve: number) =>
    text(
      `线上 ${inside} 项，待定 ${undecided} 项，备选 ${reserve} 项`,
      `${inside} above, ${undecided} undecided, ${reserve} in reserve`,
    ),
  lineState: text('线上线下', 'Line'),
  lineListed: {
    'left-out': text('未列入', 'Left off'),
    'taken-in': text('列入', 'Listed'),
  },
  lineBeyond: (names: string) =>
    text(
      `表决通过、但不在入选线内：${names}。结论以表决为准；与名额或文件规定不符的，请在固定结果前重新开放表决阶段，再次表决。`,
      `Passed by vote, but not above the line: ${names}. The vote decides; where it goes beyond the places or the document, reopen the vote and vote again before the result is frozen.`,
    ),
  lineStates: {
    in: text('线上', 'Above'),
    out: text('线下', 'Below'),
    undecided: text('待定', 'Undecided'),
    reserve: text('备选', 'Reserve'),
  },
  lineWho: text('申报', 'Application'),
  lineBecause: text('依据', 'Because'),
  lineToDiffer: text('须有何不同，怎样办', 'What would have to differ; what to do'),
  lineWayOut: text('处理办法：', 'What to do: '),
  trimming: text('去不去掉最高分、最低分', 'Dropping extremes or not'),
  outliers: text('明显偏离的给分', 'Marks far off'),
  outlier: (no: number, name: string, score: string, expected: string) =>
    text(
      `${no} 号，${name} 给 ${score}，预期约 ${expected}`,
      `No. ${no}: ${name} gave ${score}, about ${expected} expected`,
    ),
  rank: text('名次', 'Rank'),
  tied: text('并列', 'Tied'),
  shown: text('得分', 'Score'),
  mean: text('平均', 'Mean'),
  trimmed: text('去高低', 'Trimmed'),
  median: text('中位', 'Median'),
  range: text('极差', 'Range'),
  grade: text('等次', 'Grade'),
  voted: text('表决', 'Vote'),
  vote: text('同意/反对/弃权', 'For/against/abst.'),
  decision: text('结论', 'Decision'),
  enteredAtDesk: text('秘书处代录', 'entered at the desk'),
  means: (mean: string, trimmed: string | null, median: string) =>
    text(
      `平均 ${mean}，${trimmed === null ? '' : `去掉最高最低 ${trimmed}，`}中位数 ${median}`,
      `mean ${mean}, ${trimmed === null ? '' : `trimmed ${trimmed}, `}median ${median}`,
    ),
  spread: (min: string, max: string, range: string, deviation: string | null) =>
    text(
      `最低 ${min}，最高 ${max}，相差 ${range}${deviation === null ? '' : `，标准差 ${deviation}`}`,
      `lowest ${min}, highest ${max}, range ${range}${deviation === null ? '' : `, standard deviation ${deviation}`}`,
    ),
  exact: (exact: string, shown: string, counted: number) =>
    text(
      `精确值 ${exact}，显示为 ${shown}；计入 ${counted} 份评分。名次和等次按精确值。`,
      `Exact ${exact}, shown as ${shown}; ${counted} sheets counted. Ranks and grades use the exact value.`,
    ),
  gradeConflict: (base: string) =>
    text(`加分影响等次：只按基础分为“${base}”`, `The bonus decides the grade: "${base}" on base points alone`),
  chart: text('各专家评分分布', 'How the experts scored'),
  chartMarks: text('各专家的评分', 'Marks of the experts'),
  chartAria: (rows: number, seats: number) =>
    text(
      `${rows} 份申报、${seats} 位专家的评分分布，数值见上表`,
      `Marks of ${seats} experts for ${rows} applications; the numbers are in the table above`,
    ),
  heat: text('评分热图与名次区间', 'Heat map and rank intervals'),
  heatHint: text(
    '格内为给分与该申报平均分之差，底色越深、字越粗，离平均分越远；“–”为回避或未评。区间为重抽专家后十次有九次落在其中的名次。',
    'Each cell is a mark less the mean of its application; the darker and bolder, the farther off; "–" is recused or not scored. The interval holds nine of ten ranks when the panel is drawn anew.',
  ),
  interval: text('名次区间', 'Rank interval'),
  intervalOf: (low: number, high: number) => text(`第 ${low} 至 ${high} 名`, `${low} to ${high}`),
  decideLine: text('处理并列和例外', 'Ties and exceptions'),
  decideLineMeans: text(
    '并列在入选线上的，按第二轮表决的同意票数区分；文件留有余地的条款，可以写明理由准予例外。决定记入台账，有密钥的由经办人签名。以前记录的已填在下面，这次保存的整个取代以前的。',
    'Those tied at the line are told apart by the votes of a second vote; where a rule leaves room, an application may be let past it for a written reason. The decision enters the ledger, signed where there is a key. What was recorded before is filled in below; what is saved now replaces it as a whole.',
  ),
  secondVote: (name: string) => text(`第二轮同意票：${name}`, `Votes in the second vote: ${name}`),
  exception: (name: string) => text(`准予例外的理由：${name}`, `Reason for an exception: ${name}`),
  exceptionHint: text('不准例外的留空', 'Leave empty for no exception'),
  decideLineBy: text('决定依据（会议、时间、谁决定）', 'On what grounds (meeting, time, who decided)'),
  nothingToDecide: text(
    '没有并列在线上的，也没有可以例外的。',
    'Nobody is tied at the line and no exception is possible.',
  ),
  consensus: text('专家意见一致程度', 'How far the experts agree'),
  consensusHint: text('只供参考，不影响结果。', 'For information only; it changes nothing.'),
  kendall: text('肯德尔和谐系数 W', "Kendall's W"),
  uncorrected: (value: string) => text(`未校正并列 ${value}`, `${value} without correction for ties`),
  givenMean: text('所给平均分', 'Mean given'),
  offset: text('与全组相差', 'Off the panel'),
  without: text('去掉这一位之后', 'Without this expert'),
  changes: text('名次有变', 'Order changes'),
} as const satisfies Dictionary

export const papersWords = {
  title: text('签名导出', 'Signing and export'),
  notFrozen: text('结果还没有固定，不能导出。', 'The result is not frozen; nothing can be exported yet.'),
  hint: text(
    '结果工作簿带有完整台账，任何人都可以据此重算每一个得分、名次和表决。',
    'The workbook carries the whole ledger; anyone can recompute every score, rank and vote from it.',
  ),
  toFolder: text('导出到文件夹', 'Export to a folder'),
  workbook: text('下载结果工作簿', 'Download the workbook'),
  backup: text('备份本次评审', 'Back up this round'),
  unfilled: (numbers: string) =>
    text(
      `${numbers} 号的申报表不是可填写的 Word 表格，专家意见须手工填写。`,
      `The forms of no. ${numbers} are no Word forms that can be filled; the panel's opinion has to be written in by hand.`,
    ),
  print: text('打印', 'Print'),
  printPdf: text('存为 PDF', 'Save as PDF'),
  printBack: text('返回', 'Back'),
  printWhich: text('打印哪一份', 'What to print'),
  printBook: text('结果工作簿', 'Workbook'),
  printGroups: {
    round: text('文书', 'Papers of the round'),
    notices: text('告知书', 'Notices'),
    forms: text('申报表（已填专家意见）', "Application forms with the panel's opinion"),
    dossiers: text('评审档案', 'Dossiers'),
  },
  printAll: (pages: number) => text(`全部表格，共 ${pages} 页`, `All sheets, ${pages} pages`),
  printSheet: (name: string, pages: number) => text(`${name}（${pages} 页）`, `${name} (${pages} pages)`),
  printHint: text(
    '下面就是印出来的样子：A4 纸，每页有页码、台账指纹和二维码。打印时不要缩放，不要另加页眉页脚。',
    'This is how it prints: A4, with page number, fingerprint and code on every page. Print unscaled and without further headers.',
  ),
  printWordHint: text(
    '屏幕上连成一页，打印时按纸张分页，每页页脚有“第几页共几页”、台账指纹和二维码。打印时不要缩放，不要另加页眉页脚。',
    'One long page here; in print it is cut to the size of the paper, with page number, fingerprint and code on every page. Print unscaled and without further headers.',
  ),
  printOldBrowser: text(
    '这个浏览器太旧，印不出页脚的页码、指纹和二维码。请在匠评程序里打印，或者换用新版浏览器。',
    'This browser is too old to print page number, fingerprint and code. Print from the Jiangping program or from a newer browser.',
  ),
  dossier: text('评审档案', 'Dossier'),
  dossierHint: text('一份申报是怎样评出来的，全部在一个文件里。', 'How one application was decided, all in one file.'),
  dossierChoose: text('选择申报', 'Choose an application'),
  dossierGet: text('下载评审档案', 'Download the dossier'),
  templates: text('告知书模板', 'Templates of the notices'),
  templatesHint: text(
    '写出模板后用 Word 修改，{{名称}} 处由程序填入；以后的告知书都按修改后的模板。',
    'Once written they can be changed in Word; {{names}} are filled in by the program, and all later notices follow them.',
  ),
  templatesWrite: text('写出模板', 'Write the templates'),
  templatesAt: (folder: string, fresh: number) =>
    text(
      fresh > 0 ? `已写出 ${fresh} 个模板，在 ${folder}` : `模板已在 ${folder}，没有改动`,
      fresh > 0 ? `${fresh} templates written to ${folder}` : `The templates are in ${folder}; nothing was changed`,
    ),
  written: (count: number) => text(`已写出 ${count} 个文件`, `${count} files written`),
  backedUp: (path: string) => text(`已备份到 ${path}`, `Backed up to ${path}`),
  head: (entries: number) => text(`台账指纹（${entries} 条）`, `Ledger fingerprint (${entries} entries)`),
  moneyTitle: text('补助资金', 'Subsidies'),
  moneyTotal: (total: string, open: number) =>
    text(
      `合计 ${total} 万元${open > 0 ? `，另有 ${open} 家尚未确定` : ''}。`,
      `${total} × 10,000 yuan in all${open > 0 ? `; ${open} not yet known` : ''}.`,
    ),
  moneyWorkshop: text('工作室', 'Workshop'),
  moneySum: text('万元', '10,000 yuan'),
  moneyOpen: text('待定', 'open'),
  moneyWhy: text('依据', 'Why'),
  toLedger: text('查看台账', 'Open the ledger'),
} as const satisfies Dictionary

export const publicationWords = {
  title: text('公示与异议', 'Publicity and objections'),
  hint: text(
    '公示名单没有电话、身份证号和得分；起止日期按节假日推算，张贴当日不计。收到异议的一项暂缓，其余照常进行。',
    'The list has no phones, identity numbers or scores; its days follow the holiday calendar, the day of posting not counted. An objection holds its own entry, the others go on.',
  ),
  posted: text('张贴（发布）日期', 'Posted on'),
  length: text('公示天数', 'Days'),
  unit: text('按', 'Counted in'),
  working: text('工作日', 'working days'),
  calendar: text('自然日', 'calendar days'),
  order: text('排列', 'Order'),
  orders: {
    strokes: text('姓氏笔画', 'Strokes of the surname'),
    pinyin: text('姓名拼音', 'Pinyin'),
    number: text('申报编号', 'Number'),
  },
  place: text('公示地点（网站）', 'Where'),
  post: text('记录公示', 'Record the posting'),
  needed: text('请填写', 'Fill this in'),
  period: (first: string, last: string, next: string) =>
    text(`公示 ${first} 至 ${last}，${next} 起可办下一步`, `From ${first} to ${last}; the next step from ${next}`),
  objections: text('异议', 'Objections'),
  about: text('对哪一项', 'About'),
  received: text('收到日期', 'Received'),
  from: text('提出人（不公开）', 'From (never published)'),
  text: text('异议内容', 'What is objected'),
  object: text('登记异议', 'Record the objection'),
  held: text('核实中，暂缓', 'Held'),
  late: text('（公示期外）', '(outside the period)'),
  outcomes: { upheld: text('异议成立', 'Upheld'), rejected: text('异议不成立', 'Rejected') },
  reason: text('核实情况和理由', 'Findings and reason'),
  reject: text('不成立，继续', 'Reject, go on'),
  uphold: text('成立，撤下', 'Uphold, take off'),
} as const satisfies Dictionary

export const ledgerWords = {
  title: text('台账', 'Ledger'),
  hint: text(
    '每个决定一条，前后相扣，只增不改。',
    'One entry for every decision, each bound to the one before; nothing is ever edited.',
  ),
  verify: text('核验台账', 'Verify the ledger'),
  holds: (count: number) =>
    text(`核验通过：${count} 条前后相扣，没有改动。`, `It holds: ${count} entries, unbroken and unchanged.`),
  broken: text('台账有问题，请停止使用并从备份核对', 'The ledger does not hold; stop and compare with a backup'),
  problem: (seq: number, why: string) => text(`第 ${seq} 条：${why}`, `Entry ${seq}: ${why}`),
  why: {
    gap: text('缺了一条', 'an entry is missing'),
    link: text('与前一条接不上', 'does not follow the one before'),
    hash: text('内容被改动', 'was changed'),
  },
  head: text('台账指纹', 'Fingerprint of the ledger'),
  seq: text('序号', 'No.'),
  at: text('时间', 'When'),
  what: text('事项', 'What'),
  by: text('经手', 'By'),
  fingerprint: text('指纹', 'Fingerprint'),
  roles: {
    secretariat: text('秘书处', 'Secretariat'),
    expert: text('专家', 'Expert'),
    chair: text('组长', 'Chair'),
    supervisor: text('监督', 'Supervisor'),
    recorder: text('记录人', 'Recorder'),
    program: text('程序', 'Program'),
  },
  doors: {
    desk: text('秘书处电脑', 'at the desk'),
    seat: text('席位平板', 'at the seat'),
    'command-line': text('命令行', 'command line'),
  },
  groups: {
    round: text('评审与阶段', 'Round and stages'),
    packets: text('申报材料', 'Applications'),
    panel: text('专家组', 'Panel'),
    scoring: text('评分', 'Scoring'),
    visits: text('现场考察', 'Site visits'),
    deliberation: text('集中评议', 'Deliberation'),
    votes: text('表决', 'Votes'),
    results: text('结果与公示', 'Results and publicity'),
    signing: text('证书与签名', 'Keys and signatures'),
    devices: text('多台设备', 'Several devices'),
  },
  search: text('查找', 'Find'),
  anyKind: text('全部类别', 'All kinds'),
  anybody: text('全部人员', 'Everybody'),
  anyPacket: text('全部申报', 'All applications'),
  from: text('起始日期', 'From'),
  to: text('截止日期', 'Until'),
  clear: text('清除条件', 'Clear'),
  found: (found: number, all: number) =>
    found === all
      ? text(`共 ${all} 条`, `${all} entries`)
      : text(`找到 ${found} 条，共 ${all} 条`, `${found} of ${all} entries`),
  signedBy: text('签名', 'Signed by'),
  unsigned: text('无签名', 'not signed'),
  enteredBy: (name: string) => text(`${name}（代录）`, `${name} (entered it)`),
  chain: text('设备', 'Device'),
  before: text('上一条指纹', 'Entry before'),
  certificate: text('证书指纹', 'Certificate'),
  value: text('签名值', 'Signature'),
  content: text('全部内容', 'Whole content'),
  hidden: text('现在不公开', 'not to be seen yet'),
  audit: text('导出供审计', 'Export for audit'),
  auditTable: text('Excel 表格（.xlsx）', 'Excel table (.xlsx)'),
  auditLines: text('逐条原文（.jsonl），可重算指纹', 'Every entry as it is (.jsonl), to recompute the chain'),
} as const satisfies Dictionary
