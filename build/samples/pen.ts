/** A pen that draws the same page on a canvas (for scans) or in a PDF with a text layer; points, baseline, A4. */
import { fileURLToPath } from 'node:url'
import { type Canvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'

export const pageWidth = 595
export const pageHeight = 842

export type Ink = {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
}
export type Edge = { readonly fill?: string; readonly stroke?: string; readonly thick?: number }

export interface Pen {
  text(words: string, x: number, y: number, ink?: Ink): void
  widthOf(words: string, ink?: Ink): number
  line(x1: number, y1: number, x2: number, y2: number, edge?: Edge): void
  rect(x: number, y: number, width: number, height: number, edge: Edge): void
  polygon(points: readonly (readonly [number, number])[], edge: Edge): void
  circle(x: number, y: number, radius: number, edge: Edge): void
  picture(canvas: Canvas, x: number, y: number, width: number, height: number): void
  /** Draws with the paper moved to (x, y) and turned clockwise. */
  turned(x: number, y: number, degrees: number, draw: () => void): void
}

const fontFolder = new URL('../../node_modules/@embedpdf/fonts-sc/fonts/', import.meta.url)
export const fontFiles = {
  regular: fileURLToPath(new URL('NotoSansHans-Regular.otf', fontFolder)),
  bold: fileURLToPath(new URL('NotoSansHans-Bold.otf', fontFolder)),
}
GlobalFonts.registerFromPath(fontFiles.regular, 'Sample Regular')
GlobalFonts.registerFromPath(fontFiles.bold, 'Sample Bold')

/** A pen over a canvas whose units are already points. */
export function canvasPen(context: SKRSContext2D): Pen {
  const prepare = ({ size = 11, bold = false, color = '#1c1c1c', align = 'left' }: Ink = {}) => {
    context.font = `${size}px "Sample ${bold ? 'Bold' : 'Regular'}"`
    context.fillStyle = color
    context.textAlign = align
  }
  const finish = ({ fill, stroke, thick = 0.8 }: Edge) => {
    if (fill) {
      context.fillStyle = fill
      context.fill()
    }
    if (stroke) {
      context.strokeStyle = stroke
      context.lineWidth = thick
      context.stroke()
    }
  }
  return {
    text(words, x, y, ink) {
      prepare(ink)
      context.fillText(words, x, y)
    },
    widthOf(words, ink) {
      prepare(ink)
      return context.measureText(words).width
    },
    line(x1, y1, x2, y2, { stroke = '#222', thick = 0.8 } = {}) {
      context.beginPath()
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
      finish({ stroke, thick })
    },
    rect(x, y, width, height, edge) {
      context.beginPath()
      context.rect(x, y, width, height)
      finish(edge)
    },
    polygon(points, edge) {
      context.beginPath()
      for (const [x, y] of points) context.lineTo(x, y)
      context.closePath()
      finish(edge)
    },
    circle(x, y, radius, edge) {
      context.beginPath()
      context.arc(x, y, radius, 0, Math.PI * 2)
      finish(edge)
    },
    picture(canvas, x, y, width, height) {
      context.drawImage(canvas, x, y, width, height)
    },
    turned(x, y, degrees, draw) {
      context.save()
      context.translate(x, y)
      context.rotate((degrees * Math.PI) / 180)
      draw()
      context.restore()
    },
  }
}

/** A pen over the current page of a pdfkit document. */
export function pdfPen(pdf: PDFKit.PDFDocument): Pen {
  const prepare = ({ size = 11, bold = false, color = '#1c1c1c' }: Ink = {}) => {
    pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color)
  }
  const finish = ({ fill, stroke, thick = 0.8 }: Edge) => {
    if (stroke) pdf.lineWidth(thick)
    if (fill && stroke) pdf.fillAndStroke(fill, stroke)
    else if (fill) pdf.fill(fill)
    else if (stroke) pdf.stroke(stroke)
  }
  return {
    text(words, x, y, ink) {
      prepare(ink)
      const shift = ink?.align === 'center' ? 0.5 : ink?.align === 'right' ? 1 : 0
      pdf.text(words, x - (shift ? pdf.widthOfString(words) * shift : 0), y, {
        lineBreak: false,
        baseline: 'alphabetic',
      })
    },
    widthOf(words, ink) {
      prepare(ink)
      return pdf.widthOfString(words)
    },
    line(x1, y1, x2, y2, { stroke = '#222', thick = 0.8 } = {}) {
      pdf.moveTo(x1, y1).lineTo(x2, y2)
      finish({ stroke, thick })
    },
    rect(x, y, width, height, edge) {
      pdf.rect(x, y, width, height)
      finish(edge)
    },
    polygon(points, edge) {
      pdf.polygon(...points.map(([x, y]) => [x, y]))
      finish(edge)
    },
    circle(x, y, radius, edge) {
      pdf.circle(x, y, radius)
      finish(edge)
    },
    picture(canvas, x, y, width, height) {
      pdf.image(canvas.toBuffer('image/jpeg', 70), x, y, { width, height })
    },
    turned(x, y, degrees, draw) {
      pdf.save()
      pdf.translate(x, y).rotate(degrees)
      draw()
      pdf.restore()
    },
  }
}

