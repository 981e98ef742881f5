/** A PDF as one long strip of pages, only the ones near the reader drawn. */
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { Loading } from '../states.tsx'
import type { DocumentHandle, DocumentProps, Found } from './frame.ts'
import { drawPage, type OpenPdf, openPdf } from './pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { findIn, type Hit } from './pdf-search.ts'
import { useBoxWidth, useScrolledPages } from './scrolled-pages.ts'
import { Thumbs } from './thumbs.tsx'
import { Unreadable } from './unreadable.tsx'

const thumbWidth = 56
const sideSpace = 28

export function PdfDocument(props: DocumentProps) {
  const { files, read } = props
  const file = files[0]?.sha256 ?? ''
  const [opened, setOpened] = useState<OpenPdf | null>(null)
  const [problem, setProblem] = useState<unknown>()

  useEffect(() => {
    const opening = openPdf(() => read(file))
    let isGone = false
    opening.ready.then(
      (pdf) => !isGone && setOpened(pdf),
      (reason: unknown) => !isGone && setProblem(reason),
    )
    return () => {
      isGone = true
      setOpened(null)
      setProblem(undefined)
      opening.close()
    }
  }, [file, read])

  if (problem !== undefined) return <Unreadable file={files[0]} problem={problem} />
  if (!opened) return <Loading />
  return <OpenedPdf {...props} pdf={opened} />
}

function OpenedPdf({ ref, pdf, sight, hasThumbs, pinned, onPage }: DocumentProps & { pdf: OpenPdf }) {
  const { document, sizes } = pdf
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [near, setNear] = useState<ReadonlySet<number>>(new Set())
  const [hits, setHits] = useState<Hit[]>([])
  useBoxWidth(box, setWidth)

  const pageWidth = Math.max(Math.floor((width - sideSpace) * sight.zoom), 0)
  const turnedOf = (page: number) => sight.turned[page] ?? 0
  const pagesOf = useCallback(() => [...(box.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])], [])
  const layout = `${pageWidth} ${JSON.stringify(sight.turned)}`
  const { goTo, turn } = useScrolledPages({ box, pagesOf, layout, start: sight.page, onPage })

  const isMeasured = pageWidth > 0
  useEffect(() => {
    if (!isMeasured) return
    const observer = new IntersectionObserver(
      (changes) =>
        setNear((last) => {
          const next = new Set(last)
          for (const { target, isIntersecting } of changes) {
            const page = Number((target as HTMLElement).dataset.page)
            if (isIntersecting) next.add(page)
            else next.delete(page)
          }
          return next
        }),
      { root: box.current, rootMargin: '80% 0px' },
    )
    for (const page of pagesOf()) observer.observe(page)
    return () => observer.disconnect()
  }, [pagesOf, isMeasured])

  const find = async (words: string): Promise<Found> => {
    const found = await findIn(document, words)
    setHits(found.hits)
    if (!found.hasText) return { kind: 'no-text' }
    // The same words again: the next page that has them, around the end.
    const isSame = hits.map((hit) => hit.page).join() === found.hits.map((hit) => hit.page).join()
    const at = found.hits.findIndex((hit) => (isSame ? hit.page > sight.page : hit.page >= sight.page))
    const hit = found.hits[Math.max(at, 0)]
    if (!hit) return { kind: 'none' }
    goTo(hit.page)
    return { kind: 'found', at: Math.max(at, 0) + 1, of: found.hits.length }
  }
  useImperativeHandle(ref, (): DocumentHandle => ({ goTo, turn, find }))

  const drawThumb = useCallback(
    (page: number, into: HTMLElement) => {
      const drawing = drawPage(document, page, { width: thumbWidth, turned: 0 })
      // A page that cannot be drawn says so in the large view; here it stays white.
      drawing.done.then(
        (canvas) => canvas && into.replaceChildren(canvas),
        () => undefined,
      )
      return drawing.cancel
    },
    [document],
  )
  const pages = sizes.map((size, at) => ({ page: at + 1, size }))
  const ratio = (page: number) => (sizes[page - 1]?.width ?? 1) / (sizes[page - 1]?.height ?? 1)

  return (
    <div className="viewer-body">
      {hasThumbs && sizes.length > 1 ? (
        <Thumbs
          count={sizes.length}
          current={sight.page}
          onChoose={goTo}
          draw={drawThumb}
          ratio={ratio}
          pinned={pinned}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <div ref={box} className="viewer-scroll" tabIndex={0} role="document">
        {pages.map(({ page, size }) => (
          <PdfPage
            key={page}
            document={document}
            page={page}
            size={size}
            width={pageWidth}
            turned={turnedOf(page)}
            isNear={near.has(page)}
            found={hits.find((hit) => hit.page === page)?.boxes ?? noBoxes}
          />
        ))}
      </div>
    </div>
  )
}

const noBoxes: Hit['boxes'] = []
