/** Words of a seat for what comes after a first pass: doubts, reasons still owed, new versions, the second look. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const doubtWords = {
  raise: text('有疑', 'Doubt'),
  raiseOf: (item: string) => text(`对 ${item} 的事实有疑`, `Doubt the facts of ${item}`),
  title: (item: string) => text(`对 ${item} 的事实提出疑问`, `Raise a doubt about ${item}`),
  what: text(
    '疑问直接送秘书处核实，您可以接着评分。事实如有更正，分数会自动重算。',
    'The secretariat checks it while you go on. If the fact is corrected, the points follow by themselves.',
  ),
  text: text('哪里有疑问', 'What is doubtful'),
  example: text('例：第 8 页平面图的面积包含走廊', 'e.g. the plan on page 8 includes the corridor'),
  page: (page: string) => text(`附上正在看的这一页：${page}`, `Attach the page on screen: ${page}`),
  send: text('送秘书处核实', 'Send to the secretariat'),
  sent: text('疑问已送秘书处', 'Sent to the secretariat'),
  waiting: text('已提疑问，等待核实：', 'Doubt raised, waiting: '),
  said: text('您的疑问：', 'Your doubt: '),
  answered: text('秘书处答复：', 'The secretariat: '),
} as const satisfies Dictionary

export const closingWords = {
  title: text('提交前补写扣分理由', 'Reasons still to be written'),
  what: (count: number) =>
    text(`分数已评完，还有 ${count} 处扣分没有写理由。`, `All scores are in; ${count} deductions have no reason yet.`),
  deducted: (deduct: string, score: string) => text(`扣 ${deduct} 分，得 ${score} 分`, `−${deduct}, ${score} points`),
  later: text('回到评分表', 'Back to the sheet'),
  done: text('写好了', 'Done'),
  owed: (count: number) => text(`还差 ${count} 条理由`, `${count} reasons to write`),
} as const satisfies Dictionary

export const versionWords = {
  change: text('更改已提交的评分', 'Change it'),
  title: text('更改已提交的评分', 'Change a submitted sheet'),
  what: text(
    '写明理由后可以修改，改好须重新提交。原来的版本和理由都会保留并可查。',
    'Give the reason, change it and submit again. The old version and the reason are kept.',
  ),
  reason: text('更改理由（必填）', 'Reason (required)'),
  example: text('例：看错了证明材料的年份', 'e.g. I misread the year on the proof'),
  go: text('打开修改', 'Open it'),
  openedByMe: (reason: string) =>
    text(`您已打开修改，改好后请重新提交。理由：${reason}`, `You opened it again; submit when done. Reason: ${reason}`),
  list: (count: number) => text(`共 ${count} 个版本`, `${count} versions`),
  version: (no: number, when: string, total: string | null) =>
    text(
      `第 ${no} 版　${when}${total === null ? '' : `　总分 ${total}`}`,
      `Version ${no}, ${when}${total === null ? '' : `, total ${total}`}`,
    ),
  own: (reason: string) => text(`本人更改：${reason}`, `changed by me: ${reason}`),
  paper: (first: string, second: string, scan: string, file: string) =>
    text(
      `纸质评分表，${first}录入，${second}再录一遍${scan === '' ? '' : `，扫描件 ${scan}`}${file === '' ? '' : `，所附文件 ${file}`}`,
      `on paper, entered by ${first} and once more by ${second}${scan === '' ? '' : `, scan ${scan}`}${file === '' ? '' : `, attached ${file}`}`,
    ),
  returned: (reason: string) => text(`退回后更改：${reason}`, `after return: ${reason}`),
} as const satisfies Dictionary

export const secondWords = {
  far: text('本项与多数意见相差较大', 'Far from most of the others'),
  farHint: text('如属本意可以保留，请把理由写清楚。', 'Keep it if you mean it; state the reason clearly.'),
  bar: (count: number) =>
    text(
      `有 ${count} 项与多数意见相差较大，请您复评`,
      `${count === 1 ? '1 item is' : `${count} items are`} far from the panel; please look again`,
    ),
  barDone: text('复评已完成', 'Second look done'),
  open: text('开始复评', 'Look again'),
  show: text('查看复评', 'Show'),
  title: text('复评', 'Second look'),
  what: text(
    '以下各项您的评分与多数意见相差较大。可以更改，也可以维持，都须写明理由；两次的分数都会保留。这里不显示他人的姓名和分数。',
    'On these items you stand far from the panel. Change or stay, with a reason; both scores are kept. Names and scores of others are not shown.',
  ),
  yours: (points: string, max: string) => text(`您评了 ${points} 分，满分 ${max}`, `You gave ${points} of ${max}`),
  yourReason: (reason: string) => text(`当时的理由：${reason}`, `Your reason: ${reason}`),
  newScore: (item: string) => text(`${item} 现在的分数`, `${item} now`),
  reasonOf: (item: string) => text(`${item} 复评理由`, `${item} reason for this`),
  reasonHint: text('更改或维持的理由（必填）', 'Why you change or stay (required)'),
  stay: text('维持原分', 'Stay'),
  change: (score: string) => text(`改为 ${score} 分`, `Change to ${score}`),
  stayed: (reason: string) => text(`维持原分。理由：${reason}`, `Stayed. Reason: ${reason}`),
  changed: (score: string, reason: string) =>
    text(`改为 ${score} 分。理由：${reason}`, `Now ${score}. Reason: ${reason}`),
  papers: text('看材料', 'Papers'),
} as const satisfies Dictionary

/** What this device believes it has sent, and what still waits on it. */
export const sentWords = {
  title: text('本机收发记录', 'Sent from this device'),
  what: text(
    '“已送达”是主机确认收到的，时间以主机为准；“待发”还在本机，连上后自动补送。只有您在本机入席后能看到。',
    'What the host has confirmed, by its own clock; what waits is still here and goes by itself. Only you can see this list, at your seat.',
  ),
  waiting: text('待发', 'Waiting'),
  refused: (why: string) => text(`主机未接受：${why}`, `Not accepted: ${why}`),
  sent: text('已送达', 'Sent'),
  none: text('本机还没有发送过内容。', 'Nothing was sent from this device yet.'),
  when: text('时间', 'When'),
  of: text('申报', 'Application'),
  item: text('内容', 'What'),
  submitted: text('提交评分表', 'Sheet handed in'),
  score: (item: string, score: string, reason: string) =>
    text(
      `${item}：${score === '' ? '清空' : `${score} 分`}${reason === '' ? '' : `　${reason}`}`,
      `${item}: ${score === '' ? 'cleared' : `${score} points`}${reason === '' ? '' : `, ${reason}`}`,
    ),
} as const satisfies Dictionary

