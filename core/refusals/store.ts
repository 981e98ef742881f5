/** What is refused about the store. */
import { type Text, text } from '../lang.ts'

export const storeRefusals = {
  'damaged-store': text(
    '评审文件“{path}”已损坏：{why}。请从备份恢复。',
    'The file of the round, "{path}", is damaged: {why}. Restore it from a backup.',
  ),
  'newer-store': text(
    '评审文件来自更新版本的匠评。请先升级再打开。',
    'The file comes from a newer version of Jiangping. Update first.',
  ),
  'broken-ledger': text('台账从第 {seq} 条起不连续：{why}。', 'The ledger is broken from entry {seq}: {why}.'),
  'backup-exists': text(
    '“{path}”已经存在，没有覆盖。请换一个文件名。',
    '"{path}" already exists and was not overwritten. Choose another name.',
  ),
  'damaged-backup': text(
    '备份“{path}”已损坏（{why}），没有恢复，现有数据没有变。请换一份备份。',
    'The backup "{path}" is damaged ({why}). Nothing was restored and nothing has changed; choose another backup.',
  ),
  'nothing-proved': text(
    '评审“{round}”的文件和备份里都没有可以证明的记录，无法抢救。请用另一台电脑或 U 盘上的归档或备份恢复。',
    'Neither the file of the round "{round}" nor its backups hold anything that can be proved. Restore an archive or a backup from elsewhere.',
  ),
  'disk-full': text(
    '磁盘已满，没有写入“{path}”，原有内容没有变。请腾出空间或换一个磁盘，再试一次。',
    'The disk is full: "{path}" was not written and nothing that was there has changed. Make room or choose another disk, then try again.',
  ),
  'read-only-place': text(
    '“{path}”不能写入（只读或没有权限），没有写入任何内容。请打开 U 盘的写保护开关，或另选位置。',
    '"{path}" cannot be written (read-only, or no permission); nothing was written. Unlock the stick or choose another place.',
  ),
  'place-gone': text(
    '找不到或读不出“{path}”（U 盘可能已拔出），没有写入任何内容。请插好后再试。',
    '"{path}" is gone or cannot be read (the stick may have been pulled); nothing was written. Plug it in and try again.',
  ),
  'store-busy': text(
    '评审数据正被另一个程序占用。请关闭其他匠评窗口，稍等再试。',
    'The data is in use by another program. Close other Jiangping windows, wait and try again.',
  ),
  'store-in-use': text(
    '这个数据文件夹已被另一个匠评打开（{by}）。请在那边继续，或先关闭它再在这里打开。',
    'This data folder is already open in another Jiangping ({by}). Go on there, or close it first.',
  ),
} as const satisfies Record<string, Text>
