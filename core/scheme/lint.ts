/** Everything a machine can find wrong with a scheme, each finding with its place and its reason. */
import { text } from '../lang.ts'
import { lintActivity } from './lint/activity.ts'
import { lintClauses } from './lint/clauses.ts'
import { lintConditions } from './lint/conditions.ts'
import { at, type Finding, repeated } from './lint/finding.ts'
import { lintRubric } from './lint/rubric.ts'
import type { Scheme } from './scheme.ts'

/** Lints a scheme that parses. Errors first; nothing found, nothing returned. */
export function lintScheme(scheme: Scheme): Finding[] {
  const findings = [
    ...lintIdentity(scheme),
    ...scheme.rubrics.flatMap(lintRubric),
    ...scheme.activities.flatMap((activity) => lintActivity(scheme, activity)),
    ...lintConditions(scheme),
    ...lintClauses(scheme),
  ]
  return findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

function lintIdentity({ document, naming, activities, rubrics, levels, choices }: Scheme): Finding[] {
  const { error } = at('document')
  const blanks = [...naming.template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const unknown = blanks.filter((blank) => !['leader', 'occupation', 'unit'].includes(blank))
  const used = new Set(activities.flatMap(({ rubric }) => rubric.id ?? []))
  const doubles = [
    ['activities', activities],
    ['rubrics', rubrics],
    ['levels', levels],
    ['choices', choices],
  ] as const
  return [
    ...(document.validTo !== null && document.validTo < document.validFrom
      ? [error('bounds', text('失效日早于生效日', 'It ends before it begins'), 'validTo')]
      : []),
    ...(blanks.length === 0 || unknown.length > 0
      ? [
          at('naming').error(
            'naming',
            text(
              '命名办法里应有 {leader}、{occupation} 或 {unit}，不能有别的空',
              'The naming template holds {leader}, {occupation} or {unit}, and no other blank',
            ),
            'template',
          ),
        ]
      : []),
    ...doubles.flatMap(([path, list]) =>
      repeated(list.map(({ id }) => id)).map((id) =>
        at(path).error('repeated-id', text(`编号 ${id} 用了两次`, `The id ${id} is used twice`), id),
      ),
    ),
    ...rubrics
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => at('rubrics').warning('unused-rubric', text('没有活动用到', 'No activity uses it'), id)),
  ]
}

export type { Finding }
