/** One sheet of the workbook as a run of A4 pages: rows as tall as their text, tables that repeat their header, no lost headings. */
import type { PaperBook } from '../book.ts'
import type { Chart } from '../charts/chart.ts'
import { moment, sampleMark, zh } from '../words.ts'
import { type Cell, word } from './cells.ts'
import { fitColumns, fitSpans } from './columns.ts'
import type { ModelPicture, ModelRow, SheetModel } from './model.ts'
import { marginsOf, type Orientation, roomOn } from './print.ts'
import { type Physical, physicalRows } from './rows.ts'

export type SheetPlan = {
  readonly name: string
  readonly title: string
  readonly orientation: Orientation
  /** The grid: least widths in points, and how much of the free room each column takes. */
  readonly columns: readonly { readonly least: number; readonly grow?: number }[]
  /** Columns that stay in sight on screen. */
  readonly frozen?: number
}

export type TablePlan = {
  readonly header: readonly (readonly Cell[])[]
  /** Wanted widths of the table's own columns; without them it has those of the grid. */
  readonly widths?: readonly number[]
  /** How many grid columns each of its columns takes, where that is known. */
  readonly spans?: readonly number[]
  /** True for the one table of a sheet whose header is repeated by the print titles. */
  readonly printed?: boolean
}

/** A table that takes rows. `keep` holds a row on the page of the next one, `tall` is its least height. */
export type Table = { row: (cells: readonly Cell[], how?: { keep?: boolean; tall?: number }) => void }

/** A picture of a strip: JPEG, its shape, and the line below it. */
export type StripPicture = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly label: string
}

export type PaperSheet = {
  readonly widths: readonly number[]
  table: (plan: TablePlan) => Table
  heading: (text: string) => void
  paragraph: (text: string) => void
  gap: (height: number) => void
  /** Rows on the grid's columns that stay on one page. */
  together: (rows: readonly { cells: readonly Cell[]; widths?: readonly number[]; tall?: number }[]) => void
  /** A chart in the middle of the page, at most as tall as a page. */
  picture: (chart: Chart, size: { width: number; height: number }) => void
  /** Pictures side by side with a line below each; the strip stays on one page. At most `columns` of them. */
  strip: (pictures: readonly StripPicture[], columns: number) => void
  /** Places what is held back. Must be the last call. */
  close: () => SheetModel
}

const pictureRow = 15
const stripHeight = 105
const stripGap = 10
const leastHeight = 16.5
/** Rows taller than this are cut, so that a page can be filled and Excel's limit of 409 points is far. */
const tallest = 220

/** Rows that stay on one page, and the header that is repeated when they begin a new one. */
type Group = { readonly rows: readonly Physical[]; readonly again: readonly Physical[] }

function heightOf(rows: readonly Physical[]): number {
  return rows.reduce((total, row) => total + row.height, 0)
}

