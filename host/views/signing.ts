/** Where the signing of a round stands: for the desk everybody, for a seat only its own. */
import { readFile } from 'node:fs/promises'
import { toBase64 } from '#core/opc/base64.ts'
import { textToSign } from '#core/opc/sign.ts'
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import { attachedPages } from '#core/signing/attached-pages.ts'
import { pathOf } from '#db/packet-files.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import type { MyKeyView, MyResult, MySigningView, SigningPerson, SigningView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { enter, memberIn, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { pemOf, publicKeyOf } from '../signing/certificates.ts'
import { codeOf } from '../signing/key-requests.ts'
import { ringName, unlocked } from '../signing/keyring.ts'
import { answersOf, signingPeople } from '../signing/people.ts'
import { spkiOf } from '../signing/signing-keys.ts'
import { certificateIn, openSealed, sayingOf, signingState } from '../signing/workbook.ts'
import { rankingOfRound } from './results.ts'
import { ledgerHead } from './round.ts'
import { readScoring } from './scoring.ts'

/** @throws Refused `unknown-round`. */
export function showSigning(ctx: Ctx, { round }: { round: string }): SigningView {
  const room = enter(ctx, round)
  const keys = roundKeys(room.file)
  const state = signingState(room)
  const people = signingPeople(room, keys).map(({ answer, ...who }): SigningPerson => {
    const key = keys.current.get(who.person)
    const request = ctx.host.keyRequests.get(ringName(round, who.person))
    const signing = state?.signers.find(({ person }) => person === who.person)
    const { fingerprint = '', algorithm = 'RS256', place = 'seat', since = '' } = key ?? {}
    return {
      ...who,
      key: key ? { fingerprint, algorithm, place, since } : null,
      unlocked: unlocked(ctx.host, round, who.person) !== null,
      request: request && !key ? { code: codeOf(request), algorithm: request.algorithm } : null,
      answer: answer && { answer: answer.answer, text: answer.text, witness: answer.witness, at: answer.at },
      signs: signing !== undefined,
      signedAt: signing?.signed?.at ?? null,
    }
  })
  const { authority } = keys
  return {
    round,
    frozen: room.frozen,
    authority: authority && {
      fingerprint: authority.fingerprint,
      pem: pemOf(authority.certificate),
      at: authority.at,
      second: authority.second !== undefined,
      unlocked: unlocked(ctx.host, round, secretary)?.authority != null,
    },
    people,
    pages: attachedPages(entriesOf(room.file, ['page.attached'])).map(({ file, name, printed, person, note, at }) => ({
      ...{ file, name, printed, note, at },
      person: people.find((one) => one.person === person)?.name ?? '',
      listed: state !== null && at < state.paper.at,
    })),
    revoked: [...keys.all.values()].flatMap(({ name, fingerprint, revoked }) =>
      revoked ? [{ name, fingerprint, ...revoked }] : [],
    ),
    sealed: state && {
      at: state.paper.at,
      head: state.paper.head,
      file: state.paper.file,
      hardened: state.paper.hardened,
    },
    expected: state?.signers.length ?? 0,
    given: state?.signers.filter(({ signed }) => signed).length ?? 0,
    verified: state?.verified ?? null,
    complete: state?.verified?.count === 0,
  }
}

/** A page signed in ink, as it was attached. @throws Refused `unknown-file`. */
export async function attachedFile(ctx: Ctx, input: { round: string; file: string }): Promise<File> {
  const room = enter(ctx, input.round)
  const page = attachedPages(entriesOf(room.file, ['page.attached'])).find(({ file }) => file === input.file)
  if (!page) return refuse('unknown-file', { file: input.file.slice(0, 12) })
  const bytes = await readFile(pathOf(room.folder, page.file))
  return new File([new Uint8Array(bytes)], page.name, { type: page.mime })
}

/** What a seat knows of its own key. */
export function showMyKey(ctx: Ctx, { round, expert }: { round: string; expert: string }): MyKeyView {
  const room = enter(ctx, round)
  memberIn(ctx, room, expert)
  const keys = roundKeys(room.file)
  const key = keys.current.get(expert)
  const request = ctx.host.keyRequests.get(ringName(round, expert))
  return {
    wanted: keys.authority !== null,
    second: keys.authority?.second !== undefined,
    certified: key
      ? {
          fingerprint: key.fingerprint,
          key: toBase64(spkiOf(publicKeyOf(key.certificate))),
          place: key.place,
          since: key.since,
        }
      : null,
    waiting: request && !key ? { key: request.key, code: codeOf(request) } : null,
  }
}

/** What a seat may answer and sign, with the very text its key is asked to sign. */
export async function showMySigning(
  ctx: Ctx,
  { round, expert }: { round: string; expert: string },
): Promise<MySigningView> {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const answer = answersOf(room).get(expert) ?? null
  const state = signingState(room)
  const signer = state?.signers.find(({ person }) => person === expert)
  const at = timestamp(ctx.host)
  return {
    name: member.person.name,
    frozen: room.frozen,
    head: ledgerHead(room),
    answer: answer && { answer: answer.answer, text: answer.text, witness: answer.witness, at: answer.at },
    signedAt: signer?.signed?.at ?? null,
    result: room.frozen ? resultFor(room, expert) : null,
    task:
      state && signer && !signer.signed
        ? {
            at,
            statement: signer.statement,
            file: state.paper.file,
            signers: state.signers.map(({ name, role }) => ({ name, role })),
            text: textToSign(
              (await openSealed(room, state.paper)).sealed,
              await certificateIn(room, signer.certificate),
              sayingOf(state, expert, at),
            ),
          }
        : null,
  }
}

function resultFor(room: Room, expert: string): MyResult {
  const scoring = readScoring(room)
  const { withRubric, withVote, rows } = rankingOfRound(room, scoring)
  return {
    withRubric,
    withVote,
    rows: rows.map(({ packet, no, workshop, unit, rank, shown, vote, decision }) => {
      const recused = scoring.state({ expert, packet }) === 'recused'
      const open = recused ? { rank: null, shown: null, vote: null } : { rank, shown, vote: vote && countsOf(vote) }
      return { packet, no, workshop, unit, recused, ...open, decision }
    }),
  }
}

function countsOf({ for: yes, against, abstain }: { for: number; against: number; abstain: number }) {
  return { for: yes, against, abstain }
}
