/** Pages stacked in one scrolling box: which one is being read, and how to get to another without losing the place. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Where the reader is: a page, how far down it the top edge of the box lies (a share of the page's height), and how far
 * across the middle of the box lies (a share of the width), for pages wider than the box.
 */
type Anchor = { page: number; share: number; across: number }

const gap = 12

function topIn(box: HTMLElement, page: HTMLElement): number {
  return page.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
}

/**
 * Watches the box. `pagesOf` lists the page elements in order; `layout` changes whenever their sizes do, and the box is
 * then put back to the place it showed before.
 */
export function useScrolledPages(options: {
  box: RefObject<HTMLElement | null>
  pagesOf: () => HTMLElement[]
  layout: unknown
  start: number
  onPage: (page: number, count: number) => void
}): { goTo: (page: number) => void; turn: (by: number) => void } {
  const { box, layout } = options
  const latest = useRef(options)
  latest.current = options
  const anchor = useRef<Anchor>({ page: options.start, share: 0, across: 0.5 })
  const settling = useRef(0)

  const goTo = useCallback(
    (page: number) => {
      const pages = latest.current.pagesOf()
      const wanted = Math.min(Math.max(page, 1), Math.max(pages.length, 1))
      const target = pages[wanted - 1]
      anchor.current = { ...anchor.current, page: wanted, share: 0 }
      if (!box.current || !target) return
      settling.current = performance.now() + 200
      box.current.scrollTop = topIn(box.current, target) - gap
      latest.current.onPage(wanted, pages.length)
    },
    [box],
  )

  const turn = useCallback(
    (by: number) => {
      const element = box.current
      const page = latest.current.pagesOf()[anchor.current.page - 1]
      if (element && page && page.offsetHeight > 2 * element.clientHeight) {
        // A page of several screens (a Word form without page breaks) is read screen by screen first.
        const top = topIn(element, page) - element.scrollTop
        const hasMore = by > 0 ? top + page.offsetHeight > element.clientHeight + gap : top < 0
        if (hasMore) return element.scrollBy(0, by * element.clientHeight * 0.85)
      }
      goTo(anchor.current.page + by)
    },
    [box, goTo],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is exactly what calls for it
  useLayoutEffect(() => {
    const pages = latest.current.pagesOf()
    const target = pages[anchor.current.page - 1]
    if (!box.current || !target) return
    settling.current = performance.now() + 200
    box.current.scrollTop = topIn(box.current, target) + anchor.current.share * target.offsetHeight - gap
    box.current.scrollLeft = anchor.current.across * box.current.scrollWidth - box.current.clientWidth / 2
    latest.current.onPage(anchor.current.page, pages.length)
  }, [box, layout])

  useEffect(() => {
    const element = box.current
    if (!element) return
    let frame = 0
    const look = () => {
      frame = 0
      // Scrolling that follows a jump or a new size is ours, not the reader's.
      if (performance.now() < settling.current) return
      const pages = latest.current.pagesOf()
      const middle = element.scrollTop + element.clientHeight * 0.4
      const at = pages.findLastIndex((page) => topIn(element, page) <= middle)
      const page = pages[Math.max(at, 0)]
      if (!page) return
      const share = (element.scrollTop + gap - topIn(element, page)) / Math.max(page.offsetHeight, 1)
      const across = (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth
      anchor.current = { page: Math.max(at, 0) + 1, share, across }
      latest.current.onPage(anchor.current.page, pages.length)
    }
    const scrolled = () => {
      frame ||= requestAnimationFrame(look)
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      element.removeEventListener('scroll', scrolled)
      cancelAnimationFrame(frame)
    }
  }, [box])

  return { goTo, turn }
}

/** Tells the inner width of a box, now and whenever it changes. */
export function useBoxWidth(box: RefObject<HTMLElement | null>, onWidth: (width: number) => void): void {
  const latest = useRef(onWidth)
  latest.current = onWidth
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => latest.current(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
}
