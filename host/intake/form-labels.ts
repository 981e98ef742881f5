/** The labels printed on a form, however they are spaced, split or bracketed; and what of a cell was not written by hand. */
import type { FormMap, MappedField } from '#core/form/form-map.ts'

/** Compares labels: no white space, narrow brackets and colons. */
export function plainLabel(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/:$/, '')
}

const longestLabel = 80

/** A form map made ready for reading. */
export type Labels = {
  readonly map: FormMap
  /** The fields whose label inside a table these words are: several where a form prints one label twice. */
  inTable(words: string): readonly string[]
  /** The field of the cover whose label these words are. */
  onCover(words: string): string | undefined
  /** What was written into a cell: printed hints, empty signature lines and blank lines are taken away. */
  written(text: string): string
  /** The same for a cell that holds one line, which Word may have broken: joined as Chinese is, without a blank. */
  writtenOnLine(text: string): string
  readonly coverPatterns: readonly { readonly id: string; readonly pattern: RegExp }[]
  readonly repeated: readonly (readonly [id: string, columns: NonNullable<MappedField['columns']>])[]
}

export function labelsOf(map: FormMap): Labels {
  const owners = new Map<string, string[]>()
  const covers = new Map<string, string>()
  for (const [id, { printed, cover, columns }] of Object.entries(map.fields)) {
    for (const label of printed.map(plainLabel)) {
      if (cover) covers.set(label, id)
      else if (!columns) owners.set(label, [...(owners.get(label) ?? []), id])
    }
  }
  const hints = map.hints.map(loosely)
  const written = (text: string) => {
    const unhinted = hints.reduce((words, hint) => words.replaceAll(new RegExp(hint, 'g'), ''), text)
    const lines = unhinted.split('\n').map((line) =>
      line
        .replaceAll('\t', ' ')
        .trim()
        .replace(/^_+|_+$/g, '')
        .trim(),
    )
    return lines.filter((line) => !emptySignature.test(plainLabel(line))).join('\n')
  }
  return {
    map,
    inTable(words) {
      if (words.length > longestLabel + 40) return []
      const plain = plainLabel(words)
      // a label also counts with a bracketed hint behind it, such as 工作室面积（㎡）
      return owners.get(plain) ?? owners.get(plain.replace(/\([^()]*\)$/, '')) ?? []
    },
    onCover: (words) => covers.get(plainLabel(words)),
    written,
    writtenOnLine: (text) =>
      written(text)
        .replace(/([\x21-\x7e])\n(?=[\x21-\x7e])/g, '$1 ')
        .replaceAll('\n', ''),
    coverPatterns: [...covers].map(([label, id]) => ({
      id,
      pattern: new RegExp(`^\\s*${loosely(label)}\\s*[:：]?(?![（(]工种)(?:(?=[\\s_（(])|(?<=[:：])|$)(.*)$`),
    })),
    repeated: Object.entries(map.fields).flatMap(([id, { columns }]) => (columns ? [[id, columns] as const] : [])),
  }
}

/** A pattern for these words with any white space between their letters, and brackets of either width. */
function loosely(words: string): string {
  const letters = Array.from(plainLabel(words), (letter) => {
    if (letter === '(') return '[(（]'
    if (letter === ')') return '[)）]'
    return letter.replace(/[.*+?^${}|[\]\\]/, '\\$&')
  })
  return letters.join('\\s*')
}

const emptySignature =
  /^((申办单位|申报单位|单位|专家组?|组长)?(\((盖章|公章|签字|签字盖章|签章)\)|签字盖章|签字|签章|盖章|公章):?)?(年月日)?$/
