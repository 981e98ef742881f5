/** Words and shapes that several kinds of entry share. */
import * as z from 'zod'

export const proof = z.strictObject({ file: z.string(), page: z.int().min(1) })
export type Proof = z.infer<typeof proof>

export const factValue = z.union([z.boolean(), z.string(), z.int(), z.array(z.int())])
export type FactValue = z.infer<typeof factValue>

export const rows = z.array(z.record(z.string(), z.string()))
export const fieldValue = z.union([z.string(), rows])
export type FieldValue = z.infer<typeof fieldValue>

/** A refusal as the record keeps it; its sentence is made when it is shown. */
export const notice = z.strictObject({ code: z.string(), detail: z.record(z.string(), z.json()) })
export type Notice = z.infer<typeof notice>

export const packetFile = z.strictObject({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['form', 'pdf', 'photo', 'sheet', 'other']),
  mime: z.string(),
  size: z.int(),
  pages: z.int().nullable(),
  problem: notice.nullable(),
  /** Of a photo: pixels, how far clockwise it is to be turned, the day it was taken. */
  photo: z
    .strictObject({ width: z.int(), height: z.int(), turn: z.int(), taken: z.string().nullable() })
    .nullable()
    .optional(),
})
export type PacketFile = z.infer<typeof packetFile>

/** One expert's judgement on one item: what is deducted and why, and the pages it rests on. */
export const judgement = z.strictObject({
  deduct: z.string(),
  reason: z.string(),
  pins: z.array(proof),
})
export type Judgement = z.infer<typeof judgement>

/** The scan or photo of a paper sheet, as it lies among the round's files. */
export const scanFile = z.strictObject({ sha256: z.string(), name: z.string(), mime: z.string() })
export type ScanFile = z.infer<typeof scanFile>

/** Who entered a paper sheet, who entered it a second time from the same paper, what its scan is called, and the scan itself. */
export const paperEntry = z.strictObject({
  first: z.string(),
  second: z.string(),
  scan: z.string(),
  file: scanFile.optional(),
})
export type PaperEntry = z.infer<typeof paperEntry>

const voteChoices = ['for', 'against', 'abstain'] as const
/** What a returned ballot can say: a paper ballot that cannot be read counts as returned and as nothing else. */
export const ballotChoices = [...voteChoices, 'invalid'] as const
export const votePurposes = ['first', 'repeat', 'run-off'] as const
/** What a recusal rests on. The documents name no look-back; three years are what such declarations use, and the form says so. */
export const conflictKinds = [
  'same-unit',
  'former-unit',
  'relative',
  'teacher-or-student',
  'cooperation',
  'interest',
  'other',
] as const

export const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
/** What a signer may say at the end. Silence is none of them. */
export const finalAnswers = ['sign', 'dissent', 'refuse'] as const

export const attendanceEvents = ['arrived', 'late', 'left', 'left-early'] as const

export const drawPlan = z.strictObject({
  pool: z.array(
    z.strictObject({ name: z.string(), unit: z.string(), classes: z.array(z.string()), sourceKind: z.string() }),
  ),
  exclusions: z.array(z.strictObject({ name: z.string(), unit: z.string(), reason: z.string() })),
  places: z.array(z.strictObject({ class: z.string(), count: z.int().min(1) })).min(1),
  alternates: z.int().min(0),
  witnesses: z.array(z.string()).min(1),
})
export const drawn = z.strictObject({ name: z.string(), unit: z.string(), class: z.string(), ticket: z.string() })
export const drawResult = z.strictObject({ members: z.array(drawn), alternates: z.array(drawn) })
/** A whole draw as it is handed to whoever wants to repeat it. */
export const drawTranscript = z.strictObject({
  plan: drawPlan,
  fingerprint: z.string(),
  entropy: z.string(),
  entropySource: z.string(),
  result: drawResult,
})

export type WrittenDraw = z.infer<typeof drawTranscript>
