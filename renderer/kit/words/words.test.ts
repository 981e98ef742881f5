/** The dictionary is whole: every text is there in both languages and says the same with the same blanks. */
import { describe, expect, test } from 'vitest'
import type { Text } from '#core/lang.ts'
import { type Dictionary, dictionaries, wordsIn } from './words.ts'

type Leaf = { name: string; entry: Text | ((...blanks: never[]) => Text) }

function isText(entry: Dictionary[string]): entry is Text {
  return typeof entry === 'object' && typeof entry['zh-CN'] === 'string'
}

function leavesOf(dictionary: Dictionary, path: string): Leaf[] {
  return Object.entries(dictionary).flatMap(([key, entry]) => {
    const name = `${path}.${key}`
    return typeof entry === 'function' || isText(entry) ? [{ name, entry }] : leavesOf(entry, name)
  })
}

const leaves = Object.entries(dictionaries).flatMap(([name, dictionary]) => leavesOf(dictionary as Dictionary, name))

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, entry]) =>
    typeof entry === 'object' ? keysOf(entry as object, `${path}.${key}`) : [`${path}.${key}`],
  )
}

describe('words', () => {
  test('both languages have the same keys', () => {
    expect(keysOf(wordsIn('en'))).toEqual(keysOf(wordsIn('zh-CN')))
  })

  test('no text is empty in either language', () => {
    const empty = leaves.filter(
      ({ entry }) => typeof entry !== 'function' && (entry['zh-CN'].trim() === '' || entry.en.trim() === ''),
    )
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  test('an English text is not left in Chinese', () => {
    const untranslated = leaves.filter(
      ({ entry }) => typeof entry !== 'function' && /^\p{Script=Han}+$/u.test(entry.en),
    )
    expect(untranslated.map(({ name }) => name)).toEqual([])
  })

  test('a count stands in the sentence in both languages', () => {
    const sentence = dictionaries.desk.frame.stillMissing(14)
    expect(sentence['zh-CN']).toBe('还差 14 项')
    expect(sentence.en).toBe('14 items missing')
  })
})
