/** Keys that are unlocked on this laptop, until they are locked again or the program ends. */
import { secretary } from '#core/signing/act.ts'
import type { Host } from '../host.ts'
import type { DocumentAlgorithm } from './certificates.ts'
import { destroyKeys, keepKeys, openKeys, triesOf } from './keystore.ts'
import { withTries } from './pin-tries.ts'
import { type PrivateKeys, packKey, unpackKey } from './signing-keys.ts'

/** A person's keys in use, and the authority's beside the secretary's own. */
export type OpenKeys = PrivateKeys & { readonly authority: PrivateKeys['document'] | null }

/** Unlocked keys by "round/person". */
export type Keyring = Map<string, OpenKeys>

export const ringName = (round: string, person: string): string => `${round}/${person}`

const placeOf = (host: Host, { round, person }: { round: string; person: string }) => ({
  store: host.store.folder,
  round,
  name: person,
  computer: host.computer,
})

/** Locks fresh keys away under a PIN; they stay unlocked until locked. */
export async function keepUnlocked(
  host: Host,
  who: { round: string; person: string; pin: string },
  keys: OpenKeys,
): Promise<void> {
  const secrets = {
    algorithm: keys.algorithm,
    document: packKey(keys.document),
    acts: packKey(keys.acts),
    ...(keys.authority && { authority: packKey(keys.authority) }),
    ...(keys.sm2 && { sm2: keys.sm2.secret, sm2Point: keys.sm2.point }),
  }
  await keepKeys(placeOf(host, who), secrets, who.pin)
  host.keyring.set(ringName(who.round, who.person), keys)
}

/** @throws Refused `no-key-here`, `wrong-key-pin`, `key-paused`, `key-of-another-computer`. */
export async function unlock(host: Host, who: { round: string; person: string; pin: string }): Promise<OpenKeys> {
  const place = placeOf(host, who)
  const secrets = await withTries(triesOf(place), host.now(), () => openKeys(place, who.pin))
  const keys: OpenKeys = {
    algorithm: secrets.algorithm as DocumentAlgorithm,
    document: unpackKey(secrets.document ?? ''),
    acts: unpackKey(secrets.acts ?? ''),
    authority: secrets.authority ? unpackKey(secrets.authority) : null,
    sm2: secrets.sm2 && secrets.sm2Point ? { secret: secrets.sm2, point: secrets.sm2Point } : null,
  }
  host.keyring.set(ringName(who.round, who.person), keys)
  return keys
}

/** Locks one person's keys, or everybody's of a round. */
export function lock(host: Host, round: string, person?: string): void {
  for (const name of [...host.keyring.keys()]) {
    if (name === ringName(round, person ?? '') || (person === undefined && name.startsWith(`${round}/`))) {
      host.keyring.delete(name)
    }
  }
}

/** The unlocked keys of a person; null while they are locked, or elsewhere. */
export function unlocked(host: Host, round: string, person: string): OpenKeys | null {
  return host.keyring.get(ringName(round, person)) ?? null
}

/** Takes a key off this laptop for good. */
export async function forgetKeys(host: Host, round: string, person: string): Promise<void> {
  lock(host, round, person)
  if (person !== secretary) await destroyKeys({ store: host.store.folder, round, name: person })
}
