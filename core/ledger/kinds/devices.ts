/** Many devices: merging their chains and deciding between their versions. */
import * as z from 'zod'

export const devicesKinds = {
  /** How far this device knew the chains of the others when it went on deciding. */
  'ledger.merged': z.strictObject({
    seen: z.array(z.strictObject({ chain: z.string(), seq: z.int().min(1), hash: z.string().length(64) })).min(1),
  }),
  /** Tablets refused the certificate: the secretary opened the network without encryption, knowing what is then lost. */
  'lan.unencrypted': z.strictObject({ reason: z.string().min(1) }),
  /** A person says which of several versions handed in on different devices is the one that counts. */
  'conflict.decided': z.strictObject({
    about: z.enum(['sheet', 'ballot']),
    packet: z.string(),
    expert: z.string(),
    kept: z.string().length(64),
    setAside: z.array(z.string().length(64)).min(1),
    reason: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>
