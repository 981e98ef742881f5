/** Makes 证明材料.pdf: a crooked, noisy scan of every page, or the same pages with a text layer. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { chance } from './chance.ts'
import { canvasPen, fontFiles, pageHeight, pageWidth, pdfPen } from './pen.ts'
import type { Photo } from './photo.ts'
import { type Applicant, type PageKind, pagesOf } from './plan.ts'
import { drawPage } from './proof-pages.ts'

const dotsPerInch = 100
const scale = dotsPerInch / 72
const width = Math.round(pageWidth * scale)
const height = Math.round(pageHeight * scale)
const made = new Date('2026-03-05T02:00:00Z')

let grain: Canvas | undefined
/** A tile of scanner grain; made once, laid over every scan at another place. */
function grainTile(): Canvas {
  if (grain) return grain
  grain = createCanvas(256, 256)
  const context = grain.getContext('2d')
  const image = context.createImageData(256, 256)
  const random = chance(20_260_305)
  for (let at = 0; at < image.data.length; at += 4) {
    image.data[at] = image.data[at + 1] = image.data[at + 2] = random() < 0.5 ? 0 : 255
    image.data[at + 3] = Math.floor(random() * 14)
  }
  context.putImageData(image, 0, 0)
  return grain
}

/** One page as the scanner of an office gives it. */
export function scanOf(kind: PageKind, applicant: Applicant, photos: readonly Photo[]): Buffer {
  const random = chance(applicant.number * 1_000 + kind.length * 31 + kind.charCodeAt(0))
  const clean = createCanvas(width, height)
  const cleanContext = clean.getContext('2d')
  cleanContext.fillStyle = '#fbfbf8'
  cleanContext.fillRect(0, 0, width, height)
  cleanContext.scale(scale, scale)
  drawPage[kind](canvasPen(cleanContext), applicant, photos)
  const page = createCanvas(width, height)
  const context = page.getContext('2d')
  context.fillStyle = '#e2e1dd'
  context.fillRect(0, 0, width, height)
  context.save()
  context.translate(width / 2, height / 2)
  context.rotate(((random() - 0.5) * 2 * 0.9 * Math.PI) / 180)
  context.drawImage(clean, -width / 2 + (random() - 0.5) * 8, -height / 2 + (random() - 0.5) * 8)
  context.restore()
  const shade = context.createLinearGradient(0, 0, width, height * 0.2)
  shade.addColorStop(0, 'rgba(60,60,55,.22)')
  shade.addColorStop(0.06, 'rgba(60,60,55,.04)')
  shade.addColorStop(1, 'rgba(60,60,55,.07)')
  context.fillStyle = shade
  context.fillRect(0, 0, width, height)
  const tile = grainTile()
  const [dx, dy] = [Math.floor(random() * 256), Math.floor(random() * 256)]
  for (let x = -dx; x < width; x += 256) for (let y = -dy; y < height; y += 256) context.drawImage(tile, x, y)
  for (let at = 0; at < 26; at++) {
    context.fillStyle = `rgba(40,40,40,${0.15 + random() * 0.35})`
    context.fillRect(random() * width, random() * height, 1 + random() * 1.6, 1 + random() * 1.6)
  }
  return page.toBuffer('image/jpeg', 58)
}

/** The whole 证明材料.pdf of an applicant. */
export function proofPdf(applicant: Applicant, photos: readonly Photo[]): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: [pageWidth, pageHeight],
    margin: 0,
    info: {
      CreationDate: made,
      ModDate: made,
      Producer: applicant.habit.textLayer ? '样例办公软件' : '样例扫描仪',
      Creator: '样例',
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  if (applicant.habit.textLayer) {
    pdf.registerFont('regular', fontFiles.regular)
    pdf.registerFont('bold', fontFiles.bold)
  }
  for (const kind of pagesOf(applicant)) {
    pdf.addPage()
    if (applicant.habit.textLayer) drawPage[kind](pdfPen(pdf), applicant, photos)
    else pdf.image(scanOf(kind, applicant, photos), 0, 0, { width: pageWidth, height: pageHeight })
  }
  pdf.end()
  return whole
}
