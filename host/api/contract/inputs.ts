/** Pieces that several methods' inputs share. */
import * as z from 'zod'

export const id = z.string().min(1).max(80)
export const line = z.string().max(200)
export const long = z.string().max(20_000)
export const round = { round: id }
export const ofPacket = { round: id, packet: id }
export const ofExpert = { round: id, expert: id }
export const ofSheet = { round: id, expert: id, packet: id }
export const proof = z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}$/), page: z.int().min(1) })
export const factValue = z.union([z.boolean(), z.string().max(40), z.int(), z.array(z.int()).max(10)])
export const fieldValue = z.union([long, z.array(z.record(z.string(), long)).max(200)])
export const expertInput = z.strictObject({
  name: line.min(1),
  unit: line.default(''),
  post: line.default(''),
  phone: line.default(''),
  sourceKind: line.default(''),
  specialty: line.default(''),
})
/** What an expert writes for one item; null takes the entry back. */
export const judgementInput = z.strictObject({
  deduct: z.string().max(20),
  reason: z.string().max(2_000).default(''),
  pins: z.array(proof).max(50).default([]),
})

/** Answers are ours: they carry a type for the screens and need no check at run time. */
export const answer = <T>() => z.custom<T>()

/** The secretary's signing PIN, with an act that needs the signature. */
export const pin = z.string().min(6).max(64).optional()
