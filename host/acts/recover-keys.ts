/** The recovery passphrase: by it the keys of this computer can be used on the next one. */
import { refuse } from '#core/refusal.ts'
import type { KeyBinding } from '../api/shapes.ts'
import type { Ctx, Host } from '../host.ts'
import { newPassphrase } from '../passphrase.ts'
import { openSecret, recoveryMadeAt, sealSecret } from '../signing/computer-secret.ts'

/** Whether keys are bound to this computer, and since when there is a passphrase for that case. */
export function showKeyBinding({ host }: Ctx): KeyBinding {
  const { current } = host.computer
  return { bound: current !== null, recovery: current && recoveryMadeAt(host.store.folder, current) }
}

/** Makes a new passphrase, shown this once; the one before is void. @throws Refused `not-bound-here`. */
export function makeRecovery({ host }: Ctx): { passphrase: string } {
  const passphrase = newPassphrase(host, 5)
  sealSecret(host.store.folder, boundTo(host), passphrase, host.now())
  return { passphrase }
}

/**
 * On the next computer: its keys can be opened again with their PINs, and are bound to this one as they are.
 * @throws Refused `no-recovery-here`, `wrong-recovery-passphrase`.
 */
export function recoverKeys(ctx: Ctx, { passphrase }: { passphrase: string }): KeyBinding {
  ctx.host.computer.earlier.add(openSecret(ctx.host.store.folder, passphrase))
  return showKeyBinding(ctx)
}

const boundTo = ({ computer }: Host): string => computer.current ?? refuse('not-bound-here')
