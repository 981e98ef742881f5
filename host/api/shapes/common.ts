/** What several answers share. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

/** How far the papers of one application are. */
export type PacketState = 'unchecked' | 'accepted' | 'returned' | 'withdrawn'

/** How far one expert is with one application. */
export type SheetState = 'unseen' | 'seen' | 'draft' | 'submitted' | 'recused'

/** Something that still stands in the way, in words; `where` lets a screen jump to it. */
export type Missing = { gate: string; text: Text; where: { packet?: string; expert?: string; choice?: string } | null }

/** Names of what changed; a screen that shows it asks again. */
export type Topic =
  | 'round'
  | 'packets'
  | 'import'
  | 'panel'
  | 'sheets'
  | 'visits'
  | 'minutes'
  | 'votes'
  | 'result'
  | 'seats'
  | 'signing'
  | 'floor'
  | 'devices'

export type LiveEvent = { round: string; topics: Topic[] }
