/** Opens PDFs with pdf.js, which is loaded only when the first PDF is looked at. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
// The legacy build: the modern one calls built-ins that the oldest tablets do not have.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** Width and height of a page as it is printed, in points. */
export type PageSize = { width: number; height: number }
export type OpenPdf = { document: PDFDocumentProxy; sizes: PageSize[] }

const asset = (folder: string) => new URL(`/pdfjs/${folder}/`, document.baseURI).href

/** Starts to open a PDF; `close` gives everything back, also before it is open. */
export function openPdf(read: () => Promise<Blob>): { ready: Promise<OpenPdf>; close: () => void } {
  let task: PDFDocumentLoadingTask | undefined
  let isClosed = false
  const open = async (): Promise<OpenPdf> => {
    const [blob, pdfjs] = await Promise.all([read(), import('pdfjs-dist/legacy/build/pdf.mjs')])
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
    const data = new Uint8Array(await blob.arrayBuffer())
    if (isClosed) throw new DOMException('closed before it was open', 'AbortError')
    task = pdfjs.getDocument({
      data,
      cMapUrl: asset('cmaps'),
      standardFontDataUrl: asset('standard_fonts'),
      wasmUrl: asset('wasm'),
      iccUrl: asset('iccs'),
    })
    const opened = await task.promise
    const sizes: PageSize[] = []
    for (let page = 1; page <= opened.numPages; page += 1) {
      const { width, height } = (await opened.getPage(page)).getViewport({ scale: 1 })
      sizes.push({ width, height })
    }
    return { document: opened, sizes }
  }
  return {
    ready: open(),
    close: () => {
      isClosed = true
      void task?.destroy()
    },
  }
}

/** More would be refused by the canvas of an older tablet. */
const mostPixels = 12_000_000

/** Draws one page on a fresh canvas, sharp on this screen. `done` answers null when it was cancelled. */
export function drawPage(
  document: PDFDocumentProxy,
  page: number,
  look: { width: number; turned: number },
): { done: Promise<HTMLCanvasElement | null>; cancel: () => void } {
  let cancel = () => {}
  let isCancelled = false
  const draw = async () => {
    const proxy = await document.getPage(page)
    if (isCancelled) return null
    const rotation = (proxy.rotate + look.turned) % 360
    const natural = proxy.getViewport({ scale: 1, rotation })
    const fit = look.width / natural.width
    const most = Math.sqrt(mostPixels / (natural.width * natural.height))
    const viewport = proxy.getViewport({ scale: Math.min(fit * (devicePixelRatio || 1), most), rotation })
    const canvas = globalThis.document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    const task = proxy.render({ canvas, viewport })
    cancel = () => task.cancel()
    try {
      await task.promise
      return canvas
    } catch (reason) {
      if (isCancelled) return null
      throw reason
    }
  }
  return {
    done: draw(),
    cancel: () => {
      isCancelled = true
      cancel()
    },
  }
}
