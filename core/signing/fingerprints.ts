/** Fingerprints as people read them out and compare them. */

/** In large letters and fours. */
export function inFours(fingerprint: string): string {
  return fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
}
