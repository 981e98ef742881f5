/**
 * A sheet of the workbook as data: every cell with its place, value and look, and everything that a page prints around
 * them. The workbook, the pages printed by the program and whoever checks a workbook cell by cell read this one model.
 */
import type { Claim } from '#core/verify/claims.ts'
import type { Chart } from '../charts/chart.ts'
import type { Orientation } from './print.ts'
import type { Kind, Piece } from './styles.ts'

/** One cell. Columns count from 1; `to` is above `from` for a cell that spans several. */
export type ModelCell = {
  readonly value: string | number | null
  readonly kind: Kind
  readonly piece: Piece
  readonly from: number
  readonly to: number
  /** Which result it shows. */
  readonly claim?: Claim | undefined
}

/** One row; `turn` ends the printed page after it. */
export type ModelRow = { readonly height: number; readonly cells: readonly ModelCell[]; readonly turn: boolean }

/** A picture on the sheet: what it shows, and where. `row` counts from 0, `left` and sizes are in points. */
export type ModelPicture = {
  /** A chart to be drawn, or a picture as it is. */
  readonly chart: Chart | { readonly kind: 'png' | 'jpeg'; readonly bytes: Uint8Array }
  readonly row: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** What stands above and below every printed page, in Excel's own notation. */
export type Margins = { readonly header: string; readonly footer: string }

export type SheetModel = {
  readonly name: string
  readonly orientation: Orientation
  /** Widths of the columns in points. */
  readonly widths: readonly number[]
  readonly rows: readonly ModelRow[]
  /** So many rows stay in sight on screen. */
  readonly titleRows: number
  /** The rows that every printed page repeats, from 1. */
  readonly repeated: { readonly from: number; readonly to: number } | null
  /** So many columns stay in sight on screen. */
  readonly frozen: number
  /** The table that can be filtered on screen: rows and columns from 1, the header's row first. */
  readonly filter: { readonly top: number; readonly bottom: number; readonly columns: number } | null
  readonly pictures: readonly ModelPicture[]
  readonly margins: Margins
  /** The part that is printed, where it is not all: "A1:D12". */
  readonly printed?: string
}
