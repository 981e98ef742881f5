/** What a verifier says about a workbook. */
import type { Text } from '../lang.ts'
import type { Move } from '../round/moves.ts'

/** Something that does not hold. Names the place as closely as it is known. */
export type Finding = {
  readonly code: FindingCode
  /** A full sentence: what is wrong, where, and what was expected. */
  readonly text: Text
  readonly sheet?: string
  readonly cell?: string
  /** Hash or number of a ledger entry. */
  readonly entry?: string
  /** Whose signature. */
  readonly signer?: string
  readonly expected?: string
  readonly found?: string
}

export type FindingCode =
  | 'package'
  | 'unsigned-part'
  | 'changed-part'
  | 'signature'
  | 'missing-signature'
  | 'foreign-signature'
  | 'certificate'
  | 'authority'
  | 'roster'
  | 'page'
  | 'ledger'
  | 'act'
  | 'cell'
  | 'result'

/** One signature as it was found. */
export type SignatureView = {
  readonly name: string
  readonly role: string
  readonly statement: string
  readonly at: string
  readonly fingerprint: string
  readonly intact: boolean
}

export type Report = {
  readonly ok: boolean
  readonly title: string
  readonly round: string
  readonly sample: boolean
  readonly signatures: readonly SignatureView[]
  readonly expected: number
  /** SHA-256 of the authority's certificate: to be compared with what the bureau has on paper. */
  readonly authority: string | null
  readonly ledger: {
    readonly entries: number
    readonly head: string
    readonly signedActs: number
    /** Acts that carry a second signature (SM2 with SM3) that could be checked. */
    readonly secondActs: number
    readonly withheld: number
  }
  /** Acts of people that carry no signature of their own: entered at the desk for them, or before anybody had a key. */
  readonly unsignedActs: readonly { readonly kind: string; readonly name: string; readonly count: number }[]
  /** What people decided beside scores and rules. */
  readonly moves: readonly Move[]
  readonly cells: { readonly compared: number; readonly recomputed: number }
  readonly findings: readonly Finding[]
}
