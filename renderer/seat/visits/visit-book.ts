/**
 * One member's visits on one device. Every stroke and every photo is in the luggage at once; the host hears of it when it
 * can be reached: first what the draft says and which photos it names, then each photo, piece by piece, until the host
 * has confirmed every byte. Killed in between, it goes on where it was.
 */
import type { StruckPhoto, VisitPhoto } from '#core/visits/record.ts'
import type { MyVisit, SavedVisit, TakenPhoto, VisitForm } from '#host/api/shapes.ts'
import type { Luggage } from './luggage.ts'
import type { Shot } from './shot.ts'

/** What this device has of one visit. */
export type LocalVisit = {
  readonly packet: string
  readonly form: VisitForm | null
  readonly photos: readonly VisitPhoto[]
  readonly struck: readonly StruckPhoto[]
  /** The next photo's number: given once, also when its photo is taken out again. */
  readonly nextNo: number
  /** Revision at the host that this goes on from. */
  readonly base: number
  readonly state: 'carried' | 'draft' | 'handed-in'
  /** Grows with every change; `told` is the last the host confirmed. */
  readonly stamp: number
  readonly told: number
  /** Bytes of each photo that the host has confirmed, by hash. */
  readonly have: Readonly<Record<string, number>>
  /** Photos whose bytes lie on another device of this person, by hash: theirs to send. */
  readonly elsewhere: readonly string[]
  /** Why the host does not take it, in words; tried again after the next change. */
  readonly refused: string | null
  /** Another device went on from an older draft: which stands is this person's to say. */
  readonly moved: boolean
}

export type Call =
  | { readonly kind: 'ok' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly why: string; readonly code: string }

export type Host = {
  save: (visit: LocalVisit) => Promise<{ answer: SavedVisit } | Exclude<Call, { kind: 'ok' }>>
  photo: (
    packet: string,
    sha256: string,
    offset: number,
    piece: Uint8Array<ArrayBuffer>,
  ) => Promise<{ answer: TakenPhoto } | Exclude<Call, { kind: 'ok' }>>
}

export type Counts = { photos: number; sent: number; waiting: number; untold: number }

export type VisitBook = {
  of: (packet: string) => LocalVisit
  counts: (packet?: string) => Counts
  /** What went wrong with keeping something on this device; null when all is kept. */
  trouble: () => string | null
  isSending: () => boolean
  isLost: () => boolean
  subscribe: (listener: () => void) => () => void
  /** Grows with every change, for React. */
  version: () => number
  write: (packet: string, form: VisitForm) => Promise<void>
  /** Numbers the photo and keeps it; false when these very bytes are there already. */
  add: (packet: string, shot: Shot, more: Pick<VisitPhoto, 'noted' | 'clockAhead' | 'about'>) => Promise<boolean>
  caption: (packet: string, sha256: string, change: Partial<Pick<VisitPhoto, 'caption' | 'about'>>) => Promise<void>
  strike: (packet: string, sha256: string, reason: string) => Promise<void>
  handIn: (packet: string, isIn: boolean) => Promise<void>
  /** Makes this device's draft, or the host's, the one that stands. */
  settle: (packet: string, mine: boolean, host: MyVisit) => Promise<void>
  bytesOf: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Takes over what the host says of the visits, where this device has nothing newer. */
  meet: (visits: readonly MyVisit[]) => Promise<void>
  /** Sends what waits; answers true when nothing does any more. */
  flush: () => Promise<boolean>
  stop: () => void
}

const pieceBytes = 512 * 1024
const retryMs = [1_000, 2_000, 4_000, 8_000]

const bare = (packet: string): LocalVisit => ({
  packet,
  form: null,
  photos: [],
  struck: [],
  nextNo: 1,
  base: 0,
  state: 'carried',
  stamp: 0,
  told: 0,
  have: {},
  elsewhere: [],
  refused: null,
  moved: false,
})

const nameOf = (packet: string) => `visit/${packet}`
const photoAt = (sha256: string) => `photo/${sha256}`
const isWaiting = (visit: LocalVisit, photo: VisitPhoto) =>
  !isWhole(visit, photo) && !visit.elsewhere.includes(photo.sha256)
const isWhole = (visit: LocalVisit, { sha256, size }: VisitPhoto) => visit.have[sha256] === size

