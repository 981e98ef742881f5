/** Keys, answers and signatures. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Payload } from '#core/ledger/kinds.ts'

export type FinalAnswer = Payload<'answer.given'>['answer']
type Answered = { answer: FinalAnswer; text: string; witness: string; at: string }

export type SigningPerson = {
  /** An expert's id, or "secretariat". */
  person: string
  name: string
  unit: string
  role: string
  key: { fingerprint: string; algorithm: 'RS256' | 'ES256'; place: 'seat' | 'desk'; since: string } | null
  /** True while a key on this laptop is open. */
  unlocked: boolean
  /** A key made on the person's device that waits to be certified, with the code both screens show. */
  request: { code: string; algorithm: 'RS256' | 'ES256' } | null
  answer: Answered | null
  /** True when the sealed workbook expects this person's signature. */
  signs: boolean
  signedAt: string | null
}

/** A page signed in ink. */
export type AttachedPageView = {
  file: string
  name: string
  printed: string
  /** Whose page it is; "" for one that several signed. */
  person: string
  note: string
  at: string
  /** True when the sealed workbook lists it; what was attached later stands in the ledger only. */
  listed: boolean
}

export type SigningView = {
  round: string
  frozen: boolean
  authority: { fingerprint: string; pem: string; at: string; second: boolean; unlocked: boolean } | null
  people: SigningPerson[]
  pages: AttachedPageView[]
  revoked: { name: string; fingerprint: string; at: string; reason: string }[]
  sealed: { at: string; head: string; file: string; hardened: boolean } | null
  expected: number
  given: number
  /** What the verifier said of the finished workbook, after the last signature; null before. Findings in Chinese. */
  verified: { at: string; finished: string; findings: string[]; count: number } | null
  /** True when everybody has signed and the verifier found nothing. */
  complete: boolean
}

export type MyKeyView = {
  /** True when this round is signed. */
  wanted: boolean
  /** True when acts are signed a second time, with SM2. */
  second: boolean
  /** `key` is the certificate's public key, by which a device knows its own. */
  certified: { fingerprint: string; key: string; place: 'seat' | 'desk'; since: string } | null
  /** The key that waits for the secretary, as the host has it. */
  waiting: { key: string; code: string } | null
}

/** The result in short. Of applications this member was recused from only what becomes of them. */
export type MyResult = {
  withRubric: boolean
  withVote: boolean
  rows: {
    packet: string
    no: number
    workshop: string
    unit: string
    recused: boolean
    rank: number | null
    shown: string | null
    vote: { for: number; against: number; abstain: number } | null
    decision: Text
  }[]
}

export type MySigningView = {
  name: string
  frozen: boolean
  head: string
  answer: Answered | null
  signedAt: string | null
  /** The fixed result as this expert may see it, which the signature is about; null until it is fixed. */
  result: MyResult | null
  /** What is to be signed now; `text` is the canonical SignedInfo whose bytes the key signs. */
  task: {
    at: string
    statement: string
    file: string
    signers: { name: string; role: string }[]
    text: string
  } | null
}
