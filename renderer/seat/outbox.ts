/** Sends the journal to the host: one sheet at a time, in order, again and again until the host has confirmed it. */
import type { Judgement } from '#core/ledger/kinds.ts'
import type { SheetView } from '#host/api/shapes.ts'
import { type Journal, type Note, opinionSlot, type Sent, submittedSlot } from './journal.ts'

export type Package = { packet: string; judgements: Record<string, Judgement | null>; opinion?: string }
/** What came of sending: taken, refused with its sentence, signed out, or not reached. */
export type Answer =
  | { kind: 'taken'; sheet: SheetView }
  | { kind: 'refused'; why: string }
  | { kind: 'signed-out'; error: unknown }
  | { kind: 'lost' }

export type OutboxState = {
  /** Items on this device that the host does not have. */
  waiting: number
  /** Of these, items the host did not take. */
  refused: number
  /** The sheet of the first of them. */
  refusedAt: string | null
  /** Of the waiting ones, items that cannot be sent as they are: the score is not one. */
  unsendable: number
  isSending: boolean
  /** The last attempt did not reach the host. */
  isLost: boolean
  /** When the host last confirmed something, in its own words. */
  savedAt: string | null
  /** Items whose latest stroke is only in the open page, not yet on this device's disk. */
  unkept: number
  /** This device cannot keep anything beyond the open page (its storage is full or switched off). */
  cannotKeep: boolean
}

export type Outbox = {
  state: () => OutboxState
  subscribe: (listener: () => void) => () => void
  write: (note: Pick<Note, 'packet' | 'item' | 'draft' | 'message'>) => void
  /** Sends what waits, now; answers true when nothing sendable is left. */
  flush: () => Promise<boolean>
  /** When everything written is on this device's disk. */
  kept: () => Promise<void>
  /** Forgets what waits for one sheet. */
  forget: (packet: string) => void
  /** What was last written on this device for an item, sent or not; undefined when nothing was. */
  draftOf: (packet: string, item: string) => Note['draft'] | undefined
  /** What of one sheet is not yet with the host. */
  notesOf: (packet: string) => readonly Note[]
  /** What this device believes it has sent, the latest first. */
  sent: () => readonly Sent[]
  /** A sheet was handed in and taken. */
  noteSubmitted: (packet: string, at: string) => void
  start: () => void
  stop: () => void
}

/** A score goes at once; words are gathered for a moment, as a sentence is typed faster than it matters. */
const gatherMs = { score: 0, words: 250 }
const retryMs = [1_000, 2_000, 4_000, 8_000]

const slotOf = (packet: string, item: string) => `${packet}\n${item}`

function packageOf(packet: string, notes: readonly Note[]): Package {
  const whole: Package = { packet, judgements: {} }
  for (const { item, message } of notes) {
    if (item === opinionSlot) {
      if (typeof message === 'string') whole.opinion = message
    } else if (typeof message !== 'string' && message !== undefined) whole.judgements[item] = message
  }
  return whole
}

function isSameScore(before: Note['draft'] | undefined, now: Note['draft']): boolean {
  return typeof now === 'string' || (typeof before === 'object' && before.score === now.score)
}

/** Makes the sender of one journal. `send` never throws. */
export function openOutbox(options: {
  journal: Journal
  send: (whole: Package) => Promise<Answer>
  onSheet: (sheet: SheetView) => void
  onSignedOut: (problem: unknown) => void
}): Outbox {
  const { journal, send } = options
  const listeners = new Set<() => void>()
  let part: Pick<OutboxState, 'isSending' | 'isLost' | 'savedAt'> = { isSending: false, isLost: false, savedAt: null }
  let state: OutboxState = {
    ...part,
    waiting: 0,
    refused: 0,
    refusedAt: null,
    unsendable: 0,
    unkept: 0,
    cannotKeep: false,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let failures = 0
  let isStopped = false
  // What was typed stays as it was typed ("4.") after the host has confirmed what it means ("4").
  const written = new Map(journal.all().map((note) => [slotOf(note.packet, note.item), note.draft]))

  const tell = (change: Partial<typeof part> = {}) => {
    part = { ...part, ...change }
    const waiting = journal.all().filter((note) => !note.isConfirmed)
    const refused = waiting.filter((note) => note.refused !== null)
    state = {
      ...part,
      waiting: waiting.length,
      refused: refused.length,
      refusedAt: refused[0]?.packet ?? null,
      unsendable: waiting.filter((note) => note.message === undefined).length,
      unkept: journal.unkept(),
      cannotKeep: journal.cannotKeep(),
    }
    for (const listener of listeners) listener()
  }

  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void flush(), ms)
  }

  /** Sends some notes of one sheet; answers false when sending must stop for now. */
  const sendNotes = async (packet: string, notes: readonly Note[]): Promise<boolean> => {
    const answer = await send(packageOf(packet, notes))
    switch (answer.kind) {
      case 'taken':
        failures = 0
        journal.confirm(notes, answer.sheet.savedAt ?? undefined)
        options.onSheet(answer.sheet)
        tell({ isLost: false, savedAt: answer.sheet.savedAt ?? new Date().toISOString() })
        return true
      case 'refused': {
        tell({ isLost: false })
        const [only] = notes
        if (notes.length === 1 && only) {
          journal.refuse(only, answer.why)
          tell()
          return true
        }
        // The host takes all or nothing: one by one, only the wrong item stays behind.
        for (const note of notes) if (!(await sendNotes(packet, [note]))) return false
        return true
      }
      case 'signed-out':
        options.onSignedOut(answer.error)
        return false
      case 'lost':
        tell({ isLost: true })
        plan(retryMs[Math.min(failures, retryMs.length - 1)] ?? 8_000)
        failures += 1
        return false
    }
  }

  const sendAll = async (): Promise<boolean> => {
    for (let notes = journal.sendable(); notes.length > 0 && !isStopped; notes = journal.sendable()) {
      const packet = notes[0]?.packet ?? ''
      if (
        !(await sendNotes(
          packet,
          notes.filter((note) => note.packet === packet),
        ))
      )
        return false
    }
    return true
  }

  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= (async () => {
      tell({ isSending: true })
      try {
        return await sendAll()
      } finally {
        running = undefined
        tell({ isSending: false })
      }
    })()
    return running
  }

  tell()
  journal.onKept(() => tell())
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write: (note) => {
      const before = written.get(slotOf(note.packet, note.item))
      written.set(slotOf(note.packet, note.item), note.draft)
      journal.write(note)
      tell()
      plan(isSameScore(before, note.draft) ? gatherMs.words : gatherMs.score)
    },
    flush,
    kept: journal.kept,
    forget: (packet) => {
      for (const slot of written.keys()) if (slot.startsWith(slotOf(packet, ''))) written.delete(slot)
      journal.forget(packet)
      tell()
    },
    draftOf: (packet, item) => written.get(slotOf(packet, item)),
    notesOf: (packet) => journal.all().filter((note) => note.packet === packet),
    sent: journal.sent,
    noteSubmitted: (packet, at) => {
      journal.noteSent({ packet, item: submittedSlot, draft: null, at })
      tell()
    },
    start: () => {
      isStopped = false
      void flush()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
