/** A device gives its seat back: its session is worth nothing from then on, whoever kept the cookie. */
import { allSeatKeys, saveSeatKey } from '#db/queries/people.ts'
import type { Host } from '../host.ts'
import { enter } from '../room.ts'
import { seatCaller, seatOfSession } from './issue-seat-codes.ts'

/** Ends the session of a cookie; without one there is nothing to end. The seat is taken again with its PIN. */
export function leaveSeat(host: Host, cookie: string | undefined): void {
  const seat = seatOfSession(host, cookie)
  if (!seat) return
  const room = enter({ host, caller: seatCaller(seat.round, seat.expert, 'zh-CN') }, seat.round)
  const key = allSeatKeys(room.file).find(({ expert }) => expert === seat.expert)
  if (key) saveSeatKey(room.file, { ...key, sessionHash: null })
  host.announce(room.id, ['seats', 'panel', 'sheets'])
}