/** Opens the book of one seat as its luggage holds it. `seat` numbers its photos. */
export async function openVisitBook(options: {
  luggage: Luggage
  seat: number
  packets: readonly string[]
  host: Host
  /** Milliseconds until the next attempt; a test waits shorter. */
  retry?: readonly number[]
}): Promise<VisitBook> {
  const { luggage, host, retry = retryMs } = options
  const visits = new Map<string, LocalVisit>()
  const listeners = new Set<() => void>()
  let version = 0
  let trouble: string | null = null
  let isStopped = false
  let isLost = false
  let running: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** One write after the other: a later state must not be overtaken by an earlier one. */
  let writing: Promise<void> = Promise.resolve()

  const load = async (packet: string) => {
    if (visits.has(packet)) return
    const kept = (await luggage.get(nameOf(packet))) as LocalVisit | undefined
    if (!visits.has(packet)) visits.set(packet, { ...bare(packet), ...kept, refused: null })
  }
  const tell = () => {
    version += 1
    for (const listener of listeners) listener()
  }
  const of = (packet: string) => visits.get(packet) ?? bare(packet)
  const keep = (visit: LocalVisit): Promise<void> => {
    visits.set(visit.packet, visit)
    tell()
    writing = writing
      .then(() => luggage.put(nameOf(visit.packet), of(visit.packet)))
      .then(
        () => {
          if (trouble !== null) {
            trouble = null
            tell()
          }
        },
        (problem: unknown) => {
          trouble = problem instanceof Error ? problem.message : String(problem)
          tell()
        },
      )
    return writing
  }
  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void flush(), ms)
  }
  const change = async (packet: string, part: Partial<LocalVisit>) => {
    const now = of(packet)
    await keep({ ...now, ...part, state: part.state ?? 'draft', stamp: now.stamp + 1, refused: null })
    plan(300)
  }

  const countsOf = (visit: LocalVisit): Counts => {
    const sent = visit.photos.filter((photo) => isWhole(visit, photo)).length
    const untold = visit.stamp > visit.told ? 1 : 0
    const waiting = visit.photos.filter((photo) => isWaiting(visit, photo)).length
    return { photos: visit.photos.length, sent, waiting, untold }
  }

  /** Answers false when sending must stop for now. */
  const taken = async (packet: string, call: Exclude<Call, { kind: 'ok' }>): Promise<boolean> => {
    if (call.kind === 'lost') {
      isLost = true
      tell()
      plan(retry[Math.min(failures, retry.length - 1)] ?? 8_000)
      failures += 1
      return false
    }
    await keep({ ...of(packet), refused: call.why, moved: call.code === 'visit-draft-moved' })
    return true
  }
  const reached = () => {
    failures = 0
    if (isLost) {
      isLost = false
      tell()
    }
  }

  const tellHost = async (packet: string): Promise<boolean> => {
    const sent = of(packet)
    const call = await host.save(sent)
    if (!('answer' in call)) return taken(packet, call)
    reached()
    const { revision, have } = call.answer
    await keep({ ...of(packet), told: sent.stamp, base: revision, have, moved: false, refused: null })
    return true
  }

  const sendPhoto = async (packet: string, { sha256, size }: VisitPhoto): Promise<boolean> => {
    const bytes = await luggage.getBytes(photoAt(sha256))
    if (bytes?.length !== size) {
      await keep({ ...of(packet), elsewhere: [...of(packet).elsewhere, sha256] })
      return true
    }
    for (let offset = of(packet).have[sha256] ?? 0; offset < size && !isStopped; ) {
      const call = await host.photo(packet, sha256, offset, bytes.slice(offset, offset + pieceBytes))
      if (!('answer' in call)) {
        // Damaged on its way: the host has dropped it, and it is sent again from its beginning.
        if (call.kind === 'refused' && call.code === 'visit-photo-damaged') {
          offset = 0
          continue
        }
        return taken(packet, call)
      }
      reached()
      offset = call.answer.have
      const now = of(packet)
      await keep({ ...now, have: { ...now.have, [sha256]: offset } })
    }
    return true
  }

  const sendAll = async (): Promise<boolean> => {
    for (const packet of [...visits.keys()]) {
      while (!isStopped) {
        const visit = of(packet)
        if (visit.refused !== null) break
        if (visit.stamp > visit.told) {
          if (!(await tellHost(packet))) return false
          continue
        }
        const next = visit.photos.find((photo) => isWaiting(visit, photo))
        if (!next) break
        if (!(await sendPhoto(packet, next))) return false
      }
    }
    return [...visits.values()].every((visit) => {
      const { waiting, untold } = countsOf(visit)
      return waiting + untold === 0
    })
  }

  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= (async () => {
      tell()
      try {
        return await sendAll()
      } finally {
        running = undefined
        tell()
      }
    })()
    return running
  }

  for (const packet of options.packets) await load(packet)

  return {
    of,
    counts: (packet) => {
      const wanted = packet === undefined ? [...visits.values()] : [of(packet)]
      return wanted.map(countsOf).reduce(
        (sum, one) => ({
          photos: sum.photos + one.photos,
          sent: sum.sent + one.sent,
          waiting: sum.waiting + one.waiting,
          untold: sum.untold + one.untold,
        }),
        { photos: 0, sent: 0, waiting: 0, untold: 0 },
      )
    },
    trouble: () => trouble,
    isSending: () => running !== undefined,
    isLost: () => isLost,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    write: (packet, form) => change(packet, { form }),
    async add(packet, { bytes, facts }, more) {
      if (of(packet).photos.some(({ sha256 }) => sha256 === facts.sha256)) return false
      // The picture first: a list never names what is not there.
      await luggage.putBytes(photoAt(facts.sha256), bytes)
      const now = of(packet)
      const place = { seat: options.seat, no: now.nextNo, turn: 0 as const, taken: null, caption: '' }
      await change(packet, { photos: [...now.photos, { ...facts, ...place, ...more }], nextNo: now.nextNo + 1 })
      return true
    },
    caption: (packet, sha256, part) =>
      change(packet, {
        photos: of(packet).photos.map((photo) => (photo.sha256 === sha256 ? { ...photo, ...part } : photo)),
      }),
    async strike(packet, sha256, reason) {
      const now = of(packet)
      const photo = now.photos.find((one) => one.sha256 === sha256)
      if (!photo) return
      await change(packet, {
        photos: now.photos.filter((one) => one !== photo),
        struck: [...now.struck, { seat: photo.seat, no: photo.no, reason }],
      })
      await luggage.drop(photoAt(sha256))
    },
    handIn: (packet, isIn) => change(packet, { state: isIn ? 'handed-in' : 'draft' }),
    async settle(packet, mine, { draft }) {
      const now = of(packet)
      if (!draft) return
      if (mine) {
        // Photos of the other device stay: nothing that was taken is lost by choosing a text.
        const known = new Set(now.photos.map(({ sha256 }) => sha256))
        const theirs = draft.photos.filter(({ sha256 }) => !known.has(sha256))
        const last = Math.max(now.nextNo - 1, ...draft.photos.map(({ no }) => no), ...draft.struck.map(({ no }) => no))
        const numbers = new Set([...draft.photos, ...draft.struck].map(({ no }) => no))
        let next = last
        const own = now.photos.map((photo) => {
          if (!numbers.has(photo.no)) return photo
          next += 1
          return { ...photo, no: next }
        })
        const struck = [...now.struck.filter(({ no }) => !numbers.has(no)), ...draft.struck]
        const elsewhere = [...now.elsewhere, ...theirs.map(({ sha256 }) => sha256)]
        const photos = [...theirs, ...own]
        const part = { photos, struck, elsewhere, nextNo: next + 1, base: draft.revision, moved: false }
        await change(packet, part)
      } else {
        await keep({ ...fromHost(packet, draft), stamp: now.stamp + 1, told: now.stamp + 1 })
      }
      plan(0)
    },
    bytesOf: (sha256) => luggage.getBytes(photoAt(sha256)),
    async meet(list) {
      for (const { packet, draft } of list) {
        await load(packet)
        const now = of(packet)
        // Nothing was ever written here: what the host has of another device is where this one begins.
        if (draft && now.stamp === 0) await keep(fromHost(packet, draft))
      }
    },
    flush,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function fromHost(packet: string, draft: NonNullable<MyVisit['draft']>): LocalVisit {
  const { form, photos, struck, revision, state } = draft
  const numbers = [...photos, ...struck].map(({ no }) => no)
  return {
    ...bare(packet),
    form,
    photos,
    struck,
    state,
    base: revision,
    nextNo: Math.max(0, ...numbers) + 1,
    elsewhere: photos.map(({ sha256 }) => sha256),
  }
}
