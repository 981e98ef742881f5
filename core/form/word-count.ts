/** Counts a text as Word does, so that a limit in a document means what the applicant saw on the screen. */

export type WordCount = {
  /** 字数: each Chinese character or mark is one, each run of anything else is one. */
  readonly words: number
  /** 字符数（不计空格）. */
  readonly characters: number
  /** 字符数（计空格）: spaces within the text, not line breaks. */
  readonly withSpaces: number
}

/** Characters that Word counts one by one: ideographs, kana, hangul, their marks, full-width forms, Chinese quotes and dashes. */
const single =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff00-\uffef]/u

/** Counts; line feeds are paragraphs. */
export function countWords(text: string): WordCount {
  let words = 0
  let characters = 0
  let withSpaces = 0
  let inRun = false
  for (const letter of text) {
    if (letter === '\n' || letter === '\r') {
      inRun = false
      continue
    }
    withSpaces += 1
    if (/\s/.test(letter)) {
      inRun = false
      continue
    }
    characters += 1
    if (single.test(letter)) {
      words += 1
      inRun = false
    } else {
      if (!inRun) words += 1
      inRun = true
    }
  }
  return { words, characters, withSpaces }
}
