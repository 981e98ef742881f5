/** Writes sheet models with exceljs's stream, the way it is fast: shared styles, rows let go at once. */
import type ExcelJS from 'exceljs'
import { drawChart } from './charts/chart.ts'
import { findFont } from './fonts.ts'
import { type Anchor, drawingParts, footerPictureParts } from './office-pictures.ts'
import { letters } from './sheets/columns.ts'
import type { ModelPicture, SheetModel } from './sheets/model.ts'
import { pageSetup } from './sheets/print.ts'
import { styleOf } from './sheets/styles.ts'

type Entry = { name: string; date?: Date }
type Part = string | Buffer | NodeJS.ReadableStream
/** The inner parts of exceljs's writer that this pen relies on; the version is pinned. */
type Inner = ExcelJS.stream.xlsx.WorkbookWriter & {
  zip: { append: (content: Part, entry: Entry) => void }
  addThemes(): Promise<void>
}
type InnerClass = new (options: object) => Inner
type InnerSheet = ExcelJS.Worksheet & {
  id: number
  stream: { write: (xml: string) => void }
  _merges: string[]
  _sheetRelsWriter: { addRelationship: (relation: { Type: string; Target: string }) => string }
  _writeLegacyData: () => void
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Widths are counted in digits of the normal font: 宋体 11 has digits of eight pixels, six points. */
const pointsPerUnit = 6
const qrPoints = 34

export class WorkbookPen {
  readonly #writer: Inner
  readonly #qr: Buffer
  readonly #types: string[] = []
  #pictures = 0
  #sheets = 0

  private constructor(writer: Inner, qr: Buffer) {
    this.#writer = writer
    this.#qr = qr
  }

  /** `code` is what the QR code in every footer says. */
  static async begin(
    out: NodeJS.WritableStream,
    { title, madeAt, code }: { title: string; madeAt: Date; code: string },
  ): Promise<WorkbookPen> {
    // exceljs is slow to load, and most starts of the program export nothing.
    const [{ default: exceljs }, { default: qrcode }] = await Promise.all([import('exceljs'), import('qrcode')])
    class Settled extends (exceljs.stream.xlsx.WorkbookWriter as unknown as InnerClass) {
      /** The first part that is written, still while this is being made: from here on every part is as old as the book. */
      override addThemes(): Promise<void> {
        const append = this.zip.append.bind(this.zip)
        // The packer below would make bytes of a text by a constructor that Node warns of.
        this.zip.append = (content, entry) =>
          append(typeof content === 'string' ? Buffer.from(content) : content, { ...entry, date: madeAt })
        return super.addThemes()
      }
    }
    const writer = new Settled({ stream: out, useStyles: true, useSharedStrings: true })
    Object.assign(writer, { title, creator: '匠评', lastModifiedBy: '匠评', created: madeAt, modified: madeAt })
    const pen = new WorkbookPen(writer, await qrcode.toBuffer(code, { errorCorrectionLevel: 'L', margin: 0, scale: 6 }))
    pen.#mend()
    return pen
  }

  /** Two parts are mended on their way that exceljs cannot write as they must be. */
  #mend(): void {
    const { zip } = this.#writer
    const append = zip.append.bind(zip)
    zip.append = (content, entry) => append(typeof content === 'string' ? this.#mended(content, entry) : content, entry)
  }

  #mended(content: string, { name }: Entry): string {
    if (name.endsWith('xl/styles.xml')) return namedNormalFont(content)
    if (name.endsWith('[Content_Types].xml')) return withTypes(content, this.#types)
    return content
  }

  async write(model: SheetModel): Promise<void> {
    this.#sheets += 1
    const { orientation, titleRows, repeated, frozen, filter, margins } = model
    const sheet = this.#writer.addWorksheet(model.name, {
      pageSetup: {
        ...pageSetup({ orientation, repeated }),
        ...(model.printed && { printArea: withFixedRows(model.printed) }),
      },
      headerFooter: { oddHeader: margins.header, oddFooter: margins.footer },
      views: [{ showGridLines: false, zoomScale: 100, state: 'frozen', xSplit: frozen, ySplit: titleRows }],
    }) as InnerSheet
    sheet.columns = model.widths.map((width) => ({ width: width / pointsPerUnit }))
    if (filter && filter.bottom > filter.top) {
      sheet.autoFilter = {
        from: { row: filter.top, column: 1 },
        to: { row: filter.bottom, column: filter.columns },
      }
    }
    model.rows.forEach(({ height, cells, turn }, at) => {
      const row = sheet.getRow(at + 1)
      row.height = height
      for (const { value, kind, piece, from, to } of cells) {
        const style = styleOf(kind, piece)
        for (let column = from; column <= to; column += 1) row.getCell(column).style = style
        // Written down directly: exceljs compares every merge with all before it.
        if (to > from) sheet._merges.push(`${letters(from)}${at + 1}:${letters(to)}${at + 1}`)
        if (value !== null) row.getCell(from).value = value
      }
      if (turn) row.addPageBreak()
      row.commit()
    })
    // Against a slip of the hand only, and without a password: the signatures protect what nobody may change.
    await sheet.protect('', { autoFilter: true, formatColumns: true, formatRows: true })
    await this.#addPictures(sheet, model)
    sheet.commit()
  }

  /** The charts on the sheet and the code in its footer: parts exceljs's stream does not write. */
  async #addPictures(sheet: InnerSheet, { pictures, widths }: SheetModel): Promise<void> {
    const { zip } = this.#writer
    const id = this.#sheets
    const ends: string[] = []
    if (pictures.length > 0) {
      const anchors: Anchor[] = []
      for (const picture of pictures) {
        this.#pictures += 1
        const { chart } = picture
        const name = `chart${this.#pictures}.${chart.kind === 'jpeg' ? 'jpg' : 'png'}`
        const bytes = 'bytes' in chart ? Buffer.from(chart.bytes) : await drawChart(chart, findFont())
        zip.append(bytes, { name: `xl/media/${name}` })
        anchors.push({ name, ...placeOf(picture, widths), width: picture.width, height: picture.height })
      }
      const { drawing, relations } = drawingParts(anchors)
      zip.append(drawing, { name: `xl/drawings/drawing${id}.xml` })
      zip.append(relations, { name: `xl/drawings/_rels/drawing${id}.xml.rels` })
      this.#types.push(
        `<Override PartName="/xl/drawings/drawing${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
      )
      const target = { Type: `${relation}/drawing`, Target: `../drawings/drawing${id}.xml` }
      ends.push(`<drawing r:id="${sheet._sheetRelsWriter.addRelationship(target)}"/>`)
    }
    const { vml, relations } = footerPictureParts(id, qrPoints)
    zip.append(vml, { name: `xl/drawings/vmlDrawing${id}.vml` })
    zip.append(relations, { name: `xl/drawings/_rels/vmlDrawing${id}.vml.rels` })
    const target = { Type: `${relation}/vmlDrawing`, Target: `../drawings/vmlDrawing${id}.vml` }
    ends.push(`<legacyDrawingHF r:id="${sheet._sheetRelsWriter.addRelationship(target)}"/>`)
    sheet._writeLegacyData = () => sheet.stream.write(ends.join(''))
  }

  async end(): Promise<void> {
    this.#writer.zip.append(this.#qr, { name: 'xl/media/qr.png' })
    this.#types.push(
      '<Default Extension="png" ContentType="image/png"/>',
      '<Default Extension="jpg" ContentType="image/jpeg"/>',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    )
    await this.#writer.commit()
  }
}

/** "A1:D9" as exceljs wants it: it fixes the columns itself, and rows that are not fixed print as other rows. */
function withFixedRows(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, '$1$$$2')
}

/** A type declared twice makes a package invalid: exceljs declares some of these itself. */
function withTypes(content: string, types: readonly string[]): string {
  const key = (line: string) => /(Extension|PartName)="[^"]*"/.exec(line)?.[0] ?? line
  const missing = types.filter((line) => !content.includes(key(line)))
  return content.replace('</Types>', `${missing.join('')}</Types>`)
}

/**
 * exceljs always makes Calibri of the theme the normal font. Column widths are counted in its digits, and many offices
 * have no Calibri: there every column would come out in another width.
 */
function namedNormalFont(styles: string): string {
  const font = '<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'
  return styles.replace(/<font>.*?<\/font>/, font)
}

/** The column and the points into it where a picture begins. */
function placeOf({ row, left }: ModelPicture, widths: readonly number[]): Pick<Anchor, 'row' | 'column' | 'inset'> {
  let rest = left
  for (const [column, width] of widths.entries()) {
    if (rest < width) return { row, column, inset: rest }
    rest -= width
  }
  return { row, column: 0, inset: 0 }
}
