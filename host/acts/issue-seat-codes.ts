/** Makes the cards with which members take their seats: an address with a one-time token, as QR, and a PIN. */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import QRCode from 'qrcode'
import { refuse } from '#core/refusal.ts'
import { putSetting, setting } from '#db/queries/device.ts'
import { allSeatKeys, type SeatKeyRecord, saveSeatKey, seatKeyOf, seatKeyOfSession } from '#db/queries/people.ts'
import type { MeView, SeatCode } from '../api/shapes.ts'
import { type Caller, type Ctx, type Host, timestamp } from '../host.ts'
import { enter, type Room } from '../room.ts'
import { type Seated, seatedIn } from '../seats.ts'
import { silenceMs } from '../views/devices.ts'
import { showMe } from '../views/panel.ts'

const seatingKey = 'seating-round'
const pinTries = 5

/** Cards of every seat. A seat keeps its card until it is renewed, so that printed cards survive a restart. */
export async function issueSeatCodes(ctx: Ctx, { round }: { round: string }): Promise<SeatCode[]> {
  const room = enter(ctx, round)
  putSetting(ctx.host.store.device, seatingKey, round)
  return Promise.all(seatedIn(room).map((member) => cardOf(ctx.host, room, member)))
}

/** A new card for one seat. The device that sat there is out at once. */
export async function renewSeatCode(ctx: Ctx, input: { round: string; expert: string }): Promise<SeatCode> {
  const room = enter(ctx, input.round)
  const member =
    seatedIn(room).find(({ expert }) => expert === input.expert) ?? refuse('not-on-panel', { expert: input.expert })
  saveSeatKey(room.file, freshKey(ctx.host, room, member))
  ctx.host.heard.delete(`${room.id}/${member.expert}`)
  ctx.host.announce(room.id, ['seats', 'panel'])
  return cardOf(ctx.host, room, member)
}

function freshKey(host: Host, room: Room, { expert }: Seated): SeatKeyRecord {
  return {
    expert,
    token: `${room.id}~${host.newSecret(16)}`,
    pin: String(randomInt(0, 1_000_000)).padStart(6, '0'),
    wrongPins: 0,
    sessionHash: null,
    joinedAt: null,
  }
}

async function cardOf(host: Host, room: Room, member: Seated): Promise<SeatCode> {
  const known = seatKeyOf(room.file, member.expert)
  const key = known ?? freshKey(host, room, member)
  if (!known) saveSeatKey(room.file, key)
  const origins = host.lan?.origins() ?? []
  const urls = key.token ? origins.map((origin) => `${origin}/#t=${key.token}`) : origins
  const [first] = urls
  return {
    expert: member.expert,
    seat: member.seat,
    name: member.name,
    role: member.role,
    pin: key.pin,
    urls,
    qr: first ? await QRCode.toString(first, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) : '',
  }
}

/** SHA-256 of a session's secret: only this is kept. */
export function sessionHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares without telling by time how much was right. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(sessionHash(a)), Buffer.from(sessionHash(b))]
  return timingSafeEqual(left, right)
}

type JoinInput = {
  token?: string | undefined
  round?: string | undefined
  seat?: number | undefined
  pin?: string | undefined
  /** Said once the person was told that another device sits there. */
  takeOver?: boolean | undefined
}

/**
 * A device takes a seat, by one-time token or by seat number and PIN. Whatever device sat there before is out;
 * one that was heard a moment ago is put out only by a person who says so.
 * @returns the session's secret, which only this device ever has, and the seat's card.
 * @throws Refused `code-used`, `wrong-pin`, `pin-locked`, `seat-taken`.
 */
export function joinSeat(host: Host, lang: Caller['lang'], input: JoinInput): { session: string; me: MeView } {
  const { room, key } = input.token ? byToken(host, input.token) : byPin(host, input)
  if (!input.token && !input.takeOver) demandFree(host, room, key)
  const secret = host.newSecret(32)
  saveSeatKey(room.file, {
    ...key,
    token: null,
    wrongPins: 0,
    sessionHash: sessionHash(secret),
    joinedAt: timestamp(host),
  })
  host.heard.set(`${room.id}/${key.expert}`, timestamp(host))
  host.announce(room.id, ['seats', 'panel', 'sheets'])
  const ctx = { host, caller: seatCaller(room.id, key.expert, lang) }
  return { session: `${room.id}~${secret}`, me: showMe(ctx, { round: room.id, expert: key.expert }) }
}

/** One live device a seat: a second one is told of the first, and takes over only when it says so. */
function demandFree(host: Host, room: Room, { expert, sessionHash: session }: SeatKeyRecord): void {
  const heard = host.heard.get(`${room.id}/${expert}`)
  if (!session || !heard || host.now().getTime() - Date.parse(heard) > silenceMs) return
  refuse('seat-taken', { seconds: Math.round((host.now().getTime() - Date.parse(heard)) / 1_000) })
}

/** The caller that a seat's session stands for. */
export function seatCaller(round: string, expert: string, lang: Caller['lang']): Caller {
  return { role: 'expert', name: expert, door: 'seat', lang, seat: { round, expert } }
}

const machine: Caller = { role: 'program', name: 'program', door: 'seat', lang: 'zh-CN', seat: null }

function roomOf(host: Host, round: string): Room {
  if (!host.store.has(round)) refuse('code-used')
  return enter({ host, caller: machine }, round)
}

function byToken(host: Host, token: string): { room: Room; key: SeatKeyRecord } {
  const room = roomOf(host, token.split('~')[0] ?? '')
  const key = allSeatKeys(room.file).find((one) => one.token !== null && isSame(one.token, token))
  return key ? { room, key } : refuse('code-used')
}

function byPin(host: Host, { round, seat, pin }: JoinInput): { room: Room; key: SeatKeyRecord } {
  const room = roomOf(host, round ?? setting(host.store.device, seatingKey) ?? '')
  const expert = seatedIn(room).find((member) => member.seat === seat)?.expert
  const key = expert ? seatKeyOf(room.file, expert) : undefined
  if (!key) return refuse('wrong-pin', { left: pinTries - 1 })
  if (key.wrongPins >= pinTries) refuse('pin-locked')
  if (isSame(key.pin, pin ?? '')) return { room, key }
  const wrongPins = key.wrongPins + 1
  saveSeatKey(room.file, { ...key, wrongPins })
  return wrongPins >= pinTries ? refuse('pin-locked') : refuse('wrong-pin', { left: pinTries - wrongPins })
}

/** Whose session a cookie is; null when it is nobody's any more. */
export function seatOfSession(host: Host, cookie: string | undefined): { round: string; expert: string } | null {
  const [round, secret] = (cookie ?? '').split('~')
  if (!round || !secret || !host.store.has(round)) return null
  const key = seatKeyOfSession(host.store.round(round), sessionHash(secret))
  return key ? { round, expert: key.expert } : null
}
