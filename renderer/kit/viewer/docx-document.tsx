/** A Word form as pages, drawn by docx-preview inside a shadow root so that its styles stay its own. */
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { Loading } from '../states.tsx'
import type { DocumentHandle, DocumentProps } from './frame.ts'
import { maskIn } from './mask.ts'
import { useBoxWidth, useScrolledPages } from './scrolled-pages.ts'
import { Unreadable } from './unreadable.tsx'

const sideSpace = 28

const ground = `
  .docx-wrapper { background: none !important; padding: 0 !important; display: block !important; }
  .docx-wrapper > section.docx { margin: 0 auto 12px !important; box-shadow: 0 1px 5px #0003; box-sizing: border-box; }
`

/** Draws the file into fresh elements under the host's shadow root. */
async function draw(host: HTMLElement, read: () => Promise<Blob>, isMasked: boolean): Promise<HTMLElement> {
  const [blob, { renderAsync }] = await Promise.all([read(), import('docx-preview')])
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const styles = document.createElement('div')
  const body = document.createElement('div')
  const own = document.createElement('style')
  own.textContent = ground
  await renderAsync(blob, body, styles, { inWrapper: true, breakPages: true, ignoreLastRenderedPageBreak: false })
  if (isMasked) maskIn(body)
  root.replaceChildren(styles, own, body)
  return body
}

export function DocxDocument({ ref, files, read, sight, isMasked, onPage }: DocumentProps) {
  const file = files[0]?.sha256 ?? ''
  const box = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ body: HTMLElement; width: number } | null>(null)
  const [problem, setProblem] = useState<unknown>()
  const [width, setWidth] = useState(0)
  useBoxWidth(box, setWidth)

  useEffect(() => {
    if (!host.current) return
    let isGone = false
    draw(host.current, () => read(file), isMasked).then(
      (body) => {
        if (isGone) return
        const widths = [...body.querySelectorAll<HTMLElement>('section.docx')].map((page) => page.offsetWidth)
        setDrawn({ body, width: Math.max(...widths, 1) })
      },
      (reason: unknown) => !isGone && setProblem(reason),
    )
    return () => {
      isGone = true
      setDrawn(null)
      setProblem(undefined)
    }
  }, [file, read, isMasked])

  const scale = drawn ? ((width - sideSpace) * sight.zoom) / drawn.width : 1
  const pagesOf = () => [...(drawn?.body.querySelectorAll<HTMLElement>('section.docx') ?? [])]
  // The size must be set before the place is restored, so this effect stands before the hook.
  useLayoutEffect(() => {
    drawn?.body.style.setProperty('zoom', String(Math.max(scale, 0.1)))
  }, [drawn, scale])
  const { goTo, turn } = useScrolledPages({ box, pagesOf, layout: drawn ? scale : null, start: sight.page, onPage })
  useImperativeHandle(ref, (): DocumentHandle => ({ goTo, turn }))

  return (
    <div className="viewer-body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <div ref={box} className="viewer-scroll" tabIndex={0} role="document">
        {problem !== undefined ? <Unreadable file={files[0]} problem={problem} /> : null}
        {drawn || problem !== undefined ? null : <Loading />}
        <div ref={host} hidden={problem !== undefined} style={{ minWidth: 'min-content' }} />
      </div>
    </div>
  )
}
