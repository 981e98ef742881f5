/** Rows as they are written: cells on grid columns, tall enough for their text, cut in pieces where one would be too tall. */

import type { Claim } from '#core/verify/claims.ts'
import { breakLines, joinLines, type Line, lineHeight } from '../measure.ts'
import { clean } from '../words.ts'
import type { Cell } from './cells.ts'
import { type Kind, type Piece, sizeOf } from './styles.ts'

export type Physical = {
  readonly height: number
  readonly cells: readonly {
    readonly value: string | number | null
    readonly kind: Kind
    readonly from: number
    readonly to: number
    readonly piece: Piece
    readonly claim?: Claim | undefined
  }[]
}

const padding = 3
const sides = 4.5

type Placed = {
  value: string | number | null
  kind: Kind
  from: number
  to: number
  lines: Line[]
  claim?: Claim | undefined
}

/** `most` is the tallest a row may be: Excel ends at 409 points, a page earlier. */
export function physicalRows(given: {
  cells: readonly Cell[]
  spans: readonly number[]
  widths: readonly number[]
  tall: number
  most: number
}): Physical[] {
  const placed = placeCells(given)
  const needed = Math.max(
    given.tall,
    ...placed.map(({ kind, lines }) => lines.length * lineHeight(sizeOf(kind)) + padding),
  )
  if (needed <= given.most) {
    const cells = placed.map(({ lines: _, ...cell }) => ({ ...cell, piece: 'whole' as const }))
    return [{ height: toPixels(needed), cells }]
  }
  return piecesOf(placed, given.most * 0.75)
}

function placeCells({
  cells,
  spans,
  widths,
}: {
  cells: readonly Cell[]
  spans: readonly number[]
  widths: readonly number[]
}) {
  const placed: Placed[] = []
  let column = 0
  let from = 1
  for (const { value, kind, across = 1, claim } of cells) {
    const span = spans.slice(column, column + across).reduce((total, width) => total + width, 0)
    if (span === 0) throw new RangeError('more cells than columns')
    const width = widths.slice(from - 1, from - 1 + span).reduce((total, each) => total + each, 0)
    const text = typeof value === 'string' ? clean(value) : value
    const lines = typeof text === 'string' && text !== '' ? breakLines(text, width - sides, sizeOf(kind)) : []
    placed.push({ value: text === '' ? null : text, kind, from, to: from + span - 1, lines, ...(claim && { claim }) })
    column += across
    from += span
  }
  return placed
}

function piecesOf(placed: readonly Placed[], most: number): Physical[] {
  const perPiece = (kind: Kind) => Math.floor((most - padding) / lineHeight(sizeOf(kind)))
  const count = Math.max(...placed.map(({ kind, lines }) => Math.ceil(lines.length / perPiece(kind))))
  return Array.from({ length: count }, (_, at) => {
    const piece: Piece = at === 0 ? 'first' : at === count - 1 ? 'last' : 'middle'
    const cells = placed.map(({ lines, value, kind, from, to, claim }) => {
      const part = lines.slice(at * perPiece(kind), (at + 1) * perPiece(kind))
      const first = typeof value === 'string' ? null : value
      return {
        kind,
        from,
        to,
        piece,
        // A text in pieces stands in no single cell.
        ...(claim && at === 0 && typeof value === 'number' && { claim }),
        value: part.length > 0 ? joinLines(part) : at === 0 ? first : null,
        lines: part.length,
      }
    })
    const height = Math.max(...cells.map(({ kind, lines }) => lines * lineHeight(sizeOf(kind)) + padding), 18)
    return { height: toPixels(height), cells: cells.map(({ lines: _, ...cell }) => cell) }
  })
}

/** Excel keeps heights in whole pixels of three quarters of a point. */
function toPixels(height: number): number {
  return Math.ceil(height / 0.75) * 0.75
}
