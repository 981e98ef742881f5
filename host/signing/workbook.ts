/** The workbook as it goes from sealed to signed: what was sealed, who has signed, and the finished bytes. */
import { readFile } from 'node:fs/promises'
import type { Entry } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { fromBase64 } from '#core/opc/base64.ts'
import { addSignatures } from '#core/opc/prepare.ts'
import { type Saying, type Sealed, seal, signaturePart } from '#core/opc/sign.ts'
import { refuse } from '#core/refusal.ts'
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
export type SigningState = {
  readonly paper: SealedPaper
  readonly signers: readonly Signing[]
  readonly complete: boolean
}

/** The workbook that was sealed last, and who has signed it. Null before. */
export function signingState(room: Pick<Room, 'file'>): SigningState | null {
  const entries = entriesOf(room.file, ['workbook.sealed', 'workbook.signed'])
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
  return { paper, signers, complete: signers.every(({ signed }) => signed !== null) }
}

/** The sealed workbook's bytes and what all sign alike. @throws Error when the file is gone from the store. */
export async function openSealed(room: Room, paper: SealedPaper): Promise<{ bytes: Uint8Array; sealed: Sealed }> {
  const bytes = new Uint8Array(await readFile(pathOf(room.folder, paper.file)))
  return { bytes, sealed: seal(bytes, paper) }
}

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

/** The finished workbook, always the same bytes; null while a signature is missing. */
export async function finishedWorkbook(room: Room): Promise<Uint8Array | null> {
  const state = signingState(room)
  if (!state?.complete) return null
  const { bytes, sealed } = await openSealed(room, state.paper)
  const parts: string[] = []
  for (const { person, certificate, signed } of state.signers) {
    if (!signed) return null
    const saying = sayingOf(state, person, signed.at)
    parts.push(signaturePart(sealed, await certificateIn(room, certificate), saying, fromBase64(signed.value)))
  }
  return addSignatures(bytes, parts)
}
