/** A person who handed in two versions on two devices says which one counts. The others stay in the ledger. */
import { openConflicts } from '#core/ledger/conflicts.ts'
import { refuse } from '#core/refusal.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { OwnConflict } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, memberIn } from '../room.ts'
import { listOwnConflicts } from '../views/own-conflicts.ts'

/**
 * Only from the person's own seat: whoever decides must have read both, and nobody else may. Signed where the seat has a key.
 * @param input.kept the hash of the version that counts.
 * @throws Refused `no-such-conflict`, `not-allowed`, `not-on-panel`.
 */
export function decideConflict(
  ctx: Ctx,
  input: { round: string; expert: string; about: 'sheet' | 'ballot'; packet: string; kept: string; reason: string },
): OwnConflict[] {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  const { about, packet, kept, reason, expert } = input
  const open = openConflicts(allEntries(room.file)).find(
    (one) => one.about === about && one.packet === packet && one.expert === expert,
  )
  if (!open?.versions.some(({ hash }) => hash === kept)) return refuse('no-such-conflict')
  const setAside = open.versions.map(({ hash }) => hash).filter((hash) => hash !== kept)
  const by = actorOf(ctx, { id: member.expert, name: member.person.name })
  const payload = { about, packet, expert, kept, setAside, reason }
  decide(ctx, room, [{ kind: 'conflict.decided', by, subject: packet, payload }], ['sheets', 'votes', 'round'])
  return listOwnConflicts(ctx, input)
}
