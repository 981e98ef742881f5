/** The product's own words in the reader's language. Each text stands once, Chinese and English side by side. */
import type { Lang, Text } from '#core/lang.ts'
import { useLang } from '../lang.ts'
import { commonWords } from './common.ts'
import { deskWords } from './desk.ts'
import { seatWords } from './seat.ts'
import { signingWords } from './signing.ts'
import { wallWords } from './wall.ts'

/** A text, a text with blanks to fill, or a named group of them. */
export type Dictionary = { readonly [name: string]: Text | ((...blanks: never[]) => Text) | Dictionary }

/** The same dictionary in one language: texts became strings. */
export type Spoken<D> = {
  readonly [K in keyof D]: D[K] extends Text
    ? string
    : D[K] extends (...blanks: infer B) => Text
      ? (...blanks: B) => string
      : Spoken<D[K]>
}

function isText(entry: Dictionary[string]): entry is Text {
  return typeof entry === 'object' && typeof entry['zh-CN'] === 'string'
}

function speak(dictionary: Dictionary, lang: Lang): unknown {
  const spoken = Object.entries(dictionary).map(([name, entry]) => {
    if (typeof entry === 'function') return [name, (...blanks: never[]) => entry(...blanks)[lang]] as const
    return [name, isText(entry) ? entry[lang] : speak(entry, lang)] as const
  })
  return Object.fromEntries(spoken)
}

export const dictionaries = {
  common: commonWords,
  desk: deskWords,
  seat: seatWords,
  signing: signingWords,
  wall: wallWords,
} as const
export type Words = Spoken<typeof dictionaries>

const ready = new Map<Lang, Words>()

/** All words in one language. */
export function wordsIn(lang: Lang): Words {
  const words = ready.get(lang) ?? (speak(dictionaries, lang) as Words)
  ready.set(lang, words)
  return words
}

/** All words in the language this person reads: `useWords().common.save`. */
export function useWords(): Words {
  return wordsIn(useLang((store) => store.lang))
}
