/** The round's authority and everybody's certificates, as the ledger has them. */
import type { Entry } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'
import { fromBase64 } from '../opc/base64.ts'
import type { ActSignature } from './act.ts'
import { isSm2SignatureOf } from './sm2.ts'

export type Certified = Payload<'key.certified'> & {
  /** When it was certified. */
  readonly since: string
  /** When and why it was revoked; null while it stands. */
  readonly revoked: { readonly at: string; readonly reason: string } | null
}

export type Keys = {
  readonly authority: (Payload<'authority.made'> & { readonly at: string }) | null
  /** Every certificate ever issued, by fingerprint. */
  readonly all: ReadonlyMap<string, Certified>
  /** The certificate that stands for each person. */
  readonly current: ReadonlyMap<string, Certified>
}

/** Kinds of entries that say something about keys. */
export const keyKinds = ['authority.made', 'key.certified', 'key.revoked'] as const

/** Reads them off the ledger, in the order in which they were decided. A newer certificate replaces the older one. */
export function keysOf(entries: Iterable<Entry>): Keys {
  let authority: Keys['authority'] = null
  const all = new Map<string, Certified>()
  const current = new Map<string, Certified>()
  for (const { kind, payload, at } of entries) {
    if (kind === 'authority.made') authority ??= { ...(payload as Payload<'authority.made'>), at }
    if (kind === 'key.certified') {
      const certified = { ...(payload as Payload<'key.certified'>), since: at, revoked: null }
      all.set(certified.fingerprint, certified)
      current.set(certified.person, certified)
    }
    if (kind === 'key.revoked') {
      const { fingerprint, reason } = payload as Payload<'key.revoked'>
      const known = all.get(fingerprint)
      if (!known) continue
      all.set(fingerprint, { ...known, revoked: { at, reason } })
      if (current.get(known.person)?.fingerprint === fingerprint) current.delete(known.person)
    }
  }
  return { authority, all, current }
}

/** Where the round asks for it there must be a second signature; where there is one it must hold. */
export function secondHolds(
  { authority }: Keys,
  { sm2 }: Certified,
  { data, second }: { data: Uint8Array; second: ActSignature['second'] },
): boolean {
  if (!second) return authority?.second === undefined
  try {
    return sm2 !== undefined && isSm2SignatureOf(fromBase64(sm2.key), data, fromBase64(second.value))
  } catch {
    return false
  }
}
