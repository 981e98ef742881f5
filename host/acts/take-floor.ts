/** What the desk puts before the room: the item on every screen, the timer, the wall's mute, names, ballots read out. */
import { refuse } from '#core/refusal.ts'
import { type FloorRecord, saveFloor, theFloor } from '#db/queries/room.ts'
import type { FloorView, VoteView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { enter, packetIn, type Room } from '../room.ts'
import { floorOf } from '../views/floor.ts'
import { voteOn } from '../views/votes.ts'

type Change = {
  packet?: string | null | undefined
  /** The order in which the desk goes on. */
  agenda?: string[] | undefined
  /** Seconds from now; null stops the timer. */
  timer?: number | null | undefined
  muted?: boolean | undefined
  names?: boolean | undefined
}

/** @throws Refused `unknown-packet`. */
export function setFloor(
  ctx: Ctx,
  { round, packet, agenda, timer, muted, names }: Change & { round: string },
): FloorView {
  const room = enter(ctx, round)
  if (packet) packetIn(room, packet)
  const now = timestamp(ctx.host)
  const before = theFloor(room.file)
  const isNew = packet !== undefined && packet !== before.packet
  const until = (seconds: number) => new Date(Date.parse(now) + seconds * 1_000).toISOString()
  save(ctx, room, {
    ...before,
    ...(isNew && { packet, since: now, timerEnds: null }),
    ...(agenda !== undefined && { agenda }),
    ...(timer !== undefined && { timerEnds: timer === null ? null : until(timer) }),
    ...(muted !== undefined && { muted }),
    ...(names !== undefined && { names }),
  })
  return floorOf(enter(ctx, round))
}

/** Shows the room the first `upTo` ballots of a closed vote, as they are read aloud. @throws Refused `vote-not-closed`. */
export function readOut(ctx: Ctx, input: { round: string; packet: string; upTo: number }): VoteView {
  const room = enter(ctx, input.round)
  packetIn(room, input.packet)
  const vote = voteOn(room, input.packet, ctx.caller.lang)
  if (vote.state !== 'closed') refuse('vote-not-closed', { packet: vote.workshop })
  save(ctx, room, {
    ...theFloor(room.file),
    reading: { packet: input.packet, turn: vote.turn, upTo: input.upTo },
  })
  return vote
}

function save(ctx: Ctx, room: Room, floor: FloorRecord): void {
  saveFloor(room.file, room.id, floor)
  ctx.host.announce(room.id, ['floor'])
}
