/** Words of the named vote at the desk. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const voteWords = {
  title: text('实名表决', 'Named vote'),
  count: (done: number, of: number) => text(`已表决 ${done} 项，共 ${of} 项`, `${done} of ${of} voted on`),
  states: {
    'not-opened': text('未开始', 'Not opened'),
    prepared: text('已准备', 'Prepared'),
    open: text('正在表决', 'Open'),
    closed: text('已结束', 'Closed'),
  },
  passed: text('通过', 'Passed'),
  failed: text('未通过', 'Not passed'),
  noRule: text('还没有选定表决规则，不能开始表决。', 'No vote rule has been chosen; voting cannot begin.'),
  toRule: text('去选定', 'Choose it'),
  adopted: (rule: string) =>
    text(
      `本次采用：${rule}（文件未规定，由组织单位选定）`,
      `Adopted: ${rule} (left open by the document, chosen by the organiser)`,
    ),
  attendance: (here: number, of: number) =>
    text(`签到：到会 ${here} 人，应到 ${of} 人`, `Attendance: ${here} of ${of} present`),
  attendanceWhileOpen: text(
    '表决进行中。有人离场的取消勾选，按未到会计；已投的票仍然有效。',
    'A vote is open. Untick whoever has left: they count as absent; a ballot already cast stays valid.',
  ),
  emptyTitle: text('没有可以表决的申报', 'Nothing to vote on'),
  appointed: text('应到', 'Appointed'),
  recused: text('回避', 'Recused'),
  entitled: text('有表决权', 'Entitled'),
  present: text('实到', 'Present'),
  needed: text('通过需', 'Needed'),
  votes: (count: number) => text(`${count} 票同意`, `${count} for`),
  ballot: {
    waiting: text('未投', 'Not voted'),
    voted: text('已投', 'Voted'),
    absent: text('未到会', 'Absent'),
    recused: text('回避', 'Recused'),
  },
  open: text('开始表决', 'Open the vote'),
  openAsk: (names: string) => text(`开始对“${names}”的表决？`, `Open the vote on "${names}"?`),
  openAskList: (count: number) =>
    text(`开始对整张选票（${count} 项）的表决？`, `Open the vote on the ballot of ${count}?`),
  openMeans: (appointed: number, recused: number, present: number, needed: number) =>
    text(
      `应到 ${appointed} 人，回避 ${recused} 人，实到 ${present} 人，须 ${needed} 票同意。`,
      `${appointed} appointed, ${recused} recused, ${present} present, ${needed} votes needed.`,
    ),
  openFixes: text(
    '开始后，表决规则和选票上的申报不能再改。',
    'Once open, the rule and what stands on the ballot can no longer be changed.',
  ),
  numbers: (numbers: readonly number[]) => text(`${numbers.join('、')} 号：`, `No. ${numbers.join(', ')}:`),
  close: text('结束表决', 'Close the vote'),
  stillWaiting: (count: number) => text(`还有 ${count} 席未投`, `${count} seats have not voted`),
  understood: text('知道了', 'Understood'),
  next: (name: string) => text(`下一项：${name}`, `Next: ${name}`),
  closeAsk: (name: string) => text(`结束对“${name}”的表决？`, `Close the vote on "${name}"?`),
  closeMeans: (seats: number, names: string) =>
    text(
      `将固定 ${seats} 席的选择：${names}。结束后不能再改，由唱票人唱票后公布。`,
      `This fixes the choices of ${seats} seats: ${names}. They can no longer be changed; they are read out, then published.`,
    ),
  closeWaiting: (seats: string) =>
    text(
      `${seats}。全部投完才能结束表决；有人离场的，请在签到里取消勾选。`,
      `${seats}. The vote closes when all have voted; untick whoever has left.`,
    ),
  otherOpen: (name: string) => text(`“${name}”正在表决`, `"${name}" is open`),
  progress: (voted: number, of: number) => text(`已投 ${voted} / ${of}`, `${voted} of ${of} have voted`),
  hidden: text('结束表决前，任何人看不到各席的选择', 'Nobody sees a choice before the vote is closed'),
  tally: (agree: number, against: number, abstain: number) =>
    text(
      `同意 ${agree} 票，反对 ${against} 票，弃权 ${abstain} 票`,
      `${agree} for, ${against} against, ${abstain} abstained`,
    ),
  prepare: text('准备表决', 'Prepare the vote'),
  preparedHint: text(
    '规则已固定，人数和票数已显示在大屏。请组长宣读后开始表决。',
    'The rule is fixed and the numbers are on the wall. Open the vote once the chair has read them out.',
  ),
  withdraw: text('撤回准备', 'Take back'),
  withdrawTitle: text('撤回这次准备？', 'Take this preparation back?'),
  withdrawExample: text('例：先表决另一项', 'e.g. another item comes first'),
  again: text('再次表决', 'Vote again'),
  againTitle: (name: string) => text(`对“${name}”再次表决`, `Vote on "${name}" again`),
  againMeans: text(
    '原来的表决留在台账里，以最后一次为准。',
    'The earlier vote stays in the ledger; the latest one counts.',
  ),
  againExample: text('例：有成员中途到会，全体同意重新表决', 'e.g. a member arrived late and all agree to vote again'),
  turn: (turn: number, purpose: string) => text(`第 ${turn} 次表决（${purpose}）`, `Vote ${turn} (${purpose})`),
  purposes: {
    first: text('首次', 'first'),
    repeat: text('重新表决', 'repeat'),
    'run-off': text('末位并列再次表决', 'run-off'),
  },
  earlier: (turn: number, sentence: string) => text(`第 ${turn} 次：${sentence}`, `Vote ${turn}: ${sentence}`),
  quorum: text('到会须', 'Quorum'),
  heads: (count: number) => text(`${count} 人`, `${count}`),
  quorumMissed: text('到会人数不足', 'no quorum'),
  clause: (clause: string) => text(`依据 ${clause}`, `under ${clause}`),
  clauseAdopted: text('表决由组织单位采用', 'the vote is adopted by the organiser'),
  onList: (of: number, maxYes: string, places: string) =>
    text(`同一张选票共 ${of} 项${maxYes}${places}`, `one ballot of ${of}${maxYes}${places}`),
  maxYesShown: (count: number) => text(`，最多同意 ${count} 项`, `, at most ${count} for`),
  placesShown: (count: number) => text(`，名额 ${count} 个`, `, ${count} places`),
  list: text('整张选票表决', 'Vote on a list'),
  listTitle: text('准备整张选票', 'Prepare a list'),
  listHint: text(
    '多项申报列在一张选票上，每位成员一次填完。',
    'Several applications stand on one ballot that every member fills at once.',
  ),
  listWho: text('列入选票的申报', 'Applications on the ballot'),
  maxYes: text('每张选票最多同意几项', 'Most that one ballot may agree to'),
  places: text('名额（最多入选几项）', 'Places (most that can be chosen)'),
  unlimited: text('不限', 'no limit'),
  tied: (names: string, left: number) =>
    text(
      `末位票数并列：${names}，剩余名额 ${left} 个。须再次表决，不按名单顺序取舍。`,
      `Level at the last place: ${names}, ${left} places left. Only another vote decides.`,
    ),
  runOff: text('准备末位再次表决', 'Prepare the run-off'),
  runOffReason: text('末位票数并列', 'level at the last place'),
  paper: text('代录纸质选票', 'Enter a paper ballot'),
  paperTitle: text('代录纸质选票', 'Enter a paper ballot'),
  paperHint: text(
    '仅用于没有设备的成员。须两人各看纸票录入一次，两次一致才记票。',
    'Only for a member without a device. Two people enter the paper ballot independently; only equal entries count.',
  ),
  paperWho: text('成员', 'Member'),
  paperFirst: text('第一次录入（秘书处）', 'First entry (secretariat)'),
  paperNext: text('请第二人核对', 'Hand over to the second person'),
  paperSecond: text('第二次录入（核对人）', 'Second entry (second person)'),
  paperSecondName: text('核对人姓名', 'Name of the second person'),
  paperSecondHint: text(
    '第一次的选择已遮住，请照纸票重新选择。',
    'The first entry is hidden. Enter the paper ballot again.',
  ),
  paperNote: text('废票原因', 'Why it is invalid'),
  paperSave: text('核对并记票', 'Compare and record'),
  paperSaved: (seat: number, name: string) =>
    text(`已记第 ${seat} 席 ${name} 的选票`, `Recorded for seat ${seat}, ${name}`),
  onPaper: (second: string) => text(`纸票，${second}核对`, `paper, checked by ${second}`),
  papers: (issued: number, returned: number, valid: number, invalid: number) =>
    text(
      `发出 ${issued} 张 = 收回 ${returned} 张 = 有效 ${valid} 张 + 无效 ${invalid} 张`,
      `${issued} issued = ${returned} returned = ${valid} valid + ${invalid} invalid`,
    ),
  readOut: text('唱票', 'Read out'),
  readOutHint: text('逐席宣读，大屏同步显示已唱的票。', 'Read seat by seat; the wall shows what was read.'),
  readBack: text('上一票', 'One back'),
  readNext: (seat: number, name: string) => text(`唱第 ${seat} 席 ${name}`, `Read seat ${seat}, ${name}`),
  readDone: text('已唱完', 'All read'),
  publish: text('公布结果', 'Publish'),
  publishAsk: (name: string, sentence: string) =>
    text(`公布“${name}”的表决结果？${sentence}`, `Publish "${name}"? ${sentence}`),
  published: (when: string) => text(`${when} 公布`, `published ${when}`),
  notPublished: text('已计票，未公布', 'counted, not published'),
} as const satisfies Dictionary