export const orderWords = {
  by: text('排序', 'Order'),
  byNumber: text('按顺序', 'Listed'),
  byScore: text('按分数', 'Score'),
  rank: (rank: number) => text(`第 ${rank}`, `#${rank}`),
  rankOf: (rank: number) => text(`我排第 ${rank}`, `my number ${rank}`),
} as const satisfies Dictionary

/** Versions that the same expert handed in on two devices. */
export const conflictWords = {
  bar: (count: number) =>
    text(
      `您在不同设备上提交过内容不同的版本（${count} 处），请选定以哪一份为准`,
      `You handed in different versions on two devices (${count}); say which one counts`,
    ),
  open: text('对照并选定', 'Compare and choose'),
  title: (no: number, workshop: string) => text(`选定版本　申报 ${no} ${workshop}`, `Which version: ${no} ${workshop}`),
  what: text(
    '下面是您自己提交的各个版本，只有您能看到内容。选定后以这一份计入，其余的保留在台账里，不再计入。',
    'These are your own versions; nobody else sees them. The one you choose counts. The others stay in the ledger and do not count.',
  ),
  all: (same: number) => text(`也显示相同的 ${same} 项`, `Show the ${same} equal items too`),
  item: text('项目', 'Item'),
  version: (at: number) => text(`版本 ${'一二三四五六七八九'[at] ?? at + 1}`, `Version ${at + 1}`),
  here: text('在会场主机上提交', 'Handed in at this host'),
  elsewhere: (chain: string) => text(`在另一台设备上提交（${chain}）`, `Handed in on another device (${chain})`),
  signed: {
    self: text('已由本人签名', 'Signed by you'),
    secretariat: text('秘书处代录并签名', 'Entered and signed by the secretariat'),
    nobody: text('没有签名', 'Not signed'),
  },
  points: (points: string | null) => text(`${points ?? '—'} 分`, `${points ?? '—'} pts`),
  nothing: text('没有评', 'Nothing'),
  ask: text('以哪一份为准？', 'Which one counts?'),
  keep: (at: number) => text(`以版本${'一二三四五六七八九'[at] ?? at + 1}为准`, `Version ${at + 1} counts`),
  reason: text('理由（可不填）', 'Reason (optional)'),
  decide: text('选定', 'Decide'),
  after: text(
    '选定会写入台账；您在本机有签名密钥的，会同时签名。秘书处只看到“已选定”，看不到内容。',
    'The decision goes into the ledger, signed where this device holds your key. The secretariat sees that you decided, not what the versions say.',
  ),
} as const satisfies Dictionary
