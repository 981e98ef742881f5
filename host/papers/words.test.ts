import { expect, test } from 'vitest'
import type { Door, Entry } from '#core/ledger/entry.ts'
import { confirmationShown } from './words.ts'

const frozen = (door: Door, confirmed?: { chair: string; secretary: string }) =>
  [
    {
      kind: 'result.frozen',
      by: { role: 'secretariat', name: '秘书处', door },
      payload: { rows: [], ...(confirmed && { confirmed }) },
    },
  ] as unknown as Entry[]

test('who checked the result before it was fixed, and plainly where nobody did', () => {
  const both = { chair: '样例组长', secretary: '样例秘书' }
  expect(confirmationShown({ entries: frozen('desk', both) })).toBe('组长样例组长、秘书样例秘书当场核对后固定')
  expect(confirmationShown({ entries: frozen('desk') })).toBe('未经会上确认')
  expect(confirmationShown({ entries: frozen('command-line') })).toBe('未经会上确认（命令行冻结）')
  expect(confirmationShown({ entries: [] })).toBe('尚未固定')
})
