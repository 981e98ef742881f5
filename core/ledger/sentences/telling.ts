/** How an entry of the ledger is told: a short title of its kind, and one plain sentence of what it says, in both languages. */
import type { Text } from '../../lang.ts'
import type { EntryKind, Payload } from '../kinds.ts'

/** What ids stand for, in one language. */
export type Names = {
  /** "3号 样例工作室". */
  packet(id: string): string
  expert(id: string): string
  stage(id: string): string
  choice(id: string): string
  /** What was chosen, in words; "" where there are none. */
  chosen(id: string, value: unknown): string
  /** A field of the form, a fact or an item of the rubric. */
  label(id: string): string
}

type Say<K extends EntryKind> = (payload: Payload<K>, names: Names, subject: string) => string

export type Telling<K extends EntryKind> = { readonly title: Text; readonly zh: Say<K>; readonly en: Say<K> }
/** Every kind of some noun. */
export type Tellings<K extends EntryKind> = { readonly [Kind in K]: Telling<Kind> }

/** Long texts are cut in a sentence: the whole stands in the entry. */
export function brief(words: string, most = 60): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > most ? `${plain.slice(0, most)}…` : plain
}

/** "：words" or ": words" when there are any. */
export const after = {
  zh: (words: string) => (words.trim() === '' ? '' : `：${brief(words)}`),
  en: (words: string) => (words.trim() === '' ? '' : `: ${brief(words)}`),
}

/** The first sixteen digits in fours, as footers print them. */
export function printedHead(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

/** A value as an office writes it; what is no single word is left to the entry itself. */
export function plain(value: unknown, lang: 'zh' | 'en'): string {
  if (value === null || value === undefined || value === '') return lang === 'zh' ? '空' : 'nothing'
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? value.join(lang === 'zh' ? '、' : ', ')
      : lang === 'zh'
        ? `${value.length} 行`
        : `${value.length} rows`
  return typeof value === 'object' ? (lang === 'zh' ? '一组值' : 'several values') : brief(String(value), 40)
}