/** Breaks words into lines no wider than `width`; breaks between any two characters, as Chinese does. */
export function linesOf(pen: Pen, words: string, width: number, ink?: Ink): string[] {
  return words.split('\n').flatMap((part) => {
    const lines: string[] = []
    let line = ''
    for (const character of part) {
      if (pen.widthOf(line + character, ink) > width && line && !'，。；：、）”'.includes(character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
    return [...lines, line]
  })
}

/** Writes a paragraph from baseline `y` and returns the baseline after it. */
export function paragraph(
  pen: Pen,
  words: string,
  x: number,
  y: number,
  width: number,
  ink: Ink = {},
  lead = 1.65,
): number {
  const size = ink.size ?? 11
  for (const line of linesOf(pen, words, width, ink)) {
    pen.text(line, x, y, ink)
    y += size * lead
  }
  return y
}

/** Draws a ruled table with its top at `y` and returns the y of its foot. The first row is its head. */
export function table(
  pen: Pen,
  x: number,
  y: number,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  size = 10,
): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const top = y
  const centred = widths.map((_, column) => rows.every((row) => (row[column] ?? '').length < 12))
  rows.forEach((row, at) => {
    const ink: Ink = { size, bold: at === 0 }
    const cells = row.map((cell, column) => linesOf(pen, cell, (widths[column] ?? 0) - 8, ink))
    const height = Math.max(...cells.map((lines) => lines.length)) * size * 1.45 + 8
    if (at === 0) pen.rect(x, y, total, height, { fill: '#efefef' })
    pen.line(x, y, x + total, y)
    let left = x
    cells.forEach((lines, column) => {
      const inset = (height - lines.length * size * 1.45) / 2
      lines.forEach((line, lineAt) => {
        const middle = at === 0 || centred[column]
        const width = widths[column] ?? 0
        pen.text(line, middle ? left + width / 2 : left + 4, y + inset + size * (1.08 + lineAt * 1.45), {
          ...ink,
          align: middle ? 'center' : 'left',
        })
      })
      left += widths[column] ?? 0
    })
    y += height
  })
  pen.line(x, y, x + total, y)
  let left = x
  for (const width of [0, ...widths]) {
    left += width
    pen.line(left, top, left, y)
  }
  return y
}

/** A five-pointed star. */
export function star(pen: Pen, x: number, y: number, radius: number, color: string): void {
  const points = Array.from({ length: 10 }, (_, at) => {
    const reach = at % 2 ? radius * 0.4 : radius
    const angle = (at * Math.PI) / 5 - Math.PI / 2
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const
  })
  pen.polygon(points, { fill: color })
}

/** A round red seal like an office's, plainly marked 样例. */
export function seal(pen: Pen, x: number, y: number, words: string, radius = 46): void {
  const red = '#d0312d'
  pen.turned(x, y, -8 + (words.length % 5) * 4, () => {
    pen.circle(0, 0, radius, { stroke: red, thick: 2.4 })
    star(pen, 0, 0, radius * 0.28, red)
    const size = Math.min(11, (radius * 3.9) / words.length)
    const step = Math.min(26, 250 / words.length)
    Array.from(words).forEach((character, at) => {
      const degrees = (at - (words.length - 1) / 2) * step
      const angle = (degrees * Math.PI) / 180
      const reach = radius * 0.73
      pen.turned(Math.sin(angle) * reach, -Math.cos(angle) * reach, degrees, () => {
        pen.text(character, 0, size * 0.2, { size, bold: true, color: red, align: 'center' })
      })
    })
    pen.text('样例 · 测试', 0, radius * 0.62, { size: 8, bold: true, color: red, align: 'center' })
  })
}
