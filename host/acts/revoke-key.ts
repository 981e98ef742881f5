/** Takes a certificate back: the device is lost, or another one is used. Both certificates stay in the ledger. */
import { secretary } from '#core/signing/act.ts'
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { forgetKeys } from '../signing/keyring.ts'
import { certifiedOf, signatoryIn } from '../signing/people.ts'
import { showSigning } from '../views/signing.ts'

/** @throws Refused `no-key`, `unknown-expert`. */
export async function revokeKey(
  ctx: Ctx,
  input: { round: string; person: string; reason: string },
): Promise<SigningView> {
  const room = enter(ctx, input.round)
  const keys = roundKeys(room.file)
  const who = signatoryIn(room, keys, input.person)
  const { fingerprint } = certifiedOf(keys, who)
  const payload = { person: who.person, fingerprint, reason: input.reason }
  decide(ctx, room, [{ kind: 'key.revoked', by: actorOf(ctx), subject: who.person, payload }], ['signing', 'round'])
  // The secretary's file also holds the authority, which goes on; a member's key is of no more use.
  if (who.person !== secretary) await forgetKeys(ctx.host, room.id, who.person)
  return showSigning(ctx, input)
}
