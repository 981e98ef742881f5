import { expect, test } from 'vitest'
import { nameBy } from './titles.ts'

test('a plaque is named by the template of the document, the unit included', () => {
  const parts = { leader: '样例甲', occupation: '焊工', unit: '测试$1厂' }
  expect(nameBy('{leader}{occupation}技能大师工作室', parts)).toBe('样例甲焊工技能大师工作室')
  expect(nameBy('{unit}{leader}技能大师工作室', parts)).toBe('测试$1厂样例甲技能大师工作室')
  expect(nameBy('{leader}{leader}（{trade}）', parts)).toBe('样例甲样例甲（{trade}）')
})
