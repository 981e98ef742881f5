/** What each kind of document offers the viewer around it, and what it is told. */
import type { Ref } from 'react'
import type { FileLike } from './tabs.ts'

/** How one file is looked at. */
export type Sight = {
  page: number
  zoom: number
  turned: Readonly<Record<number, number>>
  /** Pages that stayed in view long enough to be read. */
  seen: readonly number[]
}
export const firstSight: Sight = { page: 1, zoom: 1, turned: {}, seen: [] }

/** What the toolbar and the keyboard do to the document on show. */
export type DocumentHandle = {
  goTo: (page: number) => void
  turn: (by: number) => void
  /** Finds words from the current page on; answers a sentence when there are none. */
  find?: (words: string) => Promise<Found>
}
export type Found = { kind: 'found'; at: number; of: number } | { kind: 'none' } | { kind: 'no-text' }

export type DocumentProps = {
  ref: Ref<DocumentHandle>
  files: FileLike[]
  read: (sha256: string) => Promise<Blob>
  sight: Sight
  hasThumbs: boolean
  isMasked: boolean
  pinned: ReadonlySet<number>
  onPage: (page: number, count: number) => void
}

/** Zoom steps; 1 is the width of the pane. */
export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const

/** The next step up or down. */
export function zoomStep(now: number, by: 1 | -1): number {
  const at = zooms.findIndex((step) => step >= now)
  return zooms[Math.min(Math.max(at + by, 0), zooms.length - 1)] ?? 1
}
