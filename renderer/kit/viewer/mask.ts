/** Hides identity numbers and mobile phones in a drawn form, for readers who do not need them. */

/**
 * An identity number of 18 characters or a mobile number of 11 digits, standing by itself. What stands before it is
 * matched too and put back: the Safari of older tablets (15.4) cannot read a lookbehind.
 */
const personal = /(^|[^\dA-Za-z])(\d{17}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])/g

/** The text with the middle of every such number dotted out: "650•••••••••••••15". */
export function masked(text: string): string {
  return text.replace(personal, (_, before: string, number: string) => {
    return `${before}${number.slice(0, 3)}${'•'.repeat(number.length - 5)}${number.slice(-2)}`
  })
}

/** Masks a drawn document in place. Word may have broken a number into several runs, so whole paragraphs are read. */
export function maskIn(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const text = paragraph.textContent ?? ''
    const clean = masked(text)
    if (clean === text) continue
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let at = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.textContent ?? ''
      node.textContent = clean.slice(at, at + length)
      at += length
    }
  }
}
