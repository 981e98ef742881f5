/** The cells of a paper before they are placed: a value, a look, and how many columns of its table it takes. */
import type { Claim } from '#core/verify/claims.ts'
import { points } from '../words.ts'
import type { Kind } from './styles.ts'

export type Cell = {
  readonly value: string | number | null
  readonly kind: Kind
  readonly across?: number
  /** Which result this cell shows, so that whoever verifies can recompute it. */
  readonly claim?: Claim
}

/** The same cell, saying which result it shows. */
export function claims(cell: Cell, ...claim: Claim): Cell {
  return { ...cell, claim }
}

/** A cell with text, read from the left unless another look is given. */
export function word(value: string, kind: Kind = 'text', across = 1): Cell {
  return { value, kind, across }
}

/** A short text or a whole number in the middle of its cell. */
export function mid(value: string | number, across = 1): Cell {
  return { value, kind: typeof value === 'number' ? 'count' : 'center', across }
}

/** An empty cell to be written into by hand, or one that only continues the row above. */
export function blank(across = 1, kind: Kind = 'center'): Cell {
  return { value: null, kind, across }
}

/** A score as a number in two places, or with all its places where it has more; `otherwise` stands for no score. */
export function score(spelling: string | null, { strong = false, across = 1, otherwise = '—' } = {}): Cell {
  if (spelling === null) return { value: otherwise, kind: strong ? 'strongText' : 'center', across }
  const shown = points(spelling)
  const precise = (shown.split('.')[1] ?? '').length > 2
  const kind = strong ? (precise ? 'strongPrecise' : 'strong') : precise ? 'precise' : 'number'
  return { value: Number(shown), kind, across }
}

/** The same cell in smaller figures, for tables with many rows or columns. */
export function slim(cell: Cell): Cell {
  const kinds: Partial<Record<Kind, Kind>> = {
    number: 'slim',
    precise: 'slimPrecise',
    center: 'slimCenter',
    count: 'slimCount',
    strong: 'slimStrong',
    bandNumber: 'slimBand',
    text: 'tight',
    head: 'slimHead',
  }
  return { ...cell, kind: kinds[cell.kind] ?? cell.kind }
}

/** Header cells from their words. */
export function heads(...words: string[]): Cell[] {
  return words.map((value) => ({ value, kind: 'head' }))
}
