/** Words are found whatever spaces, widths and case they are set in. */
import { expect, test } from 'vitest'
import { comparable, excerptOf, keptText } from './search.ts'

test('a text is kept with one spelling and single spaces', () => {
  expect(keptText('　张　　三\n编号：ＡＢ－１２ ')).toBe('张 三 编号:AB-12')
  expect(comparable('张 三 Ab')).toBe('张三ab')
})

test('a name set with a space is found, and shown as it stands', () => {
  expect(excerptOf(keptText('领办人：样　例　甲，钳工'), '样例甲')).toEqual({
    before: '领办人:',
    found: '样 例 甲',
    after: ',钳工',
  })
})

test('case does not count, and what is far away is left out', () => {
  const text = `${'前'.repeat(40)}Patent ZL2021${'后'.repeat(40)}`
  expect(excerptOf(text, 'patentzl')).toEqual({
    before: `…${'前'.repeat(24)}`,
    found: 'Patent ZL',
    after: `2021${'后'.repeat(20)}…`,
  })
})

test('what is not there is not found, nor is nothing', () => {
  expect(excerptOf('样例', '张三')).toBeNull()
  expect(excerptOf('样例', ' ')).toBeNull()
})
