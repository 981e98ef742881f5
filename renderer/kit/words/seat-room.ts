/** Words of the seat for what is before the room, and for those who run or watch it. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const floorStripWords = {
  title: text('会场', 'The room'),
  now: (name: string) => text(`正在评议：${name}`, `Before the room: ${name}`),
  youLeave: text('您对本项回避，请离场等候。', 'You are recused from this item. Please wait outside.'),
  youLeaveNext: (name: string) =>
    text(`下一项“${name}”您须回避，届时请离场。`, `You are recused from the next item, "${name}": please leave then.`),
  others: (seats: string) => text(`离场：${seats}`, `Outside: ${seats}`),
  nothing: text('现在没有评议中的申报', 'Nothing is before the room just now'),
  show: text('看材料', 'Show its papers'),
} as const satisfies Dictionary

export const officerWords = {
  alternateWaits: text(
    '您是候补专家。有成员缺席、由您递补时，这里会转到申报和评分。',
    'You are an alternate. Should you step in for a member, this page turns to the applications.',
  ),
  progress: text('进度', 'Progress'),
  seats: text('到会', 'Attendance'),
  reopenings: text('重开阶段的申请', 'Requests to reopen a stage'),
  noReopenings: text('没有申请', 'None'),
  asked: (who: string, stage: string, reason: string) =>
    text(`${who}申请重开“${stage}”：${reason}`, `${who} asks to reopen "${stage}": ${reason}`),
  granted: (who: string) => text(`${who}已批准`, `approved by ${who}`),
  declined: (who: string) => text(`${who}未批准`, `declined by ${who}`),
  votes: text('表决', 'Votes'),
  noVotes: text('还没有表决', 'No votes yet'),
  hidden: text('结束表决后才有计票', 'The count comes once the vote is closed'),
  numbers: (appointed: number, present: number, recused: number, needed: number) =>
    text(
      `应到 ${appointed}，实到 ${present}，回避 ${recused}，需 ${needed} 票`,
      `${appointed} appointed, ${present} present, ${recused} recused, ${needed} needed`,
    ),
  minutes: text('评议记录', 'Minutes'),
  minutesLater: text('到“集中评议”阶段可以记录。', 'Minutes are written in the stage "Deliberation".'),
} as const satisfies Dictionary
