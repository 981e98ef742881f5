/** A Word paper on the screen: one long page, which the printer cuts into pages of its own size with page numbers below. */
import { useLayoutEffect, useRef } from 'react'
import type { Drawing } from './word-drawing.ts'

export function WordPaper({ drawing: { nodes, rules } }: { drawing: Drawing }) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    // Inside a shadow root neither the desk's styles nor the paper's reach the other.
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.replaceChildren(...nodes)
  }, [nodes])
  return (
    <>
      {/* Rules for pages count only where they belong to the whole document. */}
      <style>{rules}</style>
      <div ref={host} className="word-paper" lang="zh-CN" />
    </>
  )
}
