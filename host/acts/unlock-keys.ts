/** Opens a key that lies on this laptop with its owner's PIN, and locks it again. */
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { lock, unlock } from '../signing/keyring.ts'
import { showSigning } from '../views/signing.ts'

/** @throws Refused `no-key-here`, `wrong-key-pin`, `key-paused`. */
export async function unlockKeys(
  ctx: Ctx,
  input: { round: string; person: string; pin: string },
): Promise<SigningView> {
  enter(ctx, input.round)
  await unlock(ctx.host, input)
  ctx.host.announce(input.round, ['signing'])
  return showSigning(ctx, input)
}

/** One person's keys, or everybody's. */
export function lockKeys(ctx: Ctx, input: { round: string; person?: string | undefined }): SigningView {
  enter(ctx, input.round)
  lock(ctx.host, input.round, input.person)
  ctx.host.announce(input.round, ['signing'])
  return showSigning(ctx, input)
}
