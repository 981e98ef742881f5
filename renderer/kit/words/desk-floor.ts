/** Words of the desk for running the room: what is before it, who steps in, reopening, the final list. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const floorWords = {
  title: text('会场', 'The room'),
  show: text('显示到大屏和席位', 'Show on every screen'),
  clear: text('撤下', 'Take off'),
  next: (name: string) => text(`下一项：${name}`, `Next: ${name}`),
  leaves: (seats: string) => text(`须离场：${seats}`, `Must leave: ${seats}`),
  nobodyLeaves: text('本项无人回避', 'Nobody is recused from it'),
  nextLeaves: (name: string, seats: string) =>
    text(`下一项“${name}”须离场：${seats}`, `Next, "${name}", leaving: ${seats}`),
  timer: (minutes: number) => text(`计时 ${minutes} 分钟`, `${minutes} minutes`),
  timerStop: text('停止计时', 'Stop the timer'),
  mute: text('大屏静默', 'Mute the wall'),
  unmute: text('恢复大屏', 'Unmute the wall'),
  hideNames: text('大屏不显示姓名', 'No names on the wall'),
  showNames: text('大屏显示姓名', 'Names on the wall'),
} as const satisfies Dictionary

export const reopenWords = {
  ask: text('申请重开', 'Ask to reopen'),
  askTitle: (stage: string) => text(`申请重开“${stage}”`, `Ask to reopen "${stage}"`),
  askMeans: (stages: string) =>
    text(
      `批准后重新打开：${stages}。原来的记录都留在台账里。须由组长或监督人员批准。`,
      `Once approved these are open again: ${stages}. Every record stays in the ledger. The chair or a supervisor approves.`,
    ),
  example: text('例：漏记一条不同意见', 'e.g. a dissent was left out'),
  waiting: (stage: string, who: string, reason: string) =>
    text(`${who}申请重开“${stage}”：${reason}`, `${who} asks to reopen "${stage}": ${reason}`),
  approver: text('批准人', 'Approved by'),
  grant: text('批准重开', 'Approve'),
  decline: text('不批准', 'Decline'),
} as const satisfies Dictionary

export const alternateWords = {
  title: text('候补专家', 'Alternates'),
  hint: text(
    '成员缺席时按次序递补；递补前在签到里登记缺席。',
    'They step in, in this order, for members marked as absent.',
  ),
  waiting: text('候补', 'waiting'),
  entered: (seat: number, name: string, reason: string) =>
    text(`已递补第 ${seat} 席（原 ${name}）：${reason}`, `took seat ${seat} of ${name}: ${reason}`),
  enter: text('递补', 'Step in'),
  enterTitle: (name: string, seat: number, absent: string) =>
    text(`由 ${name} 递补第 ${seat} 席 ${absent}？`, `${name} takes seat ${seat} of ${absent}?`),
  enterMeans: text(
    '原成员已提交的评分表作废，递补专家须重新作回避申报并评分。',
    'Sheets of the former member become void; the alternate declares and scores anew.',
  ),
  enterExample: text('例：因病不能到会', 'e.g. ill'),
  none: text('没有缺席的成员', 'No member is absent'),
} as const satisfies Dictionary
