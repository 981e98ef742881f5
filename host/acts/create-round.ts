/** Begins a round: its own file, its own copy of the scheme, the first entry of its ledger. */
import { canonicalJson, fingerprintOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { activityOf, type DecisionKind } from '#core/scheme/scheme.ts'
import { insertRound } from '#db/project.ts'
import type { RoundView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { actorOf, decide } from '../room.ts'
import { showRound } from '../views/round.ts'

/** @throws Refused `unknown-scheme`, `unknown-activity`, `choice-not-offered`. */
export function createRound(
  ctx: Ctx,
  input: {
    title: string
    organiser: string
    scheme: string
    activity: string
    decidedBy?: DecisionKind | undefined
    withRubric?: boolean | undefined
    withVote?: boolean | undefined
    sample?: boolean
  },
): RoundView {
  const { host } = ctx
  const scheme = host.schemes.get(input.scheme) ?? refuse('unknown-scheme', { scheme: input.scheme })
  const activity =
    activityOf(scheme, input.activity) ??
    refuse('unknown-activity', {
      scheme: scheme.id,
      activity: input.activity,
      known: scheme.activities.map(({ id }) => id),
    })
  if (input.withRubric !== undefined && activity.rubric.use !== 'optional') {
    refuse('choice-not-offered', { choice: 'withRubric' })
  }
  if (input.withVote !== undefined && activity.vote.use !== 'optional') {
    refuse('choice-not-offered', { choice: 'withVote' })
  }
  if (input.decidedBy !== undefined && !activity.decision.offered?.includes(input.decidedBy)) {
    refuse('choice-not-offered', { choice: 'decidedBy' })
  }
  const id = host.newId('round')
  const createdAt = timestamp(host)
  const file = host.store.addRound(id, createdAt)
  const sample = input.sample ?? false
  const by = actorOf(ctx)
  const adopted = [
    input.decidedBy === undefined ? null : (['decision', input.decidedBy] as const),
    activity.rubric.use === 'optional' ? (['with-rubric', input.withRubric ?? false] as const) : null,
    activity.vote.use === 'optional' ? (['with-vote', input.withVote ?? false] as const) : null,
  ].filter((choice) => choice !== null)
  decide(
    ctx,
    { id, file },
    [
      {
        kind: 'round.created',
        by,
        subject: id,
        payload: {
          title: input.title,
          organiser: input.organiser,
          scheme: scheme.id,
          schemeVersion: scheme.version,
          schemeFingerprint: fingerprintOf(canonicalJson(scheme)),
          activity: activity.id,
          sample,
        },
      },
      ...adopted.map(([choice, value]) => ({
        kind: 'choice.adopted' as const,
        by,
        subject: id,
        payload: { choice, value, note: '' },
      })),
    ],
    ['round'],
    (handle) =>
      insertRound(handle, {
        id,
        title: input.title,
        organiser: input.organiser,
        scheme: scheme.id,
        schemeVersion: scheme.version,
        schemeData: scheme,
        activity: activity.id,
        sample,
        createdAt,
      }),
    createdAt,
  )
  return showRound(ctx, { round: id })
}
