/** Records what the organiser chose where the document is silent. */
import { exact } from '#core/exact/exact.ts'
import { countingOf } from '#core/ranking/counting.ts'
import { checkWeights } from '#core/ranking/values.ts'
import { refuse } from '#core/refusal.ts'
import { type Choices, choiceSchemas } from '#core/round/choices.ts'
import { rubricProblems } from '#core/rubric/adopted.ts'
import { type ChoiceId, type Rubric, rubricOf, type StageId } from '#core/scheme/scheme.ts'
import type { RoundView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, type Room } from '../room.ts'
import { isFrozenChoice, offeredChoices } from '../views/choices.ts'
import { showRound } from '../views/round.ts'

/** @throws Refused `choice-not-offered`, `rule-frozen`, `bad-input`, `bad-rubric`, `bad-weights`. */
export function adoptChoice(
  ctx: Ctx,
  input: { round: string; choice: ChoiceId; value: unknown; note: string },
): RoundView {
  const room = enter(ctx, input.round)
  const offered = offeredChoices(room).find(({ id }) => id === input.choice)
  if (!offered) return refuse('choice-not-offered', { choice: input.choice })
  const lang = ctx.caller.lang
  if (isFrozenChoice(room, input.choice)) {
    const since: StageId = input.choice === 'vote-rule' ? 'vote' : 'reading'
    const stage = room.stages.find(({ id }) => id === since)?.name[lang] ?? since
    refuse('rule-frozen', { choice: offered.name[lang], stage })
  }
  const value = choiceSchemas[input.choice].safeParse(input.value)
  if (!value.success) {
    return refuse('bad-input', {
      problems: value.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    })
  }
  const { offered: decisions = [] } = room.activity.decision
  if (input.choice === 'decision' && !decisions.some((kind) => kind === value.data)) {
    refuse('choice-not-offered', { choice: String(value.data) })
  }
  const chosen = input.choice === 'own-rubric' ? ownRubric(room, value.data as Rubric | null) : value.data
  if (input.choice === 'aggregation') demandWeights(room, value.data as Choices['aggregation'])
  const wrong = input.choice === 'own-rubric' && chosen ? rubricProblems(chosen as Rubric) : []
  if (wrong.length > 0) refuse('bad-rubric', { problems: wrong.map((problem) => problem[lang]) })
  decide(
    ctx,
    room,
    [
      {
        kind: 'choice.adopted',
        by: actorOf(ctx),
        subject: input.choice,
        payload: { choice: input.choice, value: chosen, note: input.note },
      },
    ],
    ['round'],
  )
  return showRound(ctx, { round: room.id })
}

/** Every block but a bonus weighs, and nothing else. @throws Refused `bad-weights`, `bad-input`. */
function demandWeights({ rubric }: Room, chosen: Choices['aggregation']): void {
  const { weights } = countingOf(chosen)
  if (!weights) return
  const blocks = rubric?.blocks.filter(({ bonus }) => !bonus).map(({ id }) => id) ?? []
  const strange = Object.keys(weights).filter((id) => !blocks.includes(id))
  if (strange.length > 0) refuse('bad-input', { problems: strange })
  const wrong = checkWeights(blocks.map((id) => exact(weights[id] ?? '0')))
  if (wrong) refuse(wrong.code, wrong.detail)
}

/** A rubric that names no grades goes by the grades of the one it stands in for. */
function ownRubric({ scheme, activity }: Room, rubric: Rubric | null): Rubric | null {
  if (!rubric || rubric.grades.length > 0) return rubric
  return { ...rubric, grades: rubricOf(scheme, activity)?.grades ?? [] }
}
