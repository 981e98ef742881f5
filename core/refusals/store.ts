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
} as const satisfies Record<string, Text>
