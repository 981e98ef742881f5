/** A scan of thirty megabytes at a seat: until its first page stands there, and until the next one does. */
import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { bundlePage, onPage } from '../browser.ts'
import type { BenchCase, Size } from '../case.ts'
import { noise } from '../chance.ts'
import { program } from '../peers.ts'

const mutool = 'mutool draw, to PNG'
const pages: Record<Size, number> = { small: 8, typical: 44, stress: 44 }
const dotsPerInch = 108
/** A4 in points is 595 wide. */
const width = Math.round((595.28 * dotsPerInch) / 72)

/** A page as a scanner gives it at 200 dpi: lines of writing on paper that is not quite white. */
function scanned(seed: number): Buffer {
  const canvas = createCanvas(1_654, 2_339)
  const context = canvas.getContext('2d')
  const picture = context.createImageData(canvas.width, canvas.height)
  const grain = noise(`page ${seed}`)(canvas.width * canvas.height)
  for (const [at, grainOf] of grain.entries()) {
    picture.data.fill(222 + (grainOf >> 3), 4 * at, 4 * at + 3)
    picture.data[4 * at + 3] = 255
  }
  context.putImageData(picture, 0, 0)
  context.fillStyle = '#222'
  for (let line = 0; line < 40; line += 1) {
    for (let sign = 0; sign < 36; sign += 1) {
      context.fillRect(160 + 37 * sign, 180 + 50 * line, 8 + ((sign * 7 + line * 3 + seed) % 20), 26)
    }
  }
  return canvas.toBuffer('image/jpeg', 88)
}

export const benchCase: BenchCase = {
  about: 'a scan of 30 MB in the viewer: from asking for the file to its first page drawn, then each next page',
  peers: [
    {
      name: mutool,
      command: ({ data, scratch }) => {
        const picture = path.join(scratch, 'page.png')
        return [
          program('mutool', 'mupdf-tools'),
          'draw',
          '-q',
          '-r',
          `${dotsPerInch}`,
          '-o',
          picture,
          path.join(data, 'scan.pdf'),
          '1',
        ]
      },
    },
  ],
  goals: [
    { figure: 'firstMs', of: mutool, ofFigure: 'ms', atMost: 0.8 },
    { figure: 'nextMs', of: mutool, ofFigure: 'ms', atMost: 0.25 },
  ],
  async prepare(data, size) {
    const paper = new PDFDocument({ autoFirstPage: false })
    const file = createWriteStream(path.join(data, 'scan.pdf'))
    paper.pipe(file)
    const sheets = [1, 2, 3].map(scanned)
    for (let page = 0; page < pages[size]; page += 1) {
      paper.addPage({ size: 'A4', margin: 0 }).image(sheets[page % 3] ?? Buffer.alloc(0), 0, 0, { width: 595.28 })
    }
    paper.end()
    await finished(file)
  },
  async product({ data }) {
    await bundlePage('page-open.ts')
    const { firstMs, nextMs, answer } = await onPage(
      'page-open',
      (page) =>
        page.evaluate(
          async ([url, wide]) => {
            const { openScan } = await import(url)
            // Once to have the reader's code there, as it is after the first paper of a morning.
            await openScan('/data/scan.pdf', wide, 1)
            return openScan('/data/scan.pdf', wide, 5)
          },
          ['/page.js', width] as const,
        ),
      { data },
    )
    return { figures: { ms: firstMs, firstMs, nextMs }, answer }
  },
  async check({ product }, { scratch, size }) {
    const mine = product as { pages: number; width: number; height: number; grey: number }
    if (mine.pages !== pages[size]) return `${mine.pages} pages, ${pages[size]} were written`
    const picture = path.join(scratch, 'page.png')
    if (!existsSync(picture)) return readdirSync(scratch).length === 0 ? null : 'the peer drew no page'
    const image = await loadImage(picture)
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height)
    let sum = 0
    for (let at = 0; at < data.length; at += 4) sum += data[at] ?? 0
    const grey = sum / (data.length / 4)
    // The two round a page's width differently, and each smooths in its own way.
    return Math.abs(image.width - mine.width) <= 2 &&
      Math.abs(image.height - mine.height) <= 2 &&
      Math.abs(grey - mine.grey) < 3
      ? null
      : `a page of ${mine.width}×${mine.height} and grey ${mine.grey}; mutool: ${image.width}×${image.height}, ${grey}`
  },
}
