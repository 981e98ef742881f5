/** Sets up signatures for a round: its own authority, and the secretary's own key. */
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import { secondAlgorithm } from '#core/signing/sm2.ts'
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { type DocumentAlgorithm, makeAuthority, validFor } from '../signing/certificates.ts'
import { keepUnlocked } from '../signing/keyring.ts'
import { makeDocumentKey, makeKeys } from '../signing/signing-keys.ts'
import { showSigning } from '../views/signing.ts'
import { certificateEntry } from './certify-key.ts'

/**
 * @param input.years how long certificates are valid: as long as the round's papers are kept.
 * @param input.second has every act signed a second time, with SM2 and SM3 in software.
 * @throws Refused `signing-begun`.
 */
export async function beginSigning(
  ctx: Ctx,
  input: { round: string; name: string; pin: string; algorithm: DocumentAlgorithm; years: number; second: boolean },
): Promise<SigningView> {
  const room = enter(ctx, input.round)
  if (roundKeys(room.file).authority) refuse('signing-begun')
  const { algorithm } = input
  const now = ctx.host.now()
  const key = await makeDocumentKey(algorithm)
  const validity = validFor(now, input.years)
  const authority = { key, algorithm, ...(await makeAuthority({ key, algorithm, round: room.id, validity })) }
  const { certificate, fingerprint } = authority
  const keys = { ...(await makeKeys(algorithm, input.second)), authority: key }
  const who = { person: secretary, name: input.name, unit: room.row.organiser, role: '秘书处' }
  const own = await certificateEntry(ctx, room, { authority, who, keys, validity })
  // Nobody else may have set it up while the keys were made.
  if (roundKeys(room.file).authority) refuse('signing-begun')
  await keepUnlocked(ctx.host, { round: room.id, person: secretary, pin: input.pin }, keys)
  const made = {
    kind: 'authority.made' as const,
    by: actorOf(ctx),
    subject: room.id,
    payload: { certificate, fingerprint, ...(input.second && { second: secondAlgorithm }) },
  }
  decide(ctx, room, [made, own], ['round', 'signing'])
  return showSigning(ctx, input)
}
