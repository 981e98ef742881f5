/** What decisions do to the rows: keys, answers and signatures. */
import type { signingKinds } from '#core/ledger/kinds/signing.ts'
import type { Projections } from '../projection.ts'

export const signingProjections: Pick<Projections, keyof typeof signingKinds> = {
  // Keys, answers and signatures are read off the ledger itself: see core/signing.
  'authority.made': () => {},
  'key.certified': () => {},
  'key.revoked': () => {},
  'answer.given': () => {},
  'page.attached': () => {},
  'workbook.sealed': () => {},
  'workbook.signed': () => {},
  'workbook.verified': () => {},
}
