/** A printed PDF as a journey reads it: the words of each page in and around its margins, and the pictures on it. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PrintedPage = {
  /** Everything between the margins, without blanks. */
  readonly body: string
  /** Everything in the margins above and below, without blanks. */
  readonly edges: string
  readonly size: readonly [width: number, height: number]
  readonly pictures: readonly Picture[]
}
export type Picture = { readonly width: number; readonly height: number; isDark(x: number, y: number): boolean }

type Raw = { data: Uint8Array; width: number; height: number }

const beside = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Signs that some typefaces draw once for a word and for its radical; a PDF then names the radical. */
const radicals = '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻤鬼⻣骨⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙'
const words = new Map([...radicals.matchAll(/(.)(.)/gu)].map(([, radical = '', word = '']) => [radical, word]))

/** Without blanks, and every sign in its usual form. */
export function squeezed(text: string): string {
  return Array.from(text.normalize('NFKC').replaceAll(/\s+/g, ''), (sign) => words.get(sign) ?? sign).join('')
}

/** Reads it. `margins` in points from the upper and lower edge. */
export async function readPrinted(
  bytes: Uint8Array,
  margins: { top: number; bottom: number },
): Promise<readonly PrintedPage[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${path.join(beside, 'cmaps')}/`,
    standardFontDataUrl: `${path.join(beside, 'standard_fonts')}/`,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    const pages: PrintedPage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const [, , width = 0, height = 0] = page.view
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: item.transform[5] as number }] : []))
      const isInside = ({ y }: { y: number }) => y > margins.bottom && y < height - margins.top
      const join = (some: typeof texts) => squeezed(some.map(({ text }) => text).join(''))
      const { fnArray, argsArray } = await page.getOperatorList()
      const names = fnArray.flatMap((kind, at) => (kind === OPS.paintImageXObject ? [argsArray[at][0] as string] : []))
      pages.push({
        body: join(texts.filter(isInside)),
        edges: join(texts.filter((text) => !isInside(text))),
        size: [width, height],
        pictures: await Promise.all(names.map(async (name) => pictureOf(await objectOf(page, name)))),
      })
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** A picture is decoded beside the list of what is drawn; one that is on several pages belongs to the document. */
function objectOf({ objs, commonObjs }: PDFPageProxy, name: string): Promise<Raw> {
  return new Promise((resolve) => (name.startsWith('g_') ? commonObjs : objs).get(name, resolve))
}

function pictureOf({ data, width, height }: Raw): Picture {
  const perPixel = data.length / (width * height)
  return { width, height, isDark: (x, y) => (data[Math.floor((y * width + x) * perPixel)] ?? 255) < 128 }
}
