/**
 * What this device has written and the host has not yet confirmed. Every stroke goes here first, at once.
 * localStorage and not IndexedDB: it is written before the next key is read, so a page that is closed or killed in the
 * middle of a word loses nothing, and no write can be left half done.
 */
import type { Judgement } from '#core/ledger/kinds.ts'
import type { Draft } from './score.ts'

/** The place of the opinion among a sheet's items. */
export const opinionSlot = '#opinion'

/** One item of one sheet with its latest value; a later value replaces it. */
export type Note = {
  readonly packet: string
  readonly item: string
  /** As it stands on the screen. */
  readonly draft: Draft | string
  /** What the host is told; undefined when it cannot be told yet (a score that is not a number). */
  readonly message: Judgement | null | string | undefined
  /** Grows with every stroke of this device: the order of sending, and which value an answer confirms. */
  readonly stamp: number
  /** The host has what it can be told; the rest (a pin without a score) is kept here for the expert. */
  readonly isConfirmed: boolean
  /** Why the host did not take it. */
  readonly refused: string | null
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type Journal = {
  /** Answers false when this device could not keep it beyond the open page. */
  write: (note: Pick<Note, 'packet' | 'item' | 'draft' | 'message'>) => boolean
  confirm: (notes: readonly Note[]) => void
  refuse: (note: Note, why: string) => void
  /** Forgets what waits for one sheet: the expert gives it up, or the sheet has been submitted. */
  forget: (packet: string) => void
  /** Everything kept, in the order it was written. */
  all: () => readonly Note[]
  /** What should be sent now. */
  sendable: () => readonly Note[]
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'stamp' in value && 'packet' in value && 'item' in value
}

/** What is still worth keeping when the host has what it can be told. */
function hasMore({ draft }: Note): boolean {
  return typeof draft !== 'string' && draft.score === '' && (draft.reason !== '' || draft.pins.length > 0)
}

/** The journal of one expert in one round on this device. */
export function openJournal(store: Store, owner: { round: string; expert: string }): Journal {
  const prefix = `jiangping.journal/${encodeURIComponent(owner.round)}/${encodeURIComponent(owner.expert)}/`
  const slotOf = ({ packet, item }: Pick<Note, 'packet' | 'item'>) =>
    `${prefix}${encodeURIComponent(packet)}/${encodeURIComponent(item)}`
  const notes = new Map<string, Note>()

  for (let at = 0; at < store.length; at += 1) {
    const slot = store.key(at)
    if (!slot?.startsWith(prefix)) continue
    try {
      const note: unknown = JSON.parse(store.getItem(slot) ?? '')
      // A refusal may have been cured meanwhile (a sheet returned): after a reload it is tried once more.
      if (isNote(note)) notes.set(slot, { ...note, message: note.message, refused: null })
    } catch {
      // Not ours, or cut off by a full disk: nothing can be made of it.
    }
  }
  let stamp = Math.max(0, ...[...notes.values()].map((note) => note.stamp))

  const keep = (note: Note): boolean => {
    notes.set(slotOf(note), note)
    try {
      store.setItem(slotOf(note), JSON.stringify(note))
      return true
    } catch {
      return false
    }
  }
  const drop = (note: Note) => {
    notes.delete(slotOf(note))
    store.removeItem(slotOf(note))
  }
  const isLatest = (note: Note) => notes.get(slotOf(note))?.stamp === note.stamp
  const all = () => [...notes.values()].sort((a, b) => a.stamp - b.stamp)

  return {
    write: ({ packet, item, draft, message }) => {
      stamp += 1
      return keep({ packet, item, draft, message, stamp, isConfirmed: false, refused: null })
    },
    confirm: (sent) => {
      for (const note of sent) {
        // What was written while the host answered stays.
        if (!isLatest(note)) continue
        if (hasMore(note)) keep({ ...note, isConfirmed: true })
        else drop(note)
      }
    },
    refuse: (note, why) => {
      if (isLatest(note)) keep({ ...note, refused: why })
    },
    forget: (packet) => {
      for (const note of all()) if (note.packet === packet) drop(note)
    },
    all,
    sendable: () => all().filter((note) => note.message !== undefined && !note.isConfirmed && note.refused === null),
  }
}
