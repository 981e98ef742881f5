/** The workbook as it goes from sealed to signed: what was sealed, who has signed, and the finished bytes. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Text } from '#core/lang.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { fromBase64 } from '#core/opc/base64.ts'
import { addSignatures } from '#core/opc/prepare.ts'
import { type Saying, type Sealed, seal, signaturePart } from '#core/opc/sign.ts'
import { refuse } from '#core/refusal.ts'
import type { Finding } from '#core/verify/finding.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { pathOf } from '#db/packet-files.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import type { Room } from '../room.ts'
import { roundKeys } from './act-signatures.ts'
import { signingCertificate } from './certificates.ts'

type SealedPaper = Payload<'workbook.sealed'> & { readonly at: string }
export type Signing = SealedPaper['signers'][number] & {
  /** Null until this person has signed. */
  readonly signed: { readonly at: string; readonly value: string } | null
}
type Verified = Omit<Payload<'workbook.verified'>, 'file'> & { readonly at: string }
export type SigningState = {
  readonly paper: SealedPaper
  readonly signers: readonly Signing[]
  readonly allSigned: boolean
  /** What the verifier said of the finished bytes; null before. */
  readonly verified: Verified | null
}

/** The workbook that was sealed last, and who has signed it. Null before. */
export function signingState(room: Pick<Room, 'file'>): SigningState | null {
  const entries = entriesOf(room.file, ['workbook.sealed', 'workbook.signed', 'workbook.verified'])
  const last = entries.findLast((entry): entry is Entry<string, SealedPaper> => entry.kind === 'workbook.sealed')
  if (!last) return null
  const paper = { ...last.payload, at: last.at }
  const given = entries
    .filter(({ kind }) => kind === 'workbook.signed')
    .map(({ payload }) => payload as Payload<'workbook.signed'>)
    .filter(({ file }) => file === paper.file)
  const signers = paper.signers.map((signer) => {
    const found = given.find(({ certificate }) => certificate === signer.certificate)
    return { ...signer, signed: found ? { at: found.at, value: found.value } : null }
  })
  const check = entries.findLast((entry): entry is Entry<string, Payload<'workbook.verified'>> => {
    return entry.kind === 'workbook.verified' && (entry.payload as Payload<'workbook.verified'>).file === paper.file
  })
  const verified = check ? { ...check.payload, at: check.at } : null
  return { paper, signers, allSigned: signers.every(({ signed }) => signed !== null), verified }
}

/**
 * The sealed workbook's bytes and what all sign alike.
 * @throws Refused `sealed-file-changed` when the store does not have the very bytes that were sealed.
 */
export async function openSealed(room: Room, paper: SealedPaper): Promise<{ bytes: Uint8Array; sealed: Sealed }> {
  const bytes = new Uint8Array(
    await readFile(pathOf(room.folder, paper.file)).catch(() => refuse('sealed-file-changed')),
  )
  if (sha256Of(bytes) !== paper.file) refuse('sealed-file-changed')
  const key = JSON.stringify([paper.file, paper.at, paper.comment, paper.hardened])
  const known = sealedLast.get(room.file)
  if (known?.key === key) return { bytes, sealed: known.sealed }
  const sealed = seal(bytes, paper)
  sealedLast.set(room.file, { key, sealed })
  return { bytes, sealed }
}

/** What was sealed last in each open round: ten people sign the same digests, which need not be taken ten times. */
const sealedLast = new WeakMap<object, { key: string; sealed: Sealed }>()

/** What one signer says, at the place that is theirs. */
export function sayingOf({ signers }: SigningState, person: string, at: string): Saying {
  const place = signers.findIndex((signer) => signer.person === person)
  const signer = signers[place]
  return { place, at, role: signer?.role ?? '', statement: signer?.statement ?? '' }
}

/** The certificate a signer was sealed with, as a signature names it. */
export async function certificateIn(room: Pick<Room, 'file'>, fingerprint: string) {
  const certified = roundKeys(room.file).all.get(fingerprint) ?? refuse('no-key', { name: fingerprint.slice(0, 16) })
  return signingCertificate(certified.certificate, certified.algorithm)
}

/** The finished workbook, always the same bytes; null while a signature is missing. @throws Refused as `openSealed`. */
async function finishedBytes(room: Room, state: SigningState): Promise<Uint8Array | null> {
  if (!state.allSigned) return null
  const { bytes, sealed } = await openSealed(room, state.paper)
  const parts: string[] = []
  for (const { person, certificate, signed } of state.signers) {
    if (!signed) return null
    const saying = sayingOf(state, person, signed.at)
    parts.push(signaturePart(sealed, await certificateIn(room, certificate), saying, fromBase64(signed.value)))
  }
  return addSignatures(bytes, parts)
}

export type Finished = { readonly bytes: Uint8Array; readonly sha256: string; readonly findings: readonly Finding[] }

/**
 * The finished workbook and what the verifier finds in its bytes, taken anew each time; null while a signature is missing.
 * @throws Refused as `openSealed`.
 */
export async function verifiedWorkbook(room: Room): Promise<Finished | null> {
  const state = signingState(room)
  const bytes = state && (await finishedBytes(room, state))
  if (!bytes) return null
  const authority = roundKeys(room.file).authority?.fingerprint
  const { findings } = await verifyWorkbook(bytes, { name: 'result.xlsx', authority })
  return { bytes, sha256: sha256Of(bytes), findings }
}

/**
 * The finished workbook for whoever wants to take it away; null while a signature is missing.
 * @throws Refused `workbook-not-intact` with the first finding; as `openSealed`.
 */
export async function soundWorkbook(room: Room, lang: keyof Text): Promise<Uint8Array | null> {
  const finished = await verifiedWorkbook(room)
  const [first] = finished?.findings ?? []
  if (first) refuse('workbook-not-intact', { finding: first.text[lang], count: finished?.findings.length ?? 0 })
  return finished?.bytes ?? null
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
