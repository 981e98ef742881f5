/** How much room a text takes in a cell: exceljs fits no rows, so the papers estimate lines by the width of characters. */

/** One printed line of a text; `hard` when the writer ended it, not the column. */
export type Line = { text: string; hard: boolean }

const wide =
  /[\u1100-\u115f\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{10000}-\u{10ffff}]/u
const broad = /[mwMW@%&]/
const closing = /[，。、；：！？）》】”’〕…,.;:!?)\]}%]/

/** Width of one character in units of the font's size. Latin is taken wider than 宋体 draws it, for printers and substitutes. */
function widthOf(character: string): number {
  if (wide.test(character)) return 1
  return broad.test(character) ? 0.85 : 0.57
}

/** Breaks a text as a wrapped cell does: between any two Chinese characters, around Latin words, before no closing mark. */
export function breakLines(text: string, width: number, size: number): Line[] {
  // No character is wider than the font's size: most cells hold a short word, and need no measuring.
  if (text.length * size <= width && !text.includes('\n')) return [{ text, hard: true }]
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width / size))
}

function breakParagraph(paragraph: string, width: number): Line[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const turn = () => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const piece of piecesOf(paragraph, width)) {
    const needs = [...piece].reduce((total, character) => total + widthOf(character), 0)
    if (used + needs > width && line !== '') {
      const last = [...line].at(-1) ?? ''
      // A closing mark may not begin a line: the character before it comes along.
      if (closing.test(piece) && line !== last) {
        line = line.slice(0, -last.length)
        turn()
        line = last
        used = widthOf(last)
      } else turn()
    }
    line += piece
    used += needs
  }
  return [...lines.map((text) => ({ text, hard: false })), { text: line, hard: true }]
}

/** Single Chinese characters and whole Latin words; a word wider than the column falls into characters. */
function* piecesOf(paragraph: string, width: number): Generator<string> {
  for (const word of paragraph.match(/[!-~]+| +|[^ -~]/gu) ?? []) {
    const tooWide = [...word].reduce((total, character) => total + widthOf(character), 0) > width
    if (tooWide) yield* word
    else yield word
  }
}

/** Lines joined again into the text they came from. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text, hard }, at) => (hard && at < lines.length - 1 ? `${text}\n` : text)).join('')
}

/** Height of one line of a font in points, with room for substitutes of 宋体 that stand taller. */
export function lineHeight(size: number): number {
  return size * 1.42
}
