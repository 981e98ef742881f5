/** The sheets of the workbook as pages of A4 paper and the Word papers, for a page that prints them. Types only: nothing here runs. */

/** Lengths are in points. `from` and `to` count columns from 1. */
export type PrintCell = {
  text: string
  from: number
  to: number
  look: string
  top: boolean
  bottom: boolean
  aloft: boolean
}
export type PrintPicture = { left: number; top: number; width: number; height: number; src: string }
export type PrintPage = { rows: { height: number; cells: PrintCell[] }[]; pictures: PrintPicture[] }
export type PrintSheet = {
  name: string
  orientation: 'portrait' | 'landscape'
  /** What the columns are shrunk by where they are wider than the page. */
  scale: number
  widths: number[]
  pages: PrintPage[]
}
export type PrintLook = {
  font: 'song' | 'hei'
  size: number
  bold: boolean
  align: 'left' | 'center' | 'right'
  border: boolean
  line: boolean
  shade: string
}
/** What stands on every page: the sample's mark, stage and moment, document and scheme, the ledger's fingerprint and its code. */
export type PrintHead = {
  title: string
  mark: string
  stage: string
  made: string
  document: string
  scheme: string
  fingerprint: string
  qr: string
}
export type PrintView = PrintHead & {
  margins: { left: number; top: number; header: number; footer: number }
  looks: Record<string, PrintLook>
  sheets: PrintSheet[]
  /** Pages of all sheets together. */
  pages: number
}

/** Whom a Word paper is about: the whole round, one applicant who is told, whose form is filled, or whose way is documented. */
export type PaperGroup = 'round' | 'notices' | 'forms' | 'dossiers'
/** A Word paper of the round by its name, which is also the name of its file. */
export type PaperName = { name: string; group: PaperGroup }
/** One Word paper, its bytes in base64, with what the page around it prints. */
export type PaperView = PrintHead & PaperName & { docx: string }
