/** Signatures of the sealed workbook: with a key on this laptop, or with a value that a seat has made. */
import { fromBase64, toBase64 } from '#core/opc/base64.ts'
import { bytesToSign } from '#core/opc/sign.ts'
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import type { MySigningView, SigningView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { actorOf, decide, enter, memberIn, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { publicKeyOf } from '../signing/certificates.ts'
import { unlocked } from '../signing/keyring.ts'
import { isSigned, signWith, spkiOf } from '../signing/signing-keys.ts'
import {
  certificateIn,
  openSealed,
  type Signing,
  type SigningState,
  sayingOf,
  signingState,
  verifiedWorkbook,
} from '../signing/workbook.ts'
import { showMySigning, showSigning } from '../views/signing.ts'

type Turn = { state: SigningState; signer: Signing }

/** @throws Refused `not-sealed`, `not-a-signer`, `already-signed`, `secretary-last`. */
function turnOf(room: Room, person: string, name: string): Turn {
  const state = signingState(room) ?? refuse('not-sealed')
  const signer = state.signers.find((one) => one.person === person) ?? refuse('not-a-signer', { name })
  if (signer.signed) refuse('already-signed', { name: signer.name })
  const waiting = state.signers.filter((one) => one.person !== secretary && !one.signed)
  if (person === secretary && waiting.length > 0) refuse('secretary-last', { names: waiting.map((one) => one.name) })
  return { state, signer }
}

async function bytesOf(room: Room, { state, signer }: Turn, at: string): Promise<Uint8Array> {
  const { sealed } = await openSealed(room, state.paper)
  return bytesToSign(sealed, await certificateIn(room, signer.certificate), sayingOf(state, signer.person, at))
}

/** Records the signature; the last one is followed by the verifier's word on the finished bytes. */
async function keep(
  ctx: Ctx,
  room: Room,
  { state, signer }: Turn,
  signed: { at: string; value: string },
): Promise<void> {
  const { person, name, certificate } = signer
  const by = person === secretary ? actorOf(ctx) : actorOf(ctx, { id: person, name })
  const payload = { file: state.paper.file, person, certificate, ...signed }
  decide(ctx, room, [{ kind: 'workbook.signed', by, subject: person, payload }], ['signing', 'round'])
  await noteVerified(ctx, room)
}

/** More findings than anybody reads need not be kept: their number is. */
const mostKept = 20

/**
 * Has the verifier look at the finished workbook and writes down what it says; nothing while signatures are missing.
 * @throws Refused `sealed-file-changed`.
 */
async function noteVerified(ctx: Ctx, room: Room): Promise<void> {
  const finished = await verifiedWorkbook(room)
  const file = signingState(room)?.paper.file
  if (!finished || !file) return
  const { sha256, findings } = finished
  const said = findings.slice(0, mostKept).map(({ text }) => text['zh-CN'])
  const payload = { file, finished: sha256, findings: said, count: findings.length }
  const by = { role: 'program', name: 'program', door: ctx.caller.door } as const
  decide(ctx, room, [{ kind: 'workbook.verified', by, subject: room.id, payload }], ['signing', 'round'])
}

/**
 * The same for a workbook whose last signature came from another device, or when the cause of a finding is gone.
 * @throws Refused `not-sealed`, `not-all-signed`, `sealed-file-changed`.
 */
export async function verifyFinished(ctx: Ctx, input: { round: string }): Promise<SigningView> {
  const room = enter(ctx, input.round)
  const state = signingState(room) ?? refuse('not-sealed')
  const missing = state.signers.filter(({ signed }) => !signed).map(({ name }) => name)
  if (missing.length > 0) refuse('not-all-signed', { names: missing })
  await noteVerified(ctx, room)
  return showSigning(ctx, input)
}

/** Signs with a key that is unlocked on this laptop. @throws Refused as `turnOf`, and `key-locked`. */
export async function signWorkbookHere(ctx: Ctx, input: { round: string; person: string }): Promise<SigningView> {
  const room = enter(ctx, input.round)
  const turn = turnOf(room, input.person, input.person)
  const { name, certificate } = turn.signer
  const own = unlocked(ctx.host, room.id, input.person) ?? refuse('key-locked', { name })
  const key = roundKeys(room.file).all.get(certificate)
  // The key on this laptop may be an older one than the certificate the workbook was sealed with.
  if (!key || toBase64(spkiOf(own.document)) !== toBase64(spkiOf(publicKeyOf(key.certificate)))) {
    refuse('no-key', { name })
  }
  const at = timestamp(ctx.host)
  await keep(ctx, room, turn, {
    at,
    value: toBase64(signWith(own.document, own.algorithm, await bytesOf(room, turn, at))),
  })
  return showSigning(ctx, input)
}

/**
 * Takes the value a seat has made of what `showMySigning` gave it to sign.
 * @throws Refused as `turnOf`, and `signature-wrong`.
 */
export async function signWorkbook(
  ctx: Ctx,
  input: { round: string; expert: string; at: string; value: string },
): Promise<MySigningView> {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  const turn = turnOf(room, input.expert, member.person.name)
  const data = await bytesOf(room, turn, input.at)
  const certified = roundKeys(room.file).all.get(turn.signer.certificate)
  const value = fromBase64(input.value)
  if (!certified || !isSigned(publicKeyOf(certified.certificate), certified.algorithm, { data, value })) {
    refuse('signature-wrong')
  }
  await keep(ctx, room, turn, { at: input.at, value: input.value })
  return showMySigning(ctx, input)
}
