/** The tables of one round's file. All but those of {@link keptApart} can be rebuilt from the ledger. */
import { bundleKeys } from './bundles.ts'
import { floor } from './deliberation.ts'
import { ledger, unseenHeads, waitingEntries } from './ledger.ts'
import { paperReads, paperTexts } from './packets.ts'
import { seatKeys } from './people.ts'
import { visitDrafts, visitPlanDraft } from './visits.ts'

export { bundleKeys } from './bundles.ts'
export { finalList, floor, minutes } from './deliberation.ts'
export { ledger, unseenHeads, waitingEntries } from './ledger.ts'
export {
  eligibilityDecisions,
  eligibilityFacts,
  facts,
  imports,
  packetFields,
  packetFiles,
  packets,
  packetVersions,
  paperReads,
  paperTexts,
} from './packets.ts'
export { alternates, attendance, experts, formerMembers, members, officers, recusals, seatKeys } from './people.ts'
export { lineDecisions, objections, publications, results } from './results.ts'
export { arrangements, doubts, judgements, reconsiderations, sheets } from './scoring.ts'
export { choices, closedStages, reopenings, rounds } from './stages.ts'
export { visitDrafts, visitPlanDraft, visitSignatures, visitStops, visits } from './visits.ts'
export { ballots, votes } from './votes.ts'

/** Tables that do not follow from the ledger: a rebuild leaves them alone. */
export const keptApart = [
  ledger,
  waitingEntries,
  unseenHeads,
  bundleKeys,
  seatKeys,
  floor,
  paperReads,
  paperTexts,
  visitPlanDraft,
  visitDrafts,
] as const
