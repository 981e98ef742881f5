/** The strip of small pages beside a document: each is drawn when it comes into sight. */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

type Props = {
  count: number
  current: number
  onChoose: (page: number) => void
  /** Puts the small picture of a page into the element; answers how to stop. */
  draw: (page: number, into: HTMLElement) => () => void
  /** Width over height of a page. */
  ratio: (page: number) => number
  /** Pages that carry a pin, for the mark beside the number. */
  pinned: ReadonlySet<number>
}

function Thumb({ page, props, isCurrent }: { page: number; props: Props; isCurrent: boolean }) {
  const words = useWords().seat.viewer
  const button = useRef<HTMLButtonElement>(null)
  const picture = useRef<HTMLSpanElement>(null)
  const [isSeen, setSeen] = useState(false)
  const { draw } = props

  useEffect(() => {
    const element = button.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '200px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (isSeen && picture.current) return draw(page, picture.current)
  }, [isSeen, draw, page])

  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  const isPinned = props.pinned.has(page)
  return (
    <button
      ref={button}
      type="button"
      className={isCurrent ? 'viewer-thumb is-current' : 'viewer-thumb'}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={isPinned ? words.pagePinned(page) : words.pageNo(page)}
      onClick={() => props.onChoose(page)}
    >
      <span ref={picture} className="viewer-thumb-picture" style={{ aspectRatio: props.ratio(page) }} />
      <span className="viewer-thumb-no">
        {page}
        {isPinned ? <i className="viewer-pin-mark" /> : null}
      </span>
    </button>
  )
}

export function Thumbs(props: Props) {
  const words = useWords().seat.viewer
  const pages = Array.from({ length: props.count }, (_, at) => at + 1)
  return (
    <nav className="viewer-thumbs" aria-label={words.thumbs}>
      {pages.map((page) => (
        <Thumb key={page} page={page} props={props} isCurrent={page === props.current} />
      ))}
    </nav>
  )
}
