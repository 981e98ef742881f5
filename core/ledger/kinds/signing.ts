/** Keys, answers and signatures. */
import * as z from 'zod'

import { finalAnswers, hex64 } from './vocabulary.ts'

export const signingKinds = {
  'authority.made': z.strictObject({
    /** DER in base64. */
    certificate: z.string(),
    fingerprint: hex64,
    /** Every act is signed a second time with the national algorithms; absent where it is not. */
    second: z.literal('SM2-SM3').optional(),
  }),
  'key.certified': z.strictObject({
    /** An expert's id, or the secretariat. */
    person: z.string(),
    name: z.string(),
    unit: z.string(),
    role: z.string(),
    /** DER in base64. */
    certificate: z.string(),
    /** SHA-256 of the certificate. */
    fingerprint: hex64,
    algorithm: z.enum(['RS256', 'ES256']),
    /** The key acts are signed with, bound by a signature of the certified one; null where that one signs acts too. */
    acts: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), binding: z.string() }).nullable(),
    /** The key of second signatures: a point of 65 bytes in base64, bound like the one above. */
    sm2: z.strictObject({ key: z.string(), binding: z.string() }).optional(),
    /** Where the private key is: on the person's own device, or behind a PIN on a laptop of the secretariat. */
    place: z.enum(['seat', 'desk']),
  }),
  'key.revoked': z.strictObject({ person: z.string(), fingerprint: hex64, reason: z.string() }),
  'answer.given': z.strictObject({
    person: z.string(),
    answer: z.enum(finalAnswers),
    /** The dissent, or why it is refused. */
    text: z.string(),
    /** Who saw the refusal of somebody who answered nothing. */
    witness: z.string(),
    /** SHA-256 of the picture of the handwriting; null without one. */
    picture: hex64.nullable(),
    /** The fingerprint of the ledger the answer is about. */
    head: hex64,
  }),
  'page.attached': z.strictObject({
    /** SHA-256 of the scan or photo of a page signed in ink. */
    file: hex64,
    mime: z.string(),
    name: z.string(),
    /** The sixteen digits in the page's footer, and the whole fingerprint the ledger had when it was printed. */
    printed: z.string().regex(/^[0-9a-f]{16}$/),
    head: hex64,
    /** Whose page it is; null for one that several signed. */
    person: z.string().nullable(),
    note: z.string(),
  }),
  'workbook.sealed': z.strictObject({
    /** SHA-256 of the prepared workbook, before any signature. */
    file: hex64,
    /** SHA-256 of what all sign alike. */
    content: hex64,
    /** The fingerprint of the ledger that lies in it. */
    head: hex64,
    comment: z.string(),
    hardened: z.boolean(),
    signers: z.array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        role: z.string(),
        certificate: hex64,
        statement: z.string(),
      }),
    ),
  }),
  'workbook.signed': z.strictObject({
    file: hex64,
    person: z.string(),
    certificate: hex64,
    /** Stands in the signature as its time. */
    at: z.string(),
    /** The signature in base64. */
    value: z.string(),
  }),
  /** What the program's own verifier said of the finished bytes, after the last signature. */
  'workbook.verified': z.strictObject({
    file: hex64,
    /** SHA-256 of the workbook with every signature in it. */
    finished: hex64,
    /** What it found, in Chinese; empty when everything holds. Of very many the first only. */
    findings: z.array(z.string()),
    /** How many there were. */
    count: z.int().min(0),
  }),
} as const satisfies Record<string, z.ZodType>
