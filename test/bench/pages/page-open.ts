/** The pages of a scan through the seat's own viewer modules: from asking for the file to the drawn canvas. */
import { drawPage, openPdf } from '#renderer/kit/viewer/pdf.ts'

type Drawn = { width: number; height: number; grey: number }

/** How light a picture is on the whole, 0 to 255: enough to tell that the right page was drawn. */
function drawn(canvas: HTMLCanvasElement | null): Drawn {
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
  if (!canvas || !pixels) throw new Error('nothing was drawn')
  let sum = 0
  for (let at = 0; at < pixels.length; at += 4) sum += pixels[at] ?? 0
  return { width: canvas.width, height: canvas.height, grey: sum / (pixels.length / 4) }
}

/** Opens the file afresh, draws its first page, then the next ones in turn. */
export async function openScan(url: string, width: number, nextPages: number) {
  const begun = performance.now()
  const { ready, close } = openPdf(async () => (await fetch(url)).blob())
  const { document, sizes } = await ready
  const first = await drawPage(document, 1, { width, turned: 0 }).done
  const firstMs = performance.now() - begun
  const nextMs: number[] = []
  for (let page = 2; page < 2 + nextPages; page += 1) {
    const before = performance.now()
    await drawPage(document, page, { width, turned: 0 }).done
    nextMs.push(performance.now() - before)
  }
  const answer = { pages: sizes.length, ...drawn(first) }
  close()
  nextMs.sort((one, other) => one - other)
  return { firstMs, nextMs: nextMs[nextMs.length >> 1] ?? Number.NaN, answer }
}
