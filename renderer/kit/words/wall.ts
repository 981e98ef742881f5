/** Words of the wall. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const wallWords = {
  page: text('匠评 大屏', 'Jiangping wall'),
  noRound: text(
    '这个地址没有写明是哪次评审。请从秘书处重新打开大屏。',
    'This address names no round. Open the wall from the desk again.',
  ),
  unit: text('申办单位', 'Unit'),
  leader: text('领办人', 'Leader'),
  appointed: text('应到', 'Appointed'),
  recused: text('回避', 'Recused'),
  present: text('实到', 'Present'),
  needed: text('通过需', 'Needed'),
  votesFor: text('票同意', 'for'),
  quorum: text('到会须', 'Quorum'),
  quorumMet: text('人', 'people'),
  quorumMissed: text('人，人数不足', 'people: not met'),
  linePresent: (present: number, recused: number) =>
    text(
      `实到 ${present} 人${recused > 0 ? `，回避 ${recused} 人` : ''}`,
      `${present} present${recused > 0 ? `, ${recused} recused` : ''}`,
    ),
  lineNeeded: (count: number) => text(`需 ${count} 票`, `${count} needed`),
  lineResult: (agree: number, outcome: string) => text(`同意 ${agree} 票，${outcome}`, `${agree} for: ${outcome}`),
  adopted: (rule: string) =>
    text(
      `本次采用：${rule}（文件未规定，由组织单位选定）`,
      `Adopted: ${rule} (left open by the document, chosen by the organiser)`,
    ),
  ballot: {
    waiting: text('未投', 'Not voted'),
    voted: text('已投', 'Voted'),
    absent: text('未到会', 'Absent'),
    recused: text('回避，已离场', 'Recused, has left'),
  },
  voted: (count: number, of: number) => text(`已投 ${count} / ${of}`, `${count} of ${of} voted`),
  prepared: text('请组长宣读规则，即将开始表决', 'The chair reads out the rule; the vote is about to open'),
  clause: (clause: string) => text(`${clause}。`, `${clause}. `),
  turn: (turn: number) => text(`第 ${turn} 次表决。`, ` Vote ${turn}.`),
  list: (of: number, maxYes: number | null, places: number | null) =>
    text(
      `整张选票共 ${of} 项${maxYes === null ? '' : `，每票最多同意 ${maxYes} 项`}${places === null ? '' : `，名额 ${places} 个`}。`,
      ` One ballot of ${of}${maxYes === null ? '' : `, at most ${maxYes} for`}${places === null ? '' : `, ${places} places`}.`,
    ),
  reading: (count: number, of: number) => text(`唱票 ${count} / ${of}`, `Read ${count} of ${of}`),
  soFar: (agree: number, against: number, abstain: number, invalid: number) =>
    text(
      `同意 ${agree}，反对 ${against}，弃权 ${abstain}${invalid > 0 ? `，废票 ${invalid}` : ''}`,
      `${agree} for, ${against} against, ${abstain} abstaining${invalid > 0 ? `, ${invalid} invalid` : ''}`,
    ),
  itemNo: (no: number) => text(`${no} 号`, `No. ${no}`),
  inRoom: text('在场', 'Present'),
  leaves: (seats: string) => text(`请离场：${seats}`, `Please leave: ${seats}`),
  leavesNext: (seats: string) => text(`届时离场：${seats}`, `leaving then: ${seats}`),
  nobodyLeaves: text('本项无人回避', 'Nobody is recused from this item'),
  nextItem: (name: string) => text(`下一项：${name}`, `Next: ${name}`),
  timeLeft: (clock: string) => text(`剩余 ${clock}`, `${clock} left`),
  timeOver: text('时间到', 'Time is up'),
  muted: text('会议进行中，大屏暂停显示', 'The meeting goes on; the wall is paused'),
  hidden: text('姓名与选择在结束表决后公布', 'Names and choices are shown once the vote is closed'),
  passed: text('通过', 'Passed'),
  failed: text('未通过', 'Not passed'),
  head: (print: string) => text(`台账指纹 ${print}`, `Ledger ${print}`),
  submitted: (count: number, of: number) => text(`${count} / ${of} 份`, `${count} / ${of}`),
  away: text('未入席', 'Not here yet'),
  here: text('已入席', 'Seated'),
  allSubmitted: text('全部提交', 'All submitted'),
  draw: text('随机抽取评审专家', 'Random draw of experts'),
  drawPool: (count: number) => text(`专家库 ${count} 人`, `${count} in the pool`),
  drawWanted: (name: string, count: number) => text(`${name} ${count} 人`, `${count} ${name}`),
  drawAlternate: text('候补', 'alternate'),
  drawWitnesses: (names: string) => text(`见证：${names}`, `Witnesses: ${names}`),
  drawFingerprint: text('名单指纹', 'Fingerprint'),
  drawExcluded: text('不参加抽取', 'Not drawn'),
  drawWait: text('名单已固定，请当众掷骰子或报数', 'The list is fixed. Throw the dice, or say a number aloud'),
  drawNo: (no: number) => text(`第 ${no} 位`, `No. ${no}`),
  votesDone: (done: number, of: number) => text(`已表决 ${done} 项 / 共 ${of} 项`, `${done} of ${of} voted on`),
  progress: text('审阅进度', 'Progress'),
  results: text('评审结论', 'Decisions'),
} as const satisfies Dictionary
