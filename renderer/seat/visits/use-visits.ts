/** This member's visits, alive while they are on the screen: online with the host's plan, away with the one taken along. */
import { ORPCError } from '@orpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { sentenceOf } from '#core/refusal.ts'
import type { MeView, MyVisitsView } from '#host/api/shapes.ts'
import { seatClient } from '../../kit/connect.ts'
import { useLang } from '../../kit/lang.ts'
import { connectionLost, useConnection } from '../../kit/live.ts'
import { refusalIn } from '../../kit/refusal.ts'
import type { Holder } from '../join.ts'
import { type Luggage, openLuggage } from './luggage.ts'
import { type Host, openVisitBook, type VisitBook } from './visit-book.ts'

/** What is taken along: enough to work without the host. */
export type Kit = { readonly me: MeView; readonly view: MyVisitsView; readonly clockAhead: number }

const kitName = 'kit'
const deviceDrawer = 'jiangping.device'
const patienceMs = 20_000

/** A name this browser gave itself, so that the host tells two devices of one person apart. */
function deviceName(): string {
  const known = localStorage.getItem(deviceDrawer)
  if (known) return known
  const made = crypto.randomUUID()
  localStorage.setItem(deviceDrawer, made)
  return made
}

async function called<T>(call: (signal: AbortSignal) => Promise<T>) {
  try {
    return { answer: await call(AbortSignal.timeout(patienceMs)) }
  } catch (error) {
    const refusal = refusalIn(error)
    // Whoever sits down again sends on; until then the host is out of reach.
    if (refusal?.code === 'not-signed-in') return { kind: 'lost' as const }
    if (refusal) {
      return { kind: 'refused' as const, code: refusal.code, why: sentenceOf(refusal, useLang.getState().lang) }
    }
    if (!(error instanceof ORPCError)) connectionLost()
    return { kind: 'lost' as const }
  }
}

function hostOf({ round, expert }: Holder): Host {
  const device = deviceName()
  const { visits } = seatClient()
  return {
    save: ({ packet, form, photos, struck, base, state }) => {
      const draft = { round, expert, packet, device, base, state, form, photos: [...photos], struck: [...struck] }
      return called((signal) => visits.save(draft, { signal }))
    },
    photo: (packet, sha256, offset, bytes) => {
      const piece = new File([bytes], 'piece', { type: 'application/octet-stream' })
      return called((signal) => visits.photo({ round, expert, packet, sha256, offset, piece }, { signal }))
    },
  }
}

/** What was taken along by this person on this device; null when nothing was, or it cannot be opened. */
export async function kitOnDevice(holder: Holder): Promise<{ kit: Kit; luggage: Luggage } | null> {
  try {
    const luggage = await openLuggage(holder, null)
    const kit = luggage && ((await luggage.get(kitName)) as Kit | undefined)
    return luggage && kit ? { kit, luggage } : null
  } catch {
    return null
  }
}

/** Packs what the host says into the luggage. @throws where this device has no sealed storage. */
export async function packKit(me: MeView, view: MyVisitsView): Promise<{ kit: Kit; luggage: Luggage }> {
  const luggage = await openLuggage(me, me.seal ?? '')
  if (!luggage) throw new Error('no luggage')
  const clockAhead = Math.round((Date.now() - Date.parse(view.hostTime)) / 1_000)
  // The seal itself stays with the session: what opens the luggage here is a key that cannot be taken out.
  const kit: Kit = { me: { ...me, seal: null }, view, clockAhead }
  await luggage.put(kitName, kit)
  void navigator.storage?.persist?.()
  return { kit, luggage }
}

/** One book for a person, as long as the page lives: two would overwrite each other's last word. */
const books = new Map<string, Promise<VisitBook>>()

function bookOf(luggage: Luggage, { me, view }: Kit): Promise<VisitBook> {
  const owner = `${me.round}/${me.expert}`
  const packets = view.visits.map(({ packet }) => packet)
  const known = books.get(owner) ?? openVisitBook({ luggage, seat: me.seat, packets, host: hostOf(me) })
  books.set(owner, known)
  return known
}

/** The book over a luggage; it goes on sending whichever screen is shown. */
export function useVisitBook(luggage: Luggage | null, kit: Kit | null): VisitBook | null {
  const [book, setBook] = useState<VisitBook | null>(null)
  useEffect(() => {
    if (!luggage || !kit) return
    let isHere = true
    void bookOf(luggage, kit).then(async (opened) => {
      await opened.meet(kit.view.visits)
      if (isHere) setBook(opened)
      void opened.flush()
    })
    return () => {
      isHere = false
    }
  }, [luggage, kit])
  useEffect(() => {
    if (!book) return
    const flush = () => void book.flush()
    const stop = useConnection.subscribe((now, last) => {
      if (now.state === 'online' && last.state === 'offline') flush()
    })
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      stop()
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [book])
  return book
}

/** The screen follows the book. */
export function useBook(book: VisitBook): VisitBook {
  useSyncExternalStore(book.subscribe, book.version)
  return book
}
