/** Acts that come in from another device: whose signature does not hold is named and left out, with what stands on it. */
import { X509Certificate } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { inOrder } from '#core/ledger/causality.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { fromBase64 } from '#core/opc/base64.ts'
import { actText, personOf, secretary } from '#core/signing/act.ts'
import { type Keys, keyKinds, keysOf, secondHolds } from '#core/signing/keys.ts'
import { actKeyOf } from './act-signatures.ts'
import { isSigned } from './signing-keys.ts'

/** The entry that was not taken, and how many of the same chain went with it because they stand on it. */
export type UnprovedAct = { readonly entry: Entry; readonly after: number }

/**
 * Each arriving chain up to its first act whose signature does not hold. An act without a signature passes: it says of
 * itself that it is not signed.
 * @param known the ledger that is here; its keys are believed, and of the arriving ones those that its authority issued.
 */
export function provenActs(
  known: readonly Entry[],
  arriving: readonly Entry[],
): { entries: Entry[]; unproved: UnprovedAct[] } {
  const here = new Set(known.map(({ hash }) => hash))
  const fresh = arriving.filter(({ hash }) => !here.has(hash))
  const authority = keysOf(inOrder(known.filter(isAboutKeys))).authority
  const holdsAsKey = (entry: Entry) => !authority || isOfAuthority(entry, authority)
  const keys = keysOf(inOrder([...known, ...fresh.filter(holdsAsKey)].filter(isAboutKeys)))
  const broken = new Map<string, Entry>()
  for (const entry of fresh) {
    if (holdsAsKey(entry) && holds(entry, keys)) continue
    const first = broken.get(entry.chain)
    if (!first || entry.seq < first.seq) broken.set(entry.chain, entry)
  }
  const isBefore = ({ chain, seq }: Entry) => seq < (broken.get(chain)?.seq ?? Number.POSITIVE_INFINITY)
  return {
    entries: arriving.filter((entry) => here.has(entry.hash) || isBefore(entry)),
    unproved: [...broken.values()].map((entry) => ({
      entry,
      after: fresh.filter(({ chain, seq }) => chain === entry.chain && seq > entry.seq).length,
    })),
  }
}

const isAboutKeys = ({ kind }: Entry) => (keyKinds as readonly string[]).includes(kind)

/** An authority of its own, or a certificate that ours did not issue, makes no key. */
function isOfAuthority({ kind, payload }: Entry, authority: NonNullable<Keys['authority']>): boolean {
  if (kind === 'authority.made') {
    return (payload as Payload<'authority.made'>).fingerprint === authority.fingerprint
  }
  if (kind !== 'key.certified') return true
  try {
    const certificate = new X509Certificate(fromBase64((payload as Payload<'key.certified'>).certificate))
    return certificate.verify(new X509Certificate(fromBase64(authority.certificate)).publicKey)
  } catch {
    return false
  }
}

function holds(entry: Entry, keys: Keys): boolean {
  const { signature, by } = entry
  if (!signature) return true
  const own = keys.all.get(signature.certificate)
  if (!own || (own.revoked && signature.at > own.revoked.at)) return false
  const mayStandIn = own.person === secretary && by.door !== 'seat'
  if (own.person !== personOf(entry) && !mayStandIn) return false
  try {
    const { key, algorithm } = actKeyOf(own)
    const data = utf8ToBytes(actText(entry, signature.at))
    const value = fromBase64(signature.value)
    const isWhole = secondHolds(keys, own, { data, second: signature.second })
    return isWhole && algorithm === signature.algorithm && isSigned(key, algorithm, { data, value })
  } catch {
    return false
  }
}
