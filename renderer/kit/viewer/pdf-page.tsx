/** One page of a PDF: a white sheet of the right size, drawn while it is near the reader. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { memo, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { drawPage, type PageSize } from './pdf.ts'
import type { Box } from './pdf-search.ts'

type Props = {
  document: PDFDocumentProxy
  page: number
  size: PageSize
  /** Width on the screen in px. */
  width: number
  turned: number
  isNear: boolean
  found: Box[]
}

/** Height on the screen of a page of this size, shown this wide and turned. */
function heightOf(size: PageSize, width: number, turned: number): number {
  const isSideways = turned % 180 !== 0
  return Math.round(isSideways ? (width * size.width) / size.height : (width * size.height) / size.width)
}

/** A found place as a share of the unturned page. */
function placed([left, bottom, right, top]: Box, { width, height }: PageSize) {
  return {
    left: `${(100 * left) / width}%`,
    top: `${100 - (100 * top) / height}%`,
    width: `${(100 * (right - left)) / width}%`,
    height: `${(100 * (top - bottom)) / height}%`,
  }
}

export const PdfPage = memo(function PdfPage({ document, page, size, width, turned, isNear, found }: Props) {
  const words = useWords().seat.viewer
  const holder = useRef<HTMLDivElement>(null)
  const [isBroken, setBroken] = useState(false)

  useEffect(() => {
    const element = holder.current
    if (!element || !isNear || width <= 0) return
    const drawing = drawPage(document, page, { width, turned })
    drawing.done.then(
      (canvas) => {
        if (!canvas) return
        setBroken(false)
        // The old picture stays, stretched, until the new one is ready: no white flash while zooming.
        element.replaceChildren(canvas)
      },
      () => setBroken(true),
    )
    return drawing.cancel
  }, [document, page, width, turned, isNear])

  useEffect(() => {
    const element = holder.current
    if (!element || isNear) return
    // A canvas keeps its memory until its size is taken away.
    for (const canvas of element.querySelectorAll('canvas')) canvas.width = 0
    element.replaceChildren()
  }, [isNear])

  return (
    <div
      className="viewer-page"
      data-page={page}
      role="img"
      aria-label={words.pageNo(page)}
      style={{ width, height: heightOf(size, width, turned) }}
    >
      <div ref={holder} className="viewer-canvas" />
      {turned % 360 === 0
        ? found.map((box) => <i key={box.join()} className="viewer-found" style={placed(box, size)} />)
        : null}
      {isBroken ? <p className="viewer-sentence">{words.pageBroken(page)}</p> : null}
    </div>
  )
})
