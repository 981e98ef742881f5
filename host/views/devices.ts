/** Which devices this round's work comes from, what each seat's device says of itself, and what is still to be sent. */
import { allEntries, allWaiting } from '#db/queries/ledger.ts'
import { allMembers, allSeatKeys } from '#db/queries/people.ts'
import { ownWork, packageOf } from '../acts/seal-work.ts'
import type { DevicesView, DeviceView, SeatDeviceView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room } from '../room.ts'
import { readScoring } from './scoring.ts'

export function listDevices(ctx: Ctx, { round }: { round: string }): DevicesView {
  const room = enter(ctx, round)
  const from = packageOf(room)
  return {
    devices: devicesOf(ctx, room),
    seats: seatsOf(ctx, room),
    package: from && { title: from.title, at: from.at, from: from.from },
    unsent: from ? ownWork(room, from).length : 0,
  }
}

function devicesOf(ctx: Ctx, room: Room): DeviceView[] {
  const entries = Map.groupBy(allEntries(room.file), ({ chain }) => chain)
  const waiting = Map.groupBy(allWaiting(room.file), ({ chain }) => chain)
  const names = new Map(allMembers(room.file).map(({ expert, person }) => [expert, person.name]))
  const own = ctx.host.store.chain
  const chains = new Set([own, ...entries.keys(), ...waiting.keys()])
  return [...chains].map((chain) => {
    const links = entries.get(chain) ?? []
    return {
      chain,
      isOwn: chain === own,
      entries: links.length,
      waiting: waiting.get(chain)?.length ?? 0,
      lastAt: links.at(-1)?.at ?? null,
      people: [...new Set(links.flatMap(({ by }) => names.get(by.expert ?? '') ?? []))],
    }
  })
}

function seatsOf({ host }: Ctx, room: Room): SeatDeviceView[] {
  const keys = new Map(allSeatKeys(room.file).map((key) => [key.expert, key]))
  const scoring = readScoring(room)
  const packets = acceptedPackets(room)
  const now = host.now().getTime()
  return allMembers(room.file).map(({ expert, seat, person }) => {
    const key = keys.get(expert)
    const name = `${room.id}/${expert}`
    const lastHeard = host.heard.get(name) ?? null
    const said = host.reports.get(name)
    const joined = key?.sessionHash != null
    const states = packets.map(({ id }) => scoring.state({ expert, packet: id })).filter((state) => state !== 'recused')
    return {
      expert,
      seat,
      name: person.name,
      joined,
      joinedAt: key?.joinedAt ?? null,
      device: said?.device ?? '',
      lastHeard,
      silent: joined && (lastHeard === null || now - Date.parse(lastHeard) > silenceMs),
      waiting: said?.waiting ?? null,
      lastSent: said?.lastSent ?? null,
      submitted: states.filter((state) => state === 'submitted').length,
      owed: states.length,
      clockAhead: said?.clockAhead ?? null,
    }
  })
}

/** After so long without a sign of life a seat counts as silent, and another device may take it without asking. */
export const silenceMs = 45_000
