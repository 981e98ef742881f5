import { expect, test } from 'vitest'
import { asFileName } from './file-name.ts'

test.each([
  ['手签页 1.pdf', '手签页 1.pdf'],
  ['../../../bin/样例.pdf', '.. .. .. bin 样例.pdf'],
  ['C:\\样例\\扫描?.jpg', 'C  样例 扫描 .jpg'],
  ['样例\u0000甲', '样例 甲'],
  [`${'长'.repeat(80)}.pdf`, `${'长'.repeat(60)}.pdf`],
])('%j is kept as %j', (name, kept) => {
  expect(asFileName(name)).toBe(kept)
})
