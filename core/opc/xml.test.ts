import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import { canonical, element, find, parseXml, textOf } from './xml.ts'

describe('Canonical XML', () => {
  test('namespaces before attributes, both by name, and no empty-element tags', () => {
    const made = element('a', { Id: 'x', 'xmlns:b': 'urn:b', A: '1', xmlns: 'urn:a' }, element('b:c'))
    expect(canonical(made)).toBe('<a xmlns="urn:a" xmlns:b="urn:b" A="1" Id="x"><b:c></b:c></a>')
  })

  test('text and values have their own escapes', () => {
    expect(canonical(element('a', { v: '"<&>\n' }, '"<&>\r\n'))).toBe(
      '<a v="&quot;&lt;&amp;>&#xA;">"&lt;&amp;&gt;&#xD;\n</a>',
    )
  })

  test('what is read and written again is the same', () => {
    const text = '<a xmlns="urn:a"><b k="&amp;">一二 &lt;三&gt;</b><c></c></a>'
    expect(canonical(parseXml(text))).toBe(text)
  })

  test('a document type is refused, and so is what is not well-formed', () => {
    expect(() => parseXml('<!DOCTYPE a><a/>')).toThrow('document type')
    expect(() => parseXml('<a><b></a>')).toThrow()
  })

  test('a path is followed only where it is unambiguous', () => {
    const tree = parseXml('<a><b><c>1</c></b><d/><d/></a>')
    expect(textOf(find(tree, 'b', 'c'))).toBe('1')
    expect(find(tree, 'd')).toBeUndefined()
  })
})

test('base64 as published in RFC 4648, both ways', () => {
  const published = [
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['foobar', 'Zm9vYmFy'],
  ] as const
  for (const [plain, spelled] of published) {
    const bytes = new TextEncoder().encode(plain)
    expect(toBase64(bytes)).toBe(spelled)
    expect([...fromBase64(spelled)]).toEqual([...bytes])
  }
  expect(() => fromBase64('Zg=')).toThrow(RangeError)
})
