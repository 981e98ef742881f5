/** The looks of cells. One frozen object per look, shared by all cells: exceljs is three times slower with one each. */
import type { Alignment, Borders, Font, Style } from 'exceljs'

export type Look = {
  readonly font: 'song' | 'hei'
  readonly size: number
  readonly bold?: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly border: boolean
  /** Shade of the ground, as RGB; light enough for black figures in print. */
  readonly shade?: string
  readonly format?: string
  readonly line?: boolean
  /** For programs: one line, however long. */
  readonly unbroken?: boolean
}

const looks = {
  title: { font: 'hei', size: 16, align: 'center', border: false },
  subtitle: { font: 'song', size: 11, align: 'center', border: false },
  small: { font: 'song', size: 9, align: 'center', border: false },
  heading: { font: 'hei', size: 12, align: 'left', border: false },
  note: { font: 'song', size: 11, align: 'left', border: false },
  label: { font: 'song', size: 11, align: 'right', border: false },
  line: { font: 'song', size: 11, align: 'left', border: false, line: true },
  head: { font: 'hei', size: 11, align: 'center', border: true, shade: 'EDEDED' },
  slimHead: { font: 'hei', size: 9, align: 'center', border: true, shade: 'EDEDED' },
  band: { font: 'hei', size: 11, align: 'left', border: true, shade: 'EDEDED' },
  bandNumber: { font: 'hei', size: 11, align: 'center', border: true, shade: 'EDEDED', format: '0.00' },
  text: { font: 'song', size: 11, align: 'left', border: true },
  tight: { font: 'song', size: 10, align: 'left', border: true },
  fine: { font: 'song', size: 9, align: 'left', border: true },
  center: { font: 'song', size: 11, align: 'center', border: true },
  number: { font: 'song', size: 11, align: 'center', border: true, format: '0.00' },
  slim: { font: 'song', size: 10, align: 'center', border: true, format: '0.00' },
  slimPrecise: { font: 'song', size: 10, align: 'center', border: true, format: '0.00##########' },
  slimCenter: { font: 'song', size: 10, align: 'center', border: true },
  slimCount: { font: 'song', size: 10, align: 'center', border: true, format: '0' },
  slimBand: { font: 'hei', size: 10, align: 'center', border: true, shade: 'EDEDED', format: '0.00' },
  slimStrong: { font: 'song', size: 10, bold: true, align: 'center', border: true, format: '0.00' },
  precise: { font: 'song', size: 11, align: 'center', border: true, format: '0.00##########' },
  strong: { font: 'song', size: 11, bold: true, align: 'center', border: true, format: '0.00' },
  strongPrecise: { font: 'song', size: 11, bold: true, align: 'center', border: true, format: '0.00##########' },
  strongText: { font: 'song', size: 11, bold: true, align: 'center', border: true },
  count: { font: 'song', size: 11, align: 'center', border: true, format: '0' },
  signed: { font: 'song', size: 11, align: 'center', border: true, format: '+0.00;-0.00;0.00' },
  heat0: { font: 'song', size: 11, align: 'center', border: true, format: '+0.00;-0.00;0.00' },
  heat1: { font: 'song', size: 11, align: 'center', border: true, shade: 'E8E8E8', format: '+0.00;-0.00;0.00' },
  heat2: { font: 'song', size: 11, align: 'center', border: true, shade: 'D0D0D0', format: '+0.00;-0.00;0.00' },
  heat3: {
    font: 'song',
    size: 11,
    bold: true,
    align: 'center',
    border: true,
    shade: 'B4B4B4',
    format: '+0.00;-0.00;0.00',
  },
  heat4: {
    font: 'song',
    size: 11,
    bold: true,
    align: 'center',
    border: true,
    shade: '969696',
    format: '+0.00;-0.00;0.00',
  },
  data: { font: 'song', size: 9, align: 'left', border: false, unbroken: true },
  tied: { font: 'song', size: 11, align: 'center', border: true, format: '0"（并列）"' },
} as const satisfies Record<string, Look>

/** How a cell looks. */
export type Kind = keyof typeof looks

/** Where a piece of a row stands that was too tall for one: the lines between the pieces are left out. */
export type Piece = 'whole' | 'first' | 'middle' | 'last'

const families = { song: '宋体', hei: '黑体' } as const
const thin = Object.freeze({ style: 'thin', color: Object.freeze({ argb: 'FF000000' }) } as const)
const ground = (shade: string) =>
  Object.freeze({ type: 'pattern', pattern: 'solid', fgColor: Object.freeze({ argb: `FF${shade}` }) } as const)
const made = new Map<string, Partial<Style>>()

/** Font size of a look, in points. */
export function sizeOf(kind: Kind): number {
  return looks[kind].size
}

/** A look for whoever draws cells without Excel. */
export function lookOf(kind: Kind): Look {
  return looks[kind]
}

/** The shared style object of a look. */
export function styleOf(kind: Kind, piece: Piece = 'whole'): Partial<Style> {
  const key = `${kind} ${piece}`
  const known = made.get(key)
  if (known) return known
  const style = makeStyle(looks[kind], piece)
  made.set(key, style)
  return style
}

function makeStyle(look: Look, piece: Piece): Partial<Style> {
  const font: Partial<Font> = { name: families[look.font], size: look.size, family: 3, charset: 134, bold: look.bold }
  const vertical = piece === 'whole' ? 'middle' : 'top'
  const alignment: Partial<Alignment> = { horizontal: look.align, vertical, wrapText: !look.unbroken }
  return Object.freeze({
    font: Object.freeze(font),
    alignment: Object.freeze(alignment),
    border: Object.freeze(bordersOf(look, piece)),
    ...(look.shade && { fill: ground(look.shade) }),
    ...(look.format && { numFmt: look.format }),
  })
}

function bordersOf(look: Look, piece: Piece): Partial<Borders> {
  if (look.line) return { bottom: thin }
  if (!look.border) return {}
  return {
    left: thin,
    right: thin,
    ...(piece === 'whole' || piece === 'first' ? { top: thin } : {}),
    ...(piece === 'whole' || piece === 'last' ? { bottom: thin } : {}),
  }
}
