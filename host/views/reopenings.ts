/** Every request to reopen a stage, with who asked, who decided and why. */
import { stageName } from '#core/round/stages.ts'
import { allReopenings } from '#db/queries/rounds.ts'
import type { ReopeningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'

/** @throws Refused `unknown-round`. */
export function listReopenings(ctx: Ctx, { round }: { round: string }): ReopeningView[] {
  return reopeningsOf(enter(ctx, round))
}

/** The same, for a round already entered. */
export function reopeningsOf(room: Room): ReopeningView[] {
  return allReopenings(room.file).map((row) => ({
    ...row,
    stageName: stageName(room.scheme, room.row.activity, row.stage),
  }))
}
