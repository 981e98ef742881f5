/** The schemes of this store, each with its coverage and lint, and a check of a file that is not in it yet. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import { coverageOf } from '#core/scheme/coverage.ts'
import { type Finding, lintScheme } from '#core/scheme/lint.ts'
import { type Scheme, schemeSchema } from '#core/scheme/scheme.ts'
import { theRound } from '#db/queries/rounds.ts'
import type { SchemeCheck, SchemeSummary, SchemeVersion, SchemeView } from '../api/shapes.ts'
import type { Ctx, Host } from '../host.ts'
import { ownVersions, shippedSchemes } from '../scheme-shelf.ts'
import { readSchemeFolder } from '../schemes.ts'

/** Every scheme the program has, the newest version of each. */
export function listSchemes({ host }: Ctx): SchemeSummary[] {
  return [...host.schemes.values()].map((scheme) => {
    const findings = lintOnce(scheme)
    const errors = findings.filter(({ severity }) => severity === 'error').length
    return {
      id: scheme.id,
      version: scheme.version,
      source: sourceOf(scheme),
      title: scheme.title,
      short: scheme.short,
      number: scheme.document.number,
      issuer: scheme.document.issuer,
      validFrom: scheme.document.validFrom,
      validTo: scheme.document.validTo,
      activities: scheme.activities.map(({ id, name, clause, rubric, vote, decidedBy, decision }) => ({
        id,
        name,
        clause,
        rubric: rubric.use,
        vote: vote.use,
        decidedBy,
        offered: decision.offered ?? [],
      })),
      coverage: coverageOf(scheme),
      lint: { errors, warnings: findings.length - errors, findings },
    }
  })
}

/** @throws Refused `unknown-scheme`, also when there is no such version. */
export function showScheme({ host }: Ctx, input: { scheme: string; version?: number | undefined }): SchemeView {
  const newest = host.schemes.get(input.scheme) ?? refuse('unknown-scheme', { scheme: input.scheme })
  const all = versionsOf(host, newest.id)
  const wanted = input.version ?? newest.version
  const found = all.find(({ scheme }) => scheme.version === wanted)
  if (!found) return refuse('unknown-scheme', { scheme: `${input.scheme} v${wanted}` })
  const { scheme } = found
  return {
    scheme,
    source: found.version.source,
    frozen: found.version.source === 'shipped' || found.version.rounds > 0,
    versions: all.map(({ version }) => version),
    coverage: coverageOf(scheme),
    findings: lintOnce(scheme),
  }
}

/** Every version of a scheme, the oldest first, with the number of rounds that run by it. */
export function versionsOf(host: Host, id: string): { scheme: Scheme; version: SchemeVersion }[] {
  const shipped = shippedSchemes().get(id)
  const rounds = roundsBy(host, id)
  const first = shipped
    ? [{ scheme: shipped, version: { source: 'shipped' as const, reason: '', by: '', at: null } }]
    : []
  const own = ownVersions(host.store.folder, id).map(({ scheme, reason, by, at }) => ({
    scheme,
    version: { source: 'own' as const, reason, by, at },
  }))
  return [...first, ...own].map(({ scheme, version }) => ({
    scheme,
    version: { ...version, version: scheme.version, rounds: rounds.get(scheme.version) ?? 0 },
  }))
}

function roundsBy({ store }: Host, id: string): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { id: round } of store.rounds()) {
    const row = theRound(store.round(round))
    if (row?.scheme === id) counts.set(row.schemeVersion, (counts.get(row.schemeVersion) ?? 0) + 1)
  }
  return counts
}

/**
 * Checks a scheme that may not even parse.
 * @throws Refused `not-found`, `not-json`.
 */
export function checkScheme(_: Ctx, input: { path: string } | { scheme: unknown }): SchemeCheck {
  const parsed = schemeSchema.safeParse('path' in input ? readSchemeAt(input.path) : input.scheme)
  if (!parsed.success) {
    const findings = parsed.error.issues.map(({ path: place, message }) => ({
      severity: 'error' as const,
      lint: 'shape',
      where: place.map(String).join('.'),
      why: same(message),
    }))
    return { id: null, version: null, ok: false, findings, coverage: null }
  }
  const findings = lintScheme(parsed.data)
  const { id, version } = parsed.data
  const ok = !findings.some(({ severity }) => severity === 'error')
  return { id, version, ok, findings, coverage: coverageOf(parsed.data) }
}

function readSchemeAt(place: string): unknown {
  if (!existsSync(place)) return refuse('not-found', { path: place })
  try {
    if (statSync(place).isDirectory()) return readSchemeFolder(place)
    if (path.basename(place) === 'scheme.json') return readSchemeFolder(path.dirname(place))
    const data = JSON.parse(readFileSync(place, 'utf8'))
    // What the program keeps is the scheme with its reason around it.
    return data?.scheme && data.reason !== undefined ? data.scheme : data
  } catch (error) {
    return refuse('bad-scheme-file', { path: place, why: error instanceof Error ? error.message : String(error) })
  }
}

const same = (words: string): Text => ({ 'zh-CN': words, en: words })

function sourceOf(scheme: Scheme): SchemeSummary['source'] {
  return shippedSchemes().get(scheme.id) === scheme ? 'shipped' : 'own'
}

const linted = new WeakMap<Scheme, Finding[]>()
function lintOnce(scheme: Scheme): Finding[] {
  const known = linted.get(scheme) ?? lintScheme(scheme)
  linted.set(scheme, known)
  return known
}
