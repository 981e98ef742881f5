/** Lints of one activity: what decides, and stages that lead there through gates. */
import { text } from '../../lang.ts'
import type { Activity, ChoiceId, DecisionKind, GateId, StageId } from '../activity.ts'
import { itemsOf } from '../rubric.ts'
import { rubricOf, type Scheme } from '../scheme.ts'
import { at, type Finding, repeated } from './finding.ts'

/** Everything wrong with one activity. */
export function lintActivity(scheme: Scheme, activity: Activity): Finding[] {
  return [...lintDecision(scheme, activity), ...lintChoices(scheme, activity), ...lintStages(activity)]
}

/** Every way this activity may be decided. */
function decisionsOf({ decidedBy, decision }: Activity): readonly DecisionKind[] {
  return decidedBy === 'adopted' ? (decision.offered ?? []) : [decidedBy]
}

function lintDecision(scheme: Scheme, activity: Activity): Finding[] {
  const { error } = at(`activities.${activity.id}`)
  const rubric = rubricOf(scheme, activity)
  const kinds = decisionsOf(activity)
  const needsPoints = kinds.some((kind) => kind === 'grade' || kind === 'order')
  const has = (stage: StageId) => activity.stages.some(({ id }) => id === stage)
  const settles = activity.stages.some(({ gates }) => gates.includes('final-list-settled'))
  return [
    kinds.length === 0 && error('nothing-decides', text('没有写按什么确定结果', 'Nothing decides'), 'decision'),
    activity.rubric.use !== 'never' &&
      !rubric &&
      error(
        'unknown-rubric',
        text(`没有评分标准 ${activity.rubric.id ?? ''}`, `There is no rubric ${activity.rubric.id ?? ''}`),
        'rubric',
      ),
    needsPoints &&
      activity.rubric.use === 'never' &&
      error(
        'decides-without-points',
        text('按评分确定结果，却不评分', 'Points decide, and there is no scoring'),
        'rubric',
      ),
    kinds.includes('grade') &&
      rubric?.grades.length === 0 &&
      error(
        'decides-without-grades',
        text('按评分定等次，评分标准却没有等次', 'Grades decide, and the rubric has none'),
        'decision',
      ),
    kinds.includes('vote') &&
      activity.vote.use === 'never' &&
      error('decides-without-vote', text('由表决确定结果，却不表决', 'A vote decides, and none is held'), 'vote'),
    activity.vote.use !== 'never' &&
      !has('vote') &&
      error(
        'missing-stage',
        text('可以表决，却没有表决阶段', 'A vote may be held, and there is no stage for it'),
        'stages',
      ),
    kinds.includes('order') &&
      !settles &&
      error(
        'stage-without-gate',
        text(
          '按评分顺序提出名单，却没有阶段检查名单是否已提出',
          'A list decides, and no stage checks that it is settled',
        ),
        'stages',
      ),
  ].filter((finding) => finding !== false)
}

function lintChoices(scheme: Scheme, activity: Activity): Finding[] {
  const { error } = at(`activities.${activity.id}`)
  const asked = new Set(scheme.choices.map(({ id }) => id))
  const rubric = activity.rubric.use === 'never' ? undefined : rubricOf(scheme, activity)
  const items = rubric ? itemsOf(rubric) : []
  const wanted: [ChoiceId, boolean][] = [
    ['decision', activity.decidedBy === 'adopted'],
    ['with-rubric', activity.rubric.use === 'optional'],
    ['with-visit', activity.visit?.use === 'optional'],
    ['with-vote', activity.vote.use === 'optional'],
    ['vote-rule', activity.vote.use !== 'never'],
    ['aggregation', rubric !== undefined],
    ['fraction', items.some(({ rule }) => rule.kind === 'shortfall' && rule.fractions)],
    ['bonus-in-grade', rubric !== undefined && rubric.grades.length > 0 && rubric.blocks.some(({ bonus }) => bonus)],
  ]
  return wanted
    .filter(([choice, isWanted]) => isWanted && !asked.has(choice))
    .map(([choice]) =>
      error(
        'unasked-choice',
        text(
          `要由组织单位选定“${choice}”，方案却没有这个问题`,
          `The organiser must choose "${choice}", and the scheme does not ask`,
        ),
        `choices.${choice}`,
      ),
    )
}

/** The stage in which what a gate asks for can be done; it must not come after the gate. */
const doneIn: Partial<Record<GateId, StageId>> = {
  'some-packet-imported': 'import',
  'every-packet-checked': 'material-check',
  'panel-valid': 'panel',
  'every-declaration-made': 'recusal',
  'every-sheet-submitted': 'reading',
  'every-visit-recorded': 'visit',
  'every-minutes-recorded': 'deliberation',
  'final-list-settled': 'deliberation',
  'every-vote-closed': 'vote',
  'result-frozen': 'result',
}

const inOrder: readonly StageId[] = ['import', 'material-check', 'panel', 'recusal', 'reading', 'result', 'export']

function lintStages({ id, stages }: Activity): Finding[] {
  const { error } = at(`activities.${id}.stages`)
  const ids = stages.map((stage) => stage.id)
  const missing = inOrder.filter((stage) => !ids.includes(stage))
  const places = inOrder.map((stage) => ids.indexOf(stage)).filter((place) => place >= 0)
  const upToReading = stages.slice(0, ids.indexOf('reading'))
  const isFixed = upToReading.some(({ gates }) => gates.includes('scoring-rules-adopted'))
  return [
    ...repeated(ids).map((stage) => error('repeated-id', text('阶段重复', 'The stage stands twice'), stage)),
    ...missing.map((stage) => error('missing-stage', text('缺少这个阶段', 'This stage is missing'), stage)),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0))
      ? [error('stage-order', text('阶段的先后不能这样排', 'The stages cannot come in this order'))]
      : []),
    ...(isFixed
      ? []
      : [
          error(
            'stage-without-gate',
            text('审阅开始前没有阶段固定打分规则', 'No stage before reading fixes the rules of scoring'),
            'reading',
          ),
        ]),
    ...stages
      .filter((stage) => stage.gates.length === 0 && stage.id !== 'export')
      .map((stage) =>
        error(
          'stage-without-gate',
          text('没有关口：什么也不做就能结束', 'No gate: it can be closed with nothing done'),
          stage.id,
        ),
      ),
    ...stages.flatMap((stage, index) =>
      stage.gates.flatMap((gate) => {
        const source = doneIn[gate]
        if (source === undefined || ids.slice(0, index + 1).includes(source)) return []
        const why = text(
          `关口“${gate}”要办的事在“${source}”阶段，那个阶段不在它之前`,
          `The gate "${gate}" asks for what is done in "${source}", which does not come before`,
        )
        return [error('gate-too-early', why, stage.id)]
      }),
    ),
  ]
}
