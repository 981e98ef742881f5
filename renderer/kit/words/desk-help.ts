/** Words of the help, the first tour, and the page about this computer. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const helpWords = {
  open: text('帮助', 'Help'),
  title: text('使用指南', 'User guide'),
  contents: text('目录', 'Contents'),
  back: text('返回', 'Back'),
  backHint: text('按 Esc 返回刚才的地方', 'Esc goes back to where you were'),
} as const satisfies Dictionary

export const tourWords = {
  offer: text('第一次用匠评？花半分钟，看五处地方。', 'New to Jiangping? Half a minute, five places.'),
  begin: text('看一看', 'Show me'),
  notNow: text('不用了', 'Not now'),
  again: text('再看一遍导览', 'Show the tour again'),
  next: text('下一步', 'Next'),
  previous: text('上一步', 'Back'),
  end: text('知道了', 'Got it'),
  stages: text('一行就是一轮评审', 'One line is the whole round'),
  stagesText: text(
    '从材料导入到签名导出，按文件规定的顺序排好。现在办到哪一步，一眼看到；点任何一步都可以先看。',
    'From import to signing, in the order of the document. You see where the round stands, and may look at any stage.',
  ),
  missing: text('还差什么，写在这里', 'What is missing stands here'),
  missingText: text(
    '缺哪份材料、哪位专家、哪项决定，都点名列出；点一下就到该办的地方。都齐了才能结束本阶段。',
    'Which paper, which expert, which decision: each by name, one click away. A stage closes only when nothing is missing.',
  ),
  network: text('给专家用的席位', 'Seats for the experts'),
  networkText: text(
    '打开局域网，专家用平板或笔记本扫码入席；没有路由器，也可以在这台电脑上轮流评分。',
    'Open the local network and experts scan their way in; without a router they can take turns on this computer.',
  ),
  wall: text('大屏给全场看', 'The wall is for everybody'),
  wallText: text(
    '接上投影，全场同时看到进到哪一步、还差几票、结果如何。结束之前不显示任何分数和选择。',
    'Put it on the projector: stage, votes still missing, result. No mark and no choice is shown before closing.',
  ),
  ledger: text('每件事都记在台账里', 'Everything is in the ledger'),
  ledgerText: text(
    '谁、什么时候、定了什么，一条接一条，改不了也删不了。两年以后也能核对。',
    'Who decided what and when, entry after entry; it cannot be changed or deleted, and can be checked in two years.',
  ),
} as const satisfies Dictionary

export const deviceWords = {
  open: text('本机', 'This computer'),
  title: text('本机', 'This computer'),
  data: text('数据在哪里', 'Where the data lies'),
  dataHint: text(
    '全部评审都在这个文件夹里。卸载匠评不会删除它；换电脑时，请用“归档”或“备份”带走。',
    'All rounds are in this folder. Uninstalling leaves it alone; to move to another computer use an archive or a backup.',
  ),
  diagnosis: text('检查', 'Check'),
  diagnosisHint: text(
    '检查磁盘、数据、台账和字体。结果里没有姓名、号码和分数，可以放心发给技术支持。',
    'Looks at disk, data, ledgers and fonts. Nothing in it names a person or tells a mark; it is safe to send to support.',
  ),
  again: text('重新检查', 'Check again'),
  save: text('保存检查报告', 'Save the report'),
  well: text('正常', 'Well'),
  warning: text('留意', 'Note'),
  bad: text('有问题', 'Trouble'),
  allWell: text('一切正常', 'All is well'),
  notWell: text('有问题需要处理', 'Something needs doing'),
  register: text('历年工作室名册', 'Register of earlier workshops'),
  registerHint: text(
    '导入往年已命名工作室的 Excel 名册（列名如：工作室名称、领办人、单位、职业（工种）、层级、命名时间、状态）。审查时自动对照“一人一室”“同单位同工种”。再次导入会替换原来的名册。也可以导入汇总库出具的签名摘录（.json）：往年命名、考核不合格和重复申报一并对照。',
    "Import the Excel register of workshops named before (workshop, leader, unit, occupation, level, named, state). Applications are held against it; a new import replaces the old one. A signed extract of the bureau's collection (.json) may be imported too: earlier awards, failed assessments and repeat applicants.",
  ),
  registerImport: text('导入名册', 'Import a register'),
  registerNone: text(
    '还没有导入名册，只在本次申报之间查重。',
    'No register yet: only applications of one round are compared.',
  ),
  registerFrom: (count: number, source: string, when: string) =>
    text(`${count} 个工作室，来自“${source}”，${when} 导入`, `${count} workshops from "${source}", imported ${when}`),
  registerExtract: (when: string, signer: string, applications: number, bans: number) =>
    text(
      `汇总库摘录（${when} 出具，签名编号 ${signer}）：往年申报 ${applications} 份，其中考核不合格 ${bans} 份`,
      `Extract of the collection (${when}, signer ${signer}): ${applications} earlier applications, ${bans} failed assessments`,
    ),
  registerName: text('工作室', 'Workshop'),
  registerLeader: text('领办人', 'Leader'),
  registerUnit: text('单位', 'Unit'),
  registerNamed: text('命名时间', 'Named'),
  registerState: text('状态', 'State'),
  registerStanding: text('在建或有效', 'Standing'),
  registerEnded: text('已终止', 'Ended'),
  calendar: text('节假日', 'Holidays'),
  calendarHint: text(
    '公示期按这里的放假和调休安排推算。新一年的安排公布后，用 Excel 表导入（列名：日期、安排；安排写“放假”或“上班”）。本地区另有假日的，先填地区再导入。',
    'Publicity periods are counted by these days. Import a new year as an Excel table (columns 日期 and 安排; 放假 for a day off, 上班 for a working day). For regional holidays name the region first.',
  ),
  calendarRegion: text('地区（全国可不填）', 'Region (empty: nationwide)'),
  calendarImport: text('导入节假日', 'Import holidays'),
  calendarNationwide: text('全国', 'Nationwide'),
  calendarShipped: text('随程序提供', 'Comes with the program'),
  version: (version: string, system: string) => text(`匠评 ${version} · ${system}`, `Jiangping ${version} · ${system}`),
} as const satisfies Dictionary

export const recoveryWords = {
  title: text('签名密钥与恢复口令', 'Signing keys and the recovery passphrase'),
  unbound: text(
    '本机的签名密钥由签名口令保护。系统没有可用的密钥保管服务，所以没有绑定本机。',
    'Signing keys on this computer are protected by their PIN. The system offers no safe place for secrets, so they are bound to no computer.',
  ),
  none: text(
    '本机的签名密钥只能在本机使用。电脑损坏或更换后要继续用，须事先生成恢复口令并打印封存。',
    'Signing keys here work on this computer only. To use them on another one later, make a recovery passphrase now and keep it in print.',
  ),
  madeAt: (when: string) => text(`恢复口令已于 ${when} 生成。`, `A recovery passphrase was made on ${when}.`),
  make: text('生成恢复口令', 'Make a recovery passphrase'),
  makeAgain: text('重新生成（原口令作废）', 'Make a new one (the old one is void)'),
  writeDown: text(
    '只显示这一次。请打印或抄写后封存，不要和这台电脑放在一起。',
    'Shown this once. Print it or copy it down, seal it, and keep it away from this computer.',
  ),
  print: text('打印', 'Print'),
  paperWhat: text(
    '匠评：本机签名密钥的恢复口令。电脑损坏或更换后，在新电脑“本机”页输入，原有的签名密钥即可继续使用。',
    'Jiangping: recovery passphrase of the signing keys of one computer. Enter it on the page "This computer" of the next one, and the keys made here go on working.',
  ),
  paperKeep: text(
    '请装入信封封存，由专人保管，不得与电脑放在一起。凭此口令不能签名，签名仍须各人的签名口令。',
    'Keep it sealed, in the care of one person, away from the computer. It signs nothing by itself: each key still wants its own PIN.',
  ),
  paperSigned: text(
    '封存人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿',
    'Sealed by: ____________    Date: ____________',
  ),
  useHint: text(
    '从别的电脑搬来的数据：输入那台电脑的恢复口令后，原来的签名密钥可以继续使用。',
    'For data moved from another computer: with its recovery passphrase the keys made there can be used here.',
  ),
  passphrase: text('恢复口令', 'Recovery passphrase'),
  use: text('恢复', 'Recover'),
  used: text(
    '口令正确。现在可以用各人的签名口令打开密钥。',
    'That is right. Each key can now be opened with its own PIN.',
  ),
} as const satisfies Dictionary
