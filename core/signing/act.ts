/** What a person's key signs when they decide something: the act itself, in the one spelling of RFC 8785. */
import { canonicalJson, type Entry } from '../ledger/entry.ts'
import type { secondAlgorithm } from './sm2.ts'

/** Stands for the secretariat among the people who have keys; experts stand under their own ids. */
export const secretary = 'secretariat'

/** What a key of ours can sign with. The first is kept for acts, the others are what Office knows. */
export const actAlgorithms = ['Ed25519', 'RS256', 'ES256'] as const
export type ActAlgorithm = (typeof actAlgorithms)[number]

/** A signature beside a ledger entry. */
export type ActSignature = {
  /** SHA-256 of the certificate of whose key it is, lower-case hex. */
  readonly certificate: string
  readonly algorithm: ActAlgorithm
  /** When the person signed, ISO 8601; part of what is signed. */
  readonly at: string
  /** Base64. */
  readonly value: string
  /** Of the same bytes, where the round asks for it: SM2 with SM3, r and s side by side in base64. */
  readonly second?: { readonly algorithm: typeof secondAlgorithm; readonly value: string } | undefined
}

/** An act before it has a place in a chain. */
type Act = Pick<Entry, 'round' | 'kind' | 'by' | 'subject' | 'payload'>

/** Whose act it is: an expert's id, or the secretariat. Null for what the program notes by itself. */
export function personOf({ by }: Pick<Entry, 'by'>): string | null {
  if (by.expert) return by.expert
  return by.role === 'program' ? null : secretary
}

/** The text that is signed. It names no place in the chain: the signer cannot know it, and merging must not change it. */
export function actText({ round, kind, by, subject, payload }: Act, at: string): string {
  return canonicalJson({ jiangping: 'act', round, kind, person: personOf({ by }), name: by.name, subject, payload, at })
}

/** What a person's document key signs about the key their acts are signed with. */
export function bindingText(said: { round: string; person: string; key: string }): string {
  return canonicalJson({ jiangping: 'key-of-acts', ...said })
}