/** Begins a sheet with its title rows, which stay in sight on screen and stand on the first printed page. */
export function openSheet(book: PaperBook, plan: SheetPlan): PaperSheet {
  const room = roomOn(plan.orientation)
  const widths = fitColumns(plan.columns, room.width)
  const scale = Math.min(1, room.width / widths.reduce((total, width) => total + width, 0))
  const capacity = (room.height / scale) * 0.97

  const rows: ModelRow[] = []
  const pictures: ModelPicture[] = []
  let filter: SheetModel['filter'] = null
  let titleRows = 0
  let repeated: SheetModel['repeated'] = null
  // What every later page begins with, and what the first began with: a page with nothing below that is not turned.
  let top = 0
  let floor = 0
  let used = 0
  let repeat: Physical[] = []
  let held: Physical[] = []
  // The last group waits for what comes next: signatures take it along, so that they never stand alone on a page.
  let tail: Group | null = null

  const write = ({ height, cells }: Physical) => {
    used += height
    rows.push({ height, cells, turn: false })
  }
  const turnPage = () => {
    const last = rows.at(-1)
    if (last) rows[rows.length - 1] = { ...last, turn: true }
    used = top
    floor = top
  }
  const fits = (rows: readonly Physical[]) => used + heightOf(rows) <= capacity
  const emit = ({ rows: group, again }: Group) => {
    if (!fits(group) && used > floor) {
      turnPage()
      for (const row of again) write(row)
    }
    for (const row of group) {
      if (!fits([row]) && used > floor) {
        turnPage()
        for (const head of again) write(head)
      }
      write(row)
    }
  }
  const emitTail = () => {
    if (tail) emit(tail)
    tail = null
  }
  const flush = () => {
    emitTail()
    const [begin] = repeat
    tail = { rows: held, again: begin && held.includes(begin) ? [] : repeat }
    held = []
  }
  const place = (placed: readonly Physical[], keep: boolean) => {
    placed.forEach((row, at) => {
      held.push(row)
      if (at < placed.length - 1 || !keep) flush()
    })
  }
  const rowsOf = (cells: readonly Cell[], spans: readonly number[], tall = leastHeight) =>
    physicalRows({ cells, spans, widths, tall, most: tallest })
  const whole = [widths.length]
  const hold = (cells: readonly Cell[], spans: readonly number[], tall?: number) =>
    held.push(...rowsOf(cells, spans, tall))

  const { round } = book
  const mark = round.sample ? `【${sampleMark}】` : ''
  const paper = `${mark}依据：${zh(round.schemeTitle)}（${round.document.number}）${plan.orientation === 'portrait' ? '\n' : '　'}方案：${round.scheme} 第${book.schemeVersion}版　阶段：${zh(round.stageName)}　制表：${moment(book.madeAt)}`
  place(rowsOf([word(plan.title, 'title')], whole, 27), false)
  place(rowsOf([word(`${round.title}　${round.organiser}　${zh(round.activityName)}`, 'subtitle')], whole), false)
  place(rowsOf([word(paper, 'small')], whole, 15), false)
  emitTail()
  // Later pages do not repeat these: sheet, round and stage stand in every page's margin.
  titleRows = rows.length
  floor = used

  return {
    widths,
    table({ header, widths: wanted, spans: given, printed = false }) {
      const spans = given ?? (wanted ? fitSpans(widths, wanted) : widths.map(() => 1))
      const headRows = header.flatMap((cells) => rowsOf(cells, spans, 18))
      if (printed) {
        place(headRows, false)
        emitTail()
        repeated = { from: titleRows + 1, to: rows.length }
        titleRows = rows.length
        top = heightOf(headRows)
        floor = used
        repeat = []
        filter = header.length === 1 ? { top: titleRows, bottom: titleRows, columns: widths.length } : null
      } else {
        held.push(...headRows)
        repeat = headRows
      }
      return {
        row: (cells, { keep = false, tall } = {}) => {
          place(rowsOf(cells, spans, tall), keep)
          if (printed && filter) filter = { ...filter, bottom: rows.length + (tail?.rows.length ?? 0) + held.length }
        },
      }
    },
    heading(text) {
      repeat = []
      hold([word('', 'note')], whole, 6)
      hold([word(text, 'heading')], whole, 21)
    },
    paragraph(text) {
      repeat = []
      place(rowsOf([word(text, 'note')], whole, 18), false)
    },
    gap(height) {
      repeat = []
      hold([word('', 'note')], whole, height)
    },
    together(block) {
      repeat = []
      const before: Group | null = tail
      for (const { cells, widths: wanted, tall } of block) {
        hold(cells, wanted ? fitSpans(widths, wanted) : widths.map(() => 1), tall)
      }
      if (before && top + heightOf([...before.again, ...before.rows, ...held]) <= capacity) {
        tail = { rows: [...before.rows, ...held], again: before.again }
        held = []
      } else flush()
    },
    picture(chart, size) {
      // One page holds it, together with the heading before it.
      const shrink = Math.min(1, (capacity - top - heightOf(held) - 2 * pictureRow) / size.height)
      const [width, height] = [size.width * shrink, size.height * shrink]
      const first = held.length
      for (let left = height + pictureRow; left > 0; left -= pictureRow) hold([], whole, pictureRow)
      const rowsHeld = held.length - first
      flush()
      emitTail()
      const total = widths.reduce((sum, each) => sum + each, 0)
      const left = Math.max(0, (total - width) / 2)
      pictures.push({ chart, row: rows.length - rowsHeld, left, width, height })
    },
    strip(strip, columns) {
      repeat = []
      const total = widths.reduce((sum, each) => sum + each, 0)
      const room = { width: total / columns - stripGap, height: stripHeight }
      const first = held.length
      for (let left = stripHeight + pictureRow; left > 0; left -= pictureRow) hold([], whole, pictureRow)
      const rowsHeld = held.length - first
      const labels = Array.from({ length: columns }, (_, at) => word(strip[at]?.label ?? '', 'note'))
      const spans = fitSpans(
        widths,
        labels.map(() => total / columns),
      )
      const before = held.length
      hold(labels, spans, 18)
      const labelRows = held.length - before
      flush()
      emitTail()
      const row = rows.length - labelRows - rowsHeld
      for (const [at, { bytes, width, height }] of strip.entries()) {
        const scale = Math.min(room.width / width, room.height / height)
        const size = { width: width * scale, height: height * scale }
        const left = (total / columns) * at + (total / columns - size.width) / 2
        pictures.push({ chart: { kind: 'jpeg', bytes }, row, left, ...size })
      }
    },
    close() {
      if (held.length > 0) flush()
      emitTail()
      return {
        name: plan.name,
        orientation: plan.orientation,
        widths,
        rows,
        titleRows,
        repeated,
        frozen: plan.frozen ?? 0,
        filter,
        pictures,
        margins: marginsOf(book, plan.orientation),
      }
    },
  }
}
