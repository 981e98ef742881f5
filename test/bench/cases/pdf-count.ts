/** Pages of scans: counted without reading the scan. */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { inspectPdf } from '#host/intake/pdf.ts'
import type { BenchCase, Size } from '../case.ts'
import { chance, noise } from '../chance.ts'
import { program } from '../peers.ts'

const count: Record<Size, number> = { small: 6, typical: 60, stress: 60 }
const qpdf = 'qpdf --show-npages, file by file'

/** A page as a scanner gives it: noise does not compress, so a page takes about a megabyte. */
function scan(seed: string, width: number, height: number): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const picture = context.createImageData(width, height)
  picture.data.set(noise(seed)(picture.data.length))
  for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = 255
  context.putImageData(picture, 0, 0)
  return canvas.toBuffer('image/jpeg', 60)
}

export const benchCase: BenchCase = {
  about: 'pages of scanned PDFs of 1 to 30 MB, every answer equal to qpdf',
  peers: [
    {
      name: qpdf,
      command: ({ data }) => {
        const command = program('qpdf', 'qpdf')
        return ['sh', '-c', `for file in "${data}"/*.pdf; do "${command}" --show-npages "$file"; done`]
      },
    },
  ],
  goals: [{ figure: 'ms', of: qpdf, atMost: 0.15 }],
  async prepare(data, size) {
    const next = chance(11)
    const pages = [scan('a', 900, 1_200), scan('b', 450, 600)]
    for (let at = 0; at < count[size]; at++) {
      // both kinds of cross-reference a reader meets: a table, and streams with objects inside
      const paper = new PDFDocument({
        autoFirstPage: false,
        pdfVersion: at % 2 === 0 ? '1.3' : '1.7',
        compress: at % 2 === 1,
      })
      const chunks: Buffer[] = []
      paper.on('data', (chunk: Buffer) => chunks.push(chunk))
      const ended = new Promise((resolve) => paper.on('end', resolve))
      for (let page = 0; page < 1 + Math.floor(next() * 30); page++) {
        paper.addPage({ size: 'A4', margin: 0 }).image(pages[page % 2] ?? Buffer.alloc(0), 0, 0, { width: 595 })
      }
      paper.end()
      await ended
      writeFileSync(path.join(data, `${String(at).padStart(3, '0')}.pdf`), Buffer.concat(chunks))
    }
  },
  async product({ data }) {
    const files = readdirSync(data)
      .filter((name) => name.endsWith('.pdf'))
      .sort()
    const begun = performance.now()
    const pages: (number | null)[] = []
    for (const name of files) pages.push((await inspectPdf(path.join(data, name), name)).pages)
    return { figures: { ms: performance.now() - begun }, answer: pages }
  },
  check({ product, [qpdf]: peer }) {
    if (peer === undefined) return null
    const theirs = String(peer).trim().split('\n').map(Number)
    return JSON.stringify(product) === JSON.stringify(theirs)
      ? null
      : `product ${JSON.stringify(product)}, qpdf ${JSON.stringify(theirs)}`
  },
}
