/** Which stages a round has, where it stands, and what may happen in which. */
import type { Activity, DecisionKind, Scheme, StageDefinition, StageId } from '../scheme/scheme.ts'
import type { Choices } from './choices.ts'

/** What decides this round: the document's way, or the organiser's where the document is silent; null until chosen. */
export function decisionOf(activity: Activity, choices: Choices): DecisionKind | null {
  return activity.decidedBy === 'adopted' ? (choices.decision ?? null) : activity.decidedBy
}

/** True when experts of this round fill a rubric's sheet: prescribed by the document, or adopted by the organiser. */
export function usesRubric(activity: Activity, choices: Choices): boolean {
  const decision = decisionOf(activity, choices)
  const byPoints = decision === 'order' || decision === 'grade'
  return needed(activity.rubric.use, choices['with-rubric'] === true || byPoints)
}

/** True when this round ends in a named vote: prescribed by the document, or adopted by the organiser. */
export function usesVote(activity: Activity, choices: Choices): boolean {
  return needed(activity.vote.use, choices['with-vote'] === true || decisionOf(activity, choices) === 'vote')
}

function needed(use: Activity['vote']['use'], adopted: boolean): boolean {
  return use === 'always' || (use === 'optional' && adopted)
}

/** The stages of this round, in order. */
export function stagesOf(activity: Activity, choices: Choices): StageDefinition[] {
  const has = {
    'with-rubric': usesRubric(activity, choices),
    'with-visit': needed(activity.visit?.use ?? 'optional', choices['with-visit'] === true),
    'with-vote': usesVote(activity, choices),
  }
  return activity.stages.filter((stage) => !stage.onlyWith || has[stage.onlyWith])
}

/** The first stage that is not closed; the last one when all are. */
export function stageNow(stages: readonly StageDefinition[], closed: ReadonlyMap<StageId, string>): StageDefinition {
  const now = stages.find((stage) => !closed.has(stage.id)) ?? stages.at(-1)
  if (!now) throw new Error('a scheme without stages')
  return now
}

/** True when `stage` has begun: it, or a later one, is the one now. */
export function hasBegun(stages: readonly StageDefinition[], now: StageId, stage: StageId): boolean {
  const ids = stages.map(({ id }) => id)
  const place = ids.indexOf(stage)
  return place >= 0 && ids.indexOf(now) >= place
}

/** The scheme's own word for a stage in this activity. */
export function stageName(scheme: Scheme, activity: string, stage: StageId) {
  const found = scheme.activities.find(({ id }) => id === activity)?.stages.find(({ id }) => id === stage)
  return found?.name ?? { 'zh-CN': stage, en: stage }
}

/** Everything that can be done in a round and is bound to a stage. */
export type Deed =
  | 'import-packets'
  | 'correct-fields'
  | 'check-packets'
  | 'record-facts'
  | 'list-experts'
  | 'set-panel'
  | 'declare-recusal'
  | 'read-packets'
  | 'score'
  | 'score-again'
  | 'print-sheets'
  | 'raise-doubt'
  | 'reconsider'
  | 'plan-visits'
  | 'record-visit'
  | 'sign-visit'
  | 'record-minutes'
  | 'settle-list'
  | 'vote'
  | 'freeze-result'
  | 'export-papers'
  | 'publish'

const before: StageId[] = ['import', 'material-check']
const room: StageId[] = ['reading', 'visit', 'deliberation']

/** The stages in which each deed is allowed; the one table that acts and screens share. */
export const deedStages: Readonly<Record<Deed, readonly StageId[]>> = {
  'import-packets': before,
  'correct-fields': [...before, 'panel', 'recusal'],
  'check-packets': before,
  'record-facts': [...before, 'panel', 'recusal', ...room],
  'list-experts': [...before, 'panel'],
  'set-panel': [...before, 'panel'],
  'declare-recusal': ['recusal', ...room, 'vote'],
  'read-packets': [...room, 'vote', 'result', 'export'],
  score: ['reading'],
  // A sheet that was returned can be handed in again until the result.
  'score-again': room,
  // The evening before, and as long as a sheet may still be handed in.
  'print-sheets': ['recusal', ...room],
  'raise-doubt': room,
  // After the sheets are closed and before anything is decided on them.
  reconsider: ['visit', 'deliberation'],
  // Who goes where is arranged while the sheets are still being filled.
  'plan-visits': ['recusal', 'reading', 'visit'],
  'record-visit': ['visit'],
  'sign-visit': ['visit', 'deliberation'],
  'record-minutes': ['deliberation'],
  'settle-list': ['deliberation'],
  vote: ['vote'],
  'freeze-result': ['result'],
  'export-papers': ['result', 'export'],
  publish: ['export'],
}

/** True when `deed` may be done while the round is at `stage`. */
export function mayDo(deed: Deed, stage: StageId): boolean {
  return deedStages[deed].includes(stage)
}
