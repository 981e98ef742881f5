/** What the pages of 证明材料.pdf share: margins, heading, and the unit's name with date and seal. */
import { type Pen, pageWidth, seal } from './pen.ts'
import type { Applicant } from './plan.ts'

export const left = 62
export const wide = pageWidth - 2 * left
export const middle = pageWidth / 2

/** Writes a centred page heading and returns the baseline below it. */
export function heading(pen: Pen, words: string, y = 96, size = 20): number {
  pen.text(words, middle, y, { size, bold: true, align: 'center' })
  return y + size * 2
}

/** Writes unit and date at the right margin and stamps them. */
export function signed(pen: Pen, applicant: Applicant, y: number, date: string): void {
  pen.text(applicant.unit, pageWidth - left, y, { size: 11.5, align: 'right' })
  pen.text(date, pageWidth - left, y + 22, { size: 11.5, align: 'right' })
  seal(pen, pageWidth - left - 66, y + 4, applicant.unit)
}
