/** Words looked for in papers: spaces and case do not count, for offices set names as 张　三 and PDFs break words anywhere. */

/** A page's text as it is kept: one spelling for full and half width, white space of any length as one space. */
export function keptText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** Words as they are compared: without spaces, Latin letters small (only those: so does the database). */
export function comparable(words: string): string {
  return keptText(words)
    .replaceAll(' ', '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

export type Excerpt = { readonly before: string; readonly found: string; readonly after: string }

const around = 24

/** Where `wanted` first stands in a kept text, with some words around it; null when it is not there. */
export function excerptOf(text: string, wanted: string): Excerpt | null {
  const plain = comparable(wanted)
  const at = plain === '' ? -1 : comparable(text).indexOf(plain)
  if (at < 0) return null
  const begin = placeOf(text, at)
  const end = placeOf(text, at + plain.length - 1) + 1
  const before = text.slice(Math.max(0, begin - around), begin)
  const after = text.slice(end, end + around)
  return {
    before: begin > around ? `…${before}` : before,
    found: text.slice(begin, end),
    after: end + around < text.length ? `${after}…` : after,
  }
}

/** The place in the text of its `count`th character that is no space. */
function placeOf(text: string, count: number): number {
  let seen = -1
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== ' ') seen += 1
    if (seen === count) return at
  }
  return text.length
}
