/** The closed list of decisions a ledger can hold, each with the shape of its payload. */
import type * as z from 'zod'
import { deliberationKinds } from './kinds/deliberation.ts'
import { devicesKinds } from './kinds/devices.ts'
import { packetsKinds } from './kinds/packets.ts'
import { panelKinds } from './kinds/panel.ts'
import { resultsKinds } from './kinds/results.ts'
import { roundKinds } from './kinds/round.ts'
import { scoringKinds } from './kinds/scoring.ts'
import { signingKinds } from './kinds/signing.ts'
import { visitsKinds } from './kinds/visits.ts'
import { votesKinds } from './kinds/votes.ts'

export {
  attendanceEvents,
  ballotChoices,
  conflictKinds,
  drawTranscript,
  type FactValue,
  type FieldValue,
  finalAnswers,
  type Judgement,
  type Notice,
  type PacketFile,
  type PaperEntry,
  type Proof,
  type ScanFile,
  votePurposes,
  type WrittenDraw,
} from './kinds/vocabulary.ts'

/** Payload schema of every kind of entry. Adding a kind is one entry in kinds/, db/projections and sentences/, each in the file of its noun. */
export const entryKinds = {
  ...roundKinds,
  ...packetsKinds,
  ...panelKinds,
  ...scoringKinds,
  ...deliberationKinds,
  ...visitsKinds,
  ...votesKinds,
  ...resultsKinds,
  ...signingKinds,
  ...devicesKinds,
} as const satisfies Record<string, z.ZodType>

export type EntryKind = keyof typeof entryKinds
export type Payload<K extends EntryKind> = z.infer<(typeof entryKinds)[K]>
