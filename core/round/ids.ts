/** Names of things that cross rooms. Branded, so that an expert's id is never passed where a packet's belongs. */

export type RoundId = string & { readonly brand: 'round' }
export type PacketId = string & { readonly brand: 'packet' }
export type ExpertId = string & { readonly brand: 'expert' }

/** SHA-256 of a file's bytes, lower-case hex: the name under which the store keeps it. */
export type FileHash = string & { readonly brand: 'file' }

/** The two things a round can be about in the first schemes; a scheme may name others. */
export type ActivityId = string
