/**
 * What this device has written and the host has not yet confirmed. Every stroke is in the memory of the page at once and
 * in the device's cabinet a moment later; the screen says "kept here" only when it is on disk.
 */
import type { Judgement } from '#core/ledger/kinds.ts'
import type { Cabinet } from './cabinet.ts'
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

/** Something the host has taken, in its own time: what this device believes it has sent. */
export type Sent = {
  readonly packet: string
  /** An item, the opinion, or the whole sheet handed in. */
  readonly item: string
  readonly draft: Draft | string | null
  readonly at: string
}

/** The place of a whole sheet in the list of what was sent. */
export const submittedSlot = '#submitted'

export type Journal = {
  write: (note: Pick<Note, 'packet' | 'item' | 'draft' | 'message'>) => void
  /** The host has these, and says when. */
  confirm: (notes: readonly Note[], at?: string) => void
  /** Adds to the list of what was sent what did not go through this journal. */
  noteSent: (sent: Sent) => void
  /** What this device believes it has sent, the latest first; kept over a reload, as sealed as the rest. */
  sent: () => readonly Sent[]
  refuse: (note: Note, why: string) => void
  /** Forgets what waits for one sheet: the expert gives it up, or the sheet has been submitted. */
  forget: (packet: string) => void
  /** Everything kept, in the order it was written. */
  all: () => readonly Note[]
  /** What should be sent now. */
  sendable: () => readonly Note[]
  /** Items whose latest stroke is not on this device's disk yet. */
  unkept: () => number
  /** This device could not keep the last stroke beyond the open page. */
  cannotKeep: () => boolean
  /** Calls back whenever something has been put on the disk, or could not be. */
  onKept: (listener: () => void) => void
  /** When everything written so far is on the disk, or cannot be. */
  kept: () => Promise<void>
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'stamp' in value && 'packet' in value && 'item' in value
}

function isSentList(value: unknown): value is { sentList: Sent[] } {
  return typeof value === 'object' && value !== null && 'sentList' in value && Array.isArray(value.sentList)
}

const sentListSlot = '#sent'
const mostSent = 200

/** What is still worth keeping when the host has what it can be told. */
function hasMore({ draft }: Note): boolean {
  return typeof draft !== 'string' && draft.score === '' && (draft.reason !== '' || draft.pins.length > 0)
}

const slotOf = ({ packet, item }: Pick<Note, 'packet' | 'item'>) => `${packet}\n${item}`

/** The journal of one seat, as its cabinet holds it; null where this device can keep nothing beyond the open page. */
export async function openJournal(cabinet: Cabinet | null): Promise<Journal> {
  const notes = new Map<string, Note>()
  let sentList: readonly Sent[] = []
  for (const note of (await cabinet?.all()) ?? []) {
    if (isSentList(note)) sentList = note.sentList
    // A refusal may have been cured meanwhile (a sheet returned): after a reload it is tried once more.
    if (isNote(note)) notes.set(slotOf(note), { ...note, message: note.message, refused: null })
  }
  let stamp = Math.max(0, ...[...notes.values()].map((note) => note.stamp))
  let isStuck = cabinet === null
  /** Slots whose disk copy is behind, and the one writer of each. */
  const behind = new Set<string>()
  const writers = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()

  const bringUp = async (slot: string) => {
    while (behind.has(slot)) {
      const note = notes.get(slot)
      try {
        await (note ? cabinet?.put(slot, note) : cabinet?.drop(slot))
        isStuck = cabinet === null
      } catch {
        isStuck = true
      }
      // A stroke may have come while the disk was busy; only the latest matters.
      if (notes.get(slot) === note) behind.delete(slot)
    }
    writers.delete(slot)
    for (const listener of listeners) listener()
  }
  const keep = (slot: string) => {
    behind.add(slot)
    if (!writers.has(slot)) writers.set(slot, bringUp(slot))
  }
  const put = (note: Note) => {
    notes.set(slotOf(note), note)
    keep(slotOf(note))
  }
  const drop = (note: Note) => {
    notes.delete(slotOf(note))
    keep(slotOf(note))
  }
  const addSent = (more: readonly Sent[]) => {
    sentList = [...more.toReversed(), ...sentList].slice(0, mostSent)
    // Not worth stopping for: without it the list begins anew after a reload.
    void cabinet?.put(sentListSlot, { sentList }).catch(() => undefined)
  }
  const isLatest = (note: Note) => notes.get(slotOf(note))?.stamp === note.stamp
  const all = () => [...notes.values()].sort((a, b) => a.stamp - b.stamp)

  return {
    write: ({ packet, item, draft, message }) => {
      stamp += 1
      put({ packet, item, draft, message, stamp, isConfirmed: false, refused: null })
    },
    confirm: (sent, at = new Date().toISOString()) => {
      addSent(sent.map(({ packet, item, draft }) => ({ packet, item, draft, at })))
      for (const note of sent) {
        // What was written while the host answered stays.
        if (!isLatest(note)) continue
        if (hasMore(note)) put({ ...note, isConfirmed: true })
        else drop(note)
      }
    },
    refuse: (note, why) => {
      if (isLatest(note)) put({ ...note, refused: why })
    },
    forget: (packet) => {
      for (const note of all()) if (note.packet === packet) drop(note)
    },
    noteSent: (one) => addSent([one]),
    sent: () => sentList,
    all,
    sendable: () => all().filter((note) => note.message !== undefined && !note.isConfirmed && note.refused === null),
    unkept: () => [...behind].filter((slot) => notes.has(slot)).length,
    cannotKeep: () => isStuck,
    onKept: (listener) => void listeners.add(listener),
    kept: async () => {
      while (writers.size > 0) await Promise.all(writers.values())
    },
  }
}
