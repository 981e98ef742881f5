/** Passphrases that are told by mouth and copied from paper. */
import type { Host } from './host.ts'

/** No sign that can be taken for another. */
const clear = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Groups of four: "7KQM-2F9X-HP3T". Three groups have 59 bits. */
export function newPassphrase(host: Host, groups = 3): string {
  const bytes = Buffer.from(host.newSecret(groups * 8), 'base64url')
  const letters = [...bytes.subarray(0, groups * 4)].map((byte) => clear[byte % clear.length])
  return Array.from({ length: groups }, (_, at) => letters.slice(at * 4, at * 4 + 4).join('')).join('-')
}
