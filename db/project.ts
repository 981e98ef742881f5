/** What each kind of decision does to the rows. The rows are a function of the ledger: replaying it rebuilds them. */
import type { EntryKind } from '#core/ledger/kinds.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import type { WriteHandle } from './open.ts'
import type { Project, Projections } from './projection.ts'
import { deliberationProjections } from './projections/deliberation.ts'
import { devicesProjections } from './projections/devices.ts'
import { packetsProjections } from './projections/packets.ts'
import { panelProjections } from './projections/panel.ts'
import { resultsProjections } from './projections/results.ts'
import { roundProjections } from './projections/round.ts'
import { scoringProjections } from './projections/scoring.ts'
import { signingProjections } from './projections/signing.ts'
import { visitsProjections } from './projections/visits.ts'
import { votesProjections } from './projections/votes.ts'
import * as table from './schema/round.ts'

const projections: Projections = {
  ...roundProjections,
  ...packetsProjections,
  ...panelProjections,
  ...scoringProjections,
  ...deliberationProjections,
  ...visitsProjections,
  ...votesProjections,
  ...resultsProjections,
  ...signingProjections,
  ...devicesProjections,
}

/** Changes the rows as one entry demands. */
export const project: Project = (handle, entry) => {
  const projection = projections[entry.kind as EntryKind] as (...given: [...Parameters<Project>, Project]) => void
  projection(handle, entry, project)
}

/** Writes the one row of a new round, with the scheme as it is today. */
export function insertRound(
  handle: WriteHandle,
  round: Omit<typeof table.rounds.$inferInsert, 'schemeData'> & { schemeData: Scheme },
): void {
  handle.insert(table.rounds).values(round).run()
}
