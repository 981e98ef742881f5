/** The sheets of the workbook as pages of A4 paper, for a page that prints them. Types only: nothing here runs. */

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
export type PrintView = {
  title: string
  /** What stands on every page: the sample's mark, stage and moment, document and scheme, the ledger's fingerprint and its code. */
  mark: string
  stage: string
  made: string
  document: string
  scheme: string
  fingerprint: string
  qr: string
  margins: { left: number; top: number; header: number; footer: number }
  looks: Record<string, PrintLook>
  sheets: PrintSheet[]
  /** Pages of all sheets together. */
  pages: number
}
