/** What a cell of the workbook claims to show: a result that anybody can recompute from the acts. */

/** Everything a cell can claim. */
export const claimKinds = [
  'item',
  'subtotal',
  'base',
  'bonus',
  'total',
  'counted',
  'deduct',
  'reason',
  'opinion',
  'mean',
  'trimmed-mean',
  'median',
  'value',
  'exact',
  'rank',
  'grade',
  'ballot',
  'for',
  'against',
  'abstain',
  'votes',
  'needed',
  'passed',
  'decision',
  'W',
  'W-uncorrected',
] as const
export type ClaimKind = (typeof claimKinds)[number]

/** What, of which application, by which expert, for which item or block. */
export type Claim = readonly [kind: ClaimKind, packet: string, expert?: string, item?: string]
