/** Keys and their certificates: made on a seat and certified face to face, or made on this laptop behind a PIN. */
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '#core/opc/base64.ts'
import { refuse } from '#core/refusal.ts'
import { bindingText, secretary } from '#core/signing/act.ts'
import type { Keys } from '#core/signing/keys.ts'
import type { Decision } from '#db/record.ts'
import type { MyKeyView, SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, memberIn, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { type DocumentAlgorithm, issueCertificate, type Validity, validFor } from '../signing/certificates.ts'
import { checkKeyRequest, codeOf, type KeyRequest } from '../signing/key-requests.ts'
import { keepUnlocked, ringName, unlocked } from '../signing/keyring.ts'
import { type Signatory, signatoryIn } from '../signing/people.ts'
import { makeKeys, type PrivateKeys, signWith, spkiOf } from '../signing/signing-keys.ts'
import { showMyKey, showSigning } from '../views/signing.ts'

type Authority = Parameters<typeof issueCertificate>[0]['authority']

/** Years a certificate is valid when nothing else is said: papers of this kind are kept for thirty. */
export const archiveYears = 30

/** The authority, which only the unlocked secretary can use. @throws Refused `signing-not-begun`, `key-locked`. */
function authorityOf(ctx: Ctx, room: Room, keys: Keys): Authority {
  const { authority } = keys
  if (!authority) return refuse('signing-not-begun')
  const own = unlocked(ctx.host, room.id, secretary)
  if (!own?.authority) return refuse('key-locked', { name: keys.current.get(secretary)?.name ?? '秘书处' })
  return { key: own.authority, algorithm: own.algorithm, certificate: authority.certificate }
}

/** The entry that certifies keys made on this laptop. */
export async function certificateEntry(
  ctx: Ctx,
  room: { id: string },
  given: { authority: Authority; who: Signatory; keys: PrivateKeys; validity: Validity },
): Promise<Omit<Extract<Decision, { kind: 'key.certified' }>, 'at'>> {
  const { keys, who } = given
  const key = toBase64(spkiOf(keys.acts))
  const bound = (one: string) => {
    const said = utf8ToBytes(bindingText({ round: room.id, person: who.person, key: one }))
    return { key: one, binding: toBase64(signWith(keys.document, keys.algorithm, said)) }
  }
  const acts = { algorithm: 'Ed25519' as const, ...bound(key) }
  const sm2 = keys.sm2 && bound(toBase64(hexToBytes(keys.sm2.point)))
  const publicKey = spkiOf(keys.document)
  return entryOf(ctx, { ...given, algorithm: keys.algorithm, publicKey, acts, sm2, place: 'desk' })
}

async function entryOf(
  ctx: Ctx,
  given: {
    authority: Authority
    who: Signatory
    algorithm: DocumentAlgorithm
    publicKey: Uint8Array
    acts: { algorithm: 'Ed25519'; key: string; binding: string } | null
    sm2: { key: string; binding: string } | null
    place: 'seat' | 'desk'
    validity: Validity
  },
) {
  const { who, algorithm, acts, sm2, place } = given
  const issued = await issueCertificate(given)
  const payload = { ...who, ...issued, algorithm, acts, place, ...(sm2 && { sm2 }) }
  return { kind: 'key.certified' as const, by: actorOf(ctx), subject: who.person, payload }
}

/**
 * Makes and certifies keys of a member on this laptop, where there is no device of their own.
 * @throws Refused `signing-not-begun`, `key-locked`, `has-key`, `unknown-expert`.
 */
export async function makeKeyHere(
  ctx: Ctx,
  input: { round: string; person: string; pin: string; algorithm: DocumentAlgorithm },
): Promise<SigningView> {
  const room = enter(ctx, input.round)
  const known = roundKeys(room.file)
  const who = signatoryIn(room, known, input.person)
  const authority = authorityOf(ctx, room, known)
  if (known.current.has(who.person)) refuse('has-key', { name: who.name })
  const made = await makeKeys(input.algorithm, known.authority?.second !== undefined)
  // The secretary's new key goes on holding the authority.
  const keys = { ...made, authority: who.person === secretary ? authority.key : null }
  const entry = await certificateEntry(ctx, room, {
    authority,
    who,
    keys,
    validity: validFor(ctx.host.now(), archiveYears),
  })
  if (roundKeys(room.file).current.has(who.person)) refuse('has-key', { name: who.name })
  await keepUnlocked(ctx.host, { round: room.id, person: who.person, pin: input.pin }, keys)
  decide(ctx, room, [entry], ['signing', 'round'])
  return showSigning(ctx, input)
}

/** A seat shows the public part of the key it has made. @throws Refused `signing-not-begun`, `has-key`, `bad-key-request`. */
export function requestKey(ctx: Ctx, input: { round: string; expert: string } & KeyRequest): MyKeyView {
  const { round, expert, ...request } = input
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const keys = roundKeys(room.file)
  if (!keys.authority) refuse('signing-not-begun')
  if (keys.current.has(expert)) refuse('has-key', { name: member.person.name })
  ctx.host.keyRequests.set(ringName(round, expert), checkKeyRequest(round, expert, request, keys))
  ctx.host.announce(round, ['signing'])
  return showMyKey(ctx, { round, expert })
}

/**
 * Certifies the key of a seat. The secretary has the person before them and has compared the code.
 * @throws Refused `no-key-request`, `wrong-key-code`, `has-key`, `signing-not-begun`, `key-locked`.
 */
export async function certifyKey(
  ctx: Ctx,
  input: { round: string; person: string; code: string },
): Promise<SigningView> {
  const room = enter(ctx, input.round)
  const known = roundKeys(room.file)
  const who = signatoryIn(room, known, input.person)
  const request = ctx.host.keyRequests.get(ringName(room.id, who.person)) ?? refuse('no-key-request')
  const letters = (code: string) => code.replace(/[^0-9a-z]/gi, '').toUpperCase()
  if (letters(codeOf(request)) !== letters(input.code)) refuse('wrong-key-code')
  if (known.current.has(who.person)) refuse('has-key', { name: who.name })
  const entry = await entryOf(ctx, {
    authority: authorityOf(ctx, room, known),
    who,
    algorithm: request.algorithm,
    publicKey: fromBase64(request.key),
    acts: request.acts && { algorithm: 'Ed25519', ...request.acts },
    sm2: request.sm2,
    place: 'seat',
    validity: validFor(ctx.host.now(), archiveYears),
  })
  if (roundKeys(room.file).current.has(who.person)) refuse('has-key', { name: who.name })
  decide(ctx, room, [entry], ['signing', 'round'])
  ctx.host.keyRequests.delete(ringName(room.id, who.person))
  return showSigning(ctx, input)
}
