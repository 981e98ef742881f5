/** Lints of the list of articles: that every reference leads somewhere, and every rule comes from an article. */
import { text } from '../../lang.ts'
import { referenceIn } from '../reference.ts'
import type { Scheme } from '../scheme.ts'
import { at, type Finding, repeated } from './finding.ts'

/** Everything wrong between the articles and what encodes them. */
export function lintClauses(scheme: Scheme): Finding[] {
  const { clauses } = scheme
  if (!clauses) {
    return [
      at('clauses').warning(
        'no-clauses',
        text(
          '没有逐条列出原文，看不出哪些条款没有编入',
          'The articles are not listed, so that what is left out cannot be seen',
        ),
      ),
    ]
  }
  const { error, warning } = at('clauses')
  const cited = new Set(clauses.flatMap(({ by = [] }) => by))
  const own = [
    ...scheme.conditions,
    ...scheme.materials,
    ...(scheme.eligibility?.rules ?? []),
    ...scheme.activities.flatMap(({ steps }) => steps),
  ].map(({ id }) => id)
  const deadlines = (scheme.deadlines ?? []).map(({ id }) => id).filter((id) => !cited.has(`deadlines.${id}`))
  const uncited = [...new Set([...own.filter((id) => !cited.has(id)), ...deadlines])].filter(
    (id) => !cited.has(`deadlines.${id}`),
  )
  const articles = new Set(clauses.map(({ clause }) => articleOf(clause)))
  return [
    ...repeated(clauses.map(({ clause }) => clause)).map((clause) =>
      error('repeated-id', text('同一条列了两次', 'The article stands twice'), clause),
    ),
    ...clauses.flatMap(({ clause, by = [] }) =>
      by
        .filter((reference) => referenceIn(scheme, reference) === null)
        .map((reference) =>
          error('unknown-reference', text(`方案里没有 ${reference}`, `The scheme has no ${reference}`), clause),
        ),
    ),
    ...uncited.map((id) => warning('uncited-rule', text('没有一条原文引到它', 'No article leads to it'), id)),
    ...originsIn(scheme)
      .filter(({ clause }) => !articles.has(articleOf(clause)))
      .map(({ path, clause }) =>
        at(path).error('unknown-clause', text(`原文清单里没有“${clause}”`, `The list of articles has no "${clause}"`)),
      ),
  ]
}

/** "第七条（四）3" → "第七条"; "五（二）" → "五"; "附件（专家信息）" → "附件". */
function articleOf(clause: string): string {
  return /^(第[一二三四五六七八九十]+条|附件\d*|[一二三四五六七八九十]+)/.exec(clause)?.[0] ?? clause
}

/** Every value that claims to be text, with its clause and where it stands. */
function originsIn(value: unknown, path = ''): { path: string; clause: string }[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => originsIn(entry, `${path}.${keyOf(entry) ?? index}`))
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  const own =
    record.source === 'text' && typeof record.clause === 'string'
      ? [{ path: path.slice(1), clause: record.clause }]
      : []
  return [...own, ...Object.entries(record).flatMap(([key, entry]) => originsIn(entry, `${path}.${key}`))]
}

function keyOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null
  const { id, key } = entry as { id?: unknown; key?: unknown }
  return typeof id === 'string' ? id : typeof key === 'string' ? key : null
}
