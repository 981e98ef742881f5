/** What a bundle says about itself: its kind, its round, and the fingerprint of everything in it. */
import * as z from 'zod'

/** A round taken along to another device; what was decided there, brought back; a finished round to keep. */
export const bundleKinds = ['package', 'work', 'archive'] as const
export type BundleKind = (typeof bundleKinds)[number]

/** The one version this program writes; it reads this one and none above. */
export const bundleVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const end = z.object({ chain: z.string(), seq: z.int().min(1), hash: sha256 })

/** What may be read of a locked bundle without its key. */
export const bundleLabel = z.object({
  kind: z.enum(bundleKinds),
  version: z.int().min(1),
  round: z.string().min(1).max(80),
  title: z.string(),
  /** The chain of the device that made it. */
  from: z.string(),
  at: z.string(),
})
export type BundleLabel = z.infer<typeof bundleLabel>

export const manifestSchema = bundleLabel.extend({
  format: z.literal('jiangping'),
  /** Fingerprint of the ledger in it. */
  head: sha256,
  entries: z.int(),
  ends: z.array(end),
  ledger: sha256,
  scheme: sha256,
  files: z.array(sha256),
  /** In a package: whom to lock the work for, and the secret that proves it came from this package. */
  reply: z.object({ recipient: z.string(), seal: z.string() }).nullable(),
  /** In work: proof that its maker held a package of the round. */
  proof: z.string().nullable(),
})
export type Manifest = z.infer<typeof manifestSchema>
