/** Words of the page on which a bundle or an archive is looked at before anything is done with it. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const openWords = {
  button: text('打开文件', 'Open a file'),
  title: text('打开评审包、评分包或归档', 'Open a package, a work bundle or an archive'),
  hint: text(
    '先看清是什么文件，再决定怎么办。在您点按钮之前，本机的数据不会有任何改动。',
    'First see what the file is. Nothing on this computer changes before you press a button.',
  ),
  place: text('文件位置（扩展名 .jpa）', 'Where the file is (.jpa)'),
  look: text('查看', 'Look'),
  choose: text('选择文件…', 'Choose a file…'),
  upload: text('从本机选择文件', 'Choose from this computer'),
  other: text('换一个文件', 'Another file'),
  kind: text('这是', 'This is'),
  round: text('评审', 'Round'),
  made: text('生成时间', 'Made'),
  from: text('来自设备', 'From device'),
  ownDevice: text('（就是本机）', '(this computer)'),
  locked: text('已加密', 'Locked'),
  here: text('本机已有这次评审', 'This round is on this computer already'),
  notHere: text('本机还没有这次评审', 'This round is not on this computer yet'),
  passphrase: text('口令', 'Passphrase'),
  passphraseHint: text('由秘书处当面或电话告知。', 'The secretariat tells it by mouth.'),
  openPackage: text('打开评审包，在本机评审', 'Open the package and review here'),
  refreshPackage: text('用它更新本机的这次评审', 'Bring the round here up to date with it'),
  takeWork: text('收下这份评分', 'Take this work in'),
  workNotHere: text(
    '评分包只能收进发出评审包的那台电脑；这里没有这次评审。',
    'Work can only be taken in on the computer that sent the package; the round is not here.',
  ),
  verifyArchive: text('只核对，不放进本机', 'Only check it'),
  importArchive: text('放进本机查阅（只读）', 'Keep it here to look at (read only)'),
  mergeArchive: text('把其中的新记录并入本机', 'Add its new entries to the round here'),
  opened: (added: number) => text(`已打开，新增 ${added} 条记录`, `Opened; ${added} new entries`),
  took: (people: string, added: number) =>
    text(`已收下 ${people} 的 ${added} 条新记录`, `${added} new entries of ${people} taken in`),
  merged: (added: number) => text(`已并入 ${added} 条新记录`, `${added} new entries added`),
  sound: (entries: number) =>
    text(
      `核对无误：${entries} 条记录前后相连，文件齐全。`,
      `It holds: ${entries} entries in an unbroken chain, all files.`,
    ),
  unsound: text('核对发现问题', 'Something is wrong with it'),
  goRound: text('进入这次评审', 'Go to the round'),
  back: text('返回评审列表', 'Back to the rounds'),
} as const satisfies Dictionary
