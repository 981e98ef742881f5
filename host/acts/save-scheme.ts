/** Keeps a scheme made in the program: a new one, or a new version of one there is. What the document says stays as it is. */
import type { Lang } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import { changedText } from '#core/scheme/changes.ts'
import { lintScheme } from '#core/scheme/lint.ts'
import { type Scheme, schemeSchema } from '#core/scheme/scheme.ts'
import type { SchemeView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { keepVersion } from '../scheme-shelf.ts'
import { showScheme, versionsOf } from '../views/schemes.ts'

/**
 * A version that no round runs by and that was made here may be replaced; any other change is the next version.
 * @throws Refused `bad-input`, `scheme-has-errors`, `scheme-version`, `scheme-frozen`, `text-value-changed`.
 */
export function saveScheme(ctx: Ctx, input: { scheme: unknown; reason: string }): SchemeView {
  const { host, caller } = ctx
  const parsed = schemeSchema.safeParse(input.scheme)
  if (!parsed.success) {
    return refuse('bad-input', {
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    })
  }
  const scheme = parsed.data
  demandSound(scheme, caller.lang)
  const versions = versionsOf(host, scheme.id)
  const newest = versions.at(-1)
  const same = versions.find(({ version }) => version.version === scheme.version)
  if (same && (same.version.source === 'shipped' || same.version.rounds > 0)) {
    refuse('scheme-frozen', { scheme: scheme.id, version: scheme.version, next: (newest?.scheme.version ?? 0) + 1 })
  }
  const next = (newest?.scheme.version ?? 0) + 1
  if (!(same && same === newest) && scheme.version !== next) {
    refuse('scheme-version', { scheme: scheme.id, version: scheme.version, next })
  }
  const before = versions.filter(({ scheme: one }) => one.version < scheme.version).at(-1)
  const changed = before ? changedText(before.scheme, scheme) : []
  if (changed.length > 0) refuse('text-value-changed', { places: changed })
  keepVersion(host.store.folder, { scheme, reason: input.reason.trim(), by: caller.name, at: timestamp(host) })
  host.schemes.set(scheme.id, scheme)
  return showScheme(ctx, { scheme: scheme.id, version: scheme.version })
}

function demandSound(scheme: Scheme, lang: Lang): void {
  const errors = lintScheme(scheme).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  refuse('scheme-has-errors', {
    count: errors.length,
    errors: errors.map(({ where, why }) => `${where}: ${why[lang]}`),
  })
}
