/** What an organiser may change is exactly what is adopted: changing any of it changes nothing of the document. */
import { describe, expect, test } from 'vitest'
import rubrics from '#schemes/luzhou-2025/rubrics.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/scheme.json' with { type: 'json' }
import urumqi from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { adoptedValues, valueAt, withValue } from './adopted.ts'
import { changedText } from './changes.ts'
import { parseScheme } from './scheme.ts'

const other = { count: 9, decimal: '7', parity: 'any', template: '{unit}', words: { 'zh-CN': '别的', en: 'other' } }

describe.each([
  ['luzhou-2025', parseScheme({ ...luzhou, rubrics })],
  ['urumqi-2023', parseScheme(urumqi)],
])('%s', (_, scheme) => {
  test('no adopted value is the document’s', () => {
    for (const { place, kind } of adoptedValues(scheme)) {
      const changed = withValue(scheme, place, other[kind])
      expect(valueAt(changed, place)).toEqual(other[kind])
      expect(changedText(scheme, changed), place.join('.')).toEqual([])
      expect(() => parseScheme(changed)).not.toThrow()
    }
  })
})

test('Luzhou leaves naming, panel size and both rubrics; Urumqi only the panels', () => {
  const groups = (scheme: Parameters<typeof adoptedValues>[0]) => [
    ...new Set(adoptedValues(scheme).map(({ group }) => group['zh-CN'])),
  ]
  expect(groups(parseScheme({ ...luzhou, rubrics }))).toEqual([
    '命名',
    '申报评审',
    '建设期满考核验收',
    '项目“回头看”',
    '市级技能大师工作室评审参考评分标准',
    '建设期满考核验收参考评分标准',
  ])
  expect(groups(parseScheme(urumqi))).toEqual(['评选', '期满考核'])
})
