/** Words of the desk for devices, bundles by stick, and backups. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const devicesWords = {
  title: text('设备与备份', 'Devices and backups'),
  hint: text(
    '各席位的设备、U 盘交回的评分、备份，都在这里看。',
    "What each seat's device says, what came back on sticks, and the backups.",
  ),
  seats: text('各席位', 'Seats'),
  seat: text('席位', 'Seat'),
  device: text('设备', 'Device'),
  heard: text('最近联系', 'Last heard'),
  silent: text('已失联', 'Silent'),
  live: text('在线', 'Live'),
  notJoined: text('未入席', 'Not joined'),
  believes: text('设备上待发送', 'Waiting on the device'),
  nothingWaits: text('全部已送达', 'All sent'),
  waits: (count: number) => text(`${count} 项`, `${count}`),
  unknown: text('没有报告', 'No report'),
  handedIn: text('已提交', 'Handed in'),
  clock: text('时钟', 'Clock'),
  clockRight: text('准', 'Right'),
  clockAhead: (minutes: string) => text(`快 ${minutes} 分钟`, `${minutes} min fast`),
  clockBehind: (minutes: string) => text(`慢 ${minutes} 分钟`, `${minutes} min slow`),
  proof: text('评分是否到齐', 'Has everything arrived'),
  proofOk: text(
    '每位专家对每份申报的评分都已到齐，并与台账一致。',
    'Every sheet of every expert is here and agrees with the ledger.',
  ),
  proofMissing: (count: number) => text(`还有 ${count} 份没有交`, `${count} not handed in`),
  proofState: {
    stale: text('提交时不知道更正过的事实，请退回重评', 'made without a corrected fact: return it'),
    duplicate: text('两台设备上的版本不同，请本人在席位上选定', 'two versions differ: the expert chooses at the seat'),
    altered: text('与台账不符，请从备份恢复或退回', 'not what the ledger says: restore, or return it'),
  },
  proofWaiting: (chain: string, count: number) =>
    text(
      `设备 ${chain} 有 ${count} 条记录在等前面的评分包`,
      `${count} entries of device ${chain} wait for an earlier bundle`,
    ),
  pair: (seat: number, name: string, no: number) =>
    text(`第 ${seat} 席 ${name} · 申报 ${no}`, `Seat ${seat}, ${name} · application ${no}`),
  sticks: text('用 U 盘传递', 'By USB stick'),
  packTitle: text('1. 发出评审包', '1. Send a package'),
  packHint: text(
    '把材料、方案和专家名单放进一个加密文件，拷到专家的电脑上打开。评分不在里面。',
    "Papers, scheme and panel in one locked file for an expert's computer. No marks are in it.",
  ),
  pack: text('生成评审包', 'Make the package'),
  packed: (path: string) => text(`已生成：${path}`, `Written: ${path}`),
  passphrase: text('口令（当面或电话告知，不要写在 U 盘上）', 'Passphrase (tell it by mouth, never on the stick)'),
  importTitle: text('2. 收回评分包', '2. Take in work bundles'),
  importHint: text(
    '可以一次收多份，先后不限，重复收也不会算两遍。',
    'Several at once, in any order; the same one twice counts once.',
  ),
  import: text('收评分包', 'Take in work'),
  imported: (people: string, added: number) =>
    text(`${people}：新收 ${added} 条记录`, `${people}: ${added} new entries`),
  importedKnown: (people: string) => text(`${people}：以前已经收过`, `${people}: was here already`),
  sealTitle: text('交回评分包', 'Hand back the work'),
  sealHint: (from: string, unsent: number) =>
    text(
      `这次评审由秘书处的评审包打开（${from}）。本机有 ${unsent} 条新记录。评分包只有秘书处能打开。`,
      `This round came by the secretariat's package (${from}). ${unsent} new entries here. Only the secretariat can open the bundle.`,
    ),
  seal: text('生成评分包', 'Make the work bundle'),
  sealed: (path: string) =>
    text(`已生成：${path}。请把它拷到 U 盘交给秘书处。`, `Written: ${path}. Bring it to the secretariat.`),
  folder: text('存到哪个文件夹', 'Folder'),
  file: text('评分包文件（多份用换行分开）', 'Work bundles (one per line)'),
  choose: text('选择…', 'Choose…'),
  backups: text('备份', 'Backups'),
  backupHint: (minutes: number) =>
    text(
      `有改动时每 ${minutes} 分钟自动备份；结束阶段、收评分包、恢复之前也会备份。`,
      `Every ${minutes} minutes when something changed; also at each stage's end, before taking in work and before restoring.`,
    ),
  prove: text('彻底检查', 'Check everything'),
  proved: (entries: number, files: number) =>
    text(
      `数据完好：台账 ${entries} 条、各项数据、${files} 个材料文件都与台账一致。`,
      `All is well: ${entries} ledger entries, every row and ${files} packet files agree.`,
    ),
  notProved: text(
    '发现损坏。请先恢复最近的备份，或关闭程序后在“评审”列表里修复。',
    'Something is damaged. Restore the latest backup, or mend the round from the list of rounds.',
  ),
  backupNow: text('立即备份', 'Back up now'),
  second: text('同时备份到另一个盘', 'Also to a second drive'),
  secondNone: text('还没有指定', 'None chosen'),
  secondSet: text('备份到这里', 'Use this drive'),
  secondStop: text('不再使用', 'Stop using it'),
  when: text('时间', 'When'),
  reason: text('原因', 'Reason'),
  reasons: {
    asked: text('手动备份', 'Asked for'),
    'stage-closed': text('阶段结束', 'Stage closed'),
    'before-import': text('收评分包之前', 'Before taking in work'),
    'before-restore': text('恢复之前', 'Before restoring'),
    timer: text('定时', 'Timed'),
  },
  size: text('大小', 'Size'),
  restore: text('恢复', 'Restore'),
  restoreAsk: text('恢复到这份备份？', 'Restore this backup?'),
  restoreMeans: (here: number, there: number, only: number) =>
    text(
      `现在有 ${here} 条记录，备份里有 ${there} 条；恢复后，其中 ${only} 条不再生效。现在的数据会改名保留，不会删除。`,
      `${here} entries now, ${there} in the backup; ${only} of today's will no longer count. What is here now is kept beside it, renamed.`,
    ),
  noBackups: text('还没有备份', 'No backups yet'),
} as const satisfies Dictionary
