/** The outbox of this seat, alive while the work is on the screen: sends on strokes, on leaving, on coming back. */
import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sentenceOf } from '#core/refusal.ts'
import type { SheetView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useLang } from '../kit/lang.ts'
import { connectionLost, useConnection } from '../kit/live.ts'
import { refusalIn } from '../kit/refusal.ts'
import { openCabinet } from './cabinet.ts'
import type { Holder } from './join.ts'
import { type Journal, openJournal } from './journal.ts'
import { isLeaving } from './leave.ts'
import { type Answer, type Outbox, type OutboxState, openOutbox, type Package } from './outbox.ts'

/** A wireless network that has gone silent would keep a call waiting for minutes. */
const patienceMs = 8_000

async function send(holder: Holder, whole: Package): Promise<Answer> {
  const patience = new AbortController()
  const clock = setTimeout(() => patience.abort(), patienceMs)
  try {
    return {
      kind: 'taken',
      sheet: await seatClient().sheets.save({ ...holder, ...whole }, { signal: patience.signal }),
    }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal?.code === 'not-signed-in') return { kind: 'signed-out', error }
    if (refusal) return { kind: 'refused', why: sentenceOf(refusal, useLang.getState().lang) }
    // A fault of the host is tried again like a lost connection: what was written stays here meanwhile.
    if (!(error instanceof ORPCError)) connectionLost()
    return { kind: 'lost' }
  } finally {
    clearTimeout(clock)
  }
}

/** The journal of this seat, once its cabinet is open. A device without storage works on in the open page, and says so. */
export function useJournal(seal: string): Journal | null {
  const [journal, setJournal] = useState<Journal | null>(null)
  useEffect(() => {
    let isHere = true
    const open = openCabinet(seal).then(openJournal, () => openJournal(null))
    void open.then((opened) => isHere && setJournal(opened))
    return () => {
      isHere = false
    }
  }, [seal])
  return journal
}

export function useOutbox(
  holder: Holder,
  journal: Journal,
  told: { onSheet: (sheet: SheetView) => void; onSignedOut: (problem: unknown) => void },
): Outbox {
  const latest = useRef(told)
  latest.current = told
  const { round, expert } = holder
  const [outbox] = useState(() =>
    openOutbox({
      journal,
      send: (whole) => send({ round, expert }, whole),
      onSheet: (sheet) => latest.current.onSheet(sheet),
      onSignedOut: (problem) => latest.current.onSignedOut(problem),
    }),
  )

  useEffect(() => {
    const flush = () => void outbox.flush()
    // Whoever closes the page in the middle of a stroke is asked to wait: by then it is usually saved.
    const hold = (event: BeforeUnloadEvent) => {
      const { unkept, waiting, refused, unsendable } = outbox.state()
      if (!isLeaving() && (unkept > 0 || waiting > refused + unsendable)) event.preventDefault()
    }
    outbox.start()
    window.addEventListener('beforeunload', hold)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', flush)
    const stopWatching = useConnection.subscribe((now, last) => {
      if (now.state === 'online' && last.state === 'offline') flush()
    })
    return () => {
      window.removeEventListener('beforeunload', hold)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', flush)
      stopWatching()
      outbox.stop()
    }
  }, [outbox])
  return outbox
}

/** The outbox's state; the screen follows it. */
export function useOutboxState(outbox: Outbox): OutboxState {
  return useSyncExternalStore(outbox.subscribe, outbox.state)
}
