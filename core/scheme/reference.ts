/** References into a scheme: a rule's id, or a dotted path whose list members go by their id. */
import { type Text, text } from '../lang.ts'
import type { Scheme } from './scheme.ts'

/** What a reference leads to: the value, and where it stands as a path. */
export type Target = { readonly path: string; readonly value: unknown }

/** Finds what `reference` names; null when the scheme has no such thing. */
export function referenceIn(scheme: Scheme, reference: string): Target | null {
  const lists = [
    ['eligibility.rules', scheme.eligibility?.rules ?? []],
    ['conditions', scheme.conditions],
    ['materials', scheme.materials],
    ['deadlines', scheme.deadlines ?? []],
    ...scheme.activities.map(({ id, steps }) => [`activities.${id}.steps`, steps] as const),
  ] as const
  for (const [path, list] of lists) {
    const found = list.find(({ id }) => id === reference)
    if (found) return { path: `${path}.${reference}`, value: found }
  }
  const steps = reference.split('.')
  const value = steps.reduce<unknown>(stepInto, scheme)
  return value === undefined ? null : { path: reference, value }
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    return value.find(
      (entry) => typeof entry === 'object' && entry !== null && (entry.id === step || entry.key === step),
    )
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
}

/** Parts of a scheme that have no name of their own. */
const partNames: Readonly<Record<string, Text>> = {
  document: text('文号和有效期', 'number and validity'),
  naming: text('命名办法', 'naming'),
  form: text('申报表', 'application form'),
  panel: text('专家组规则', 'rules on the panel'),
  decision: text('结果怎样确定', 'what decides'),
  grades: text('等次', 'grades'),
  publicity: text('公示', 'publicity'),
  money: text('补助和配套', 'subsidy and matching'),
  period: text('建设周期', 'building period'),
  watch: text('监督期', 'supervision period'),
  grounds: text('取消的情形', 'grounds of revocation'),
  ban: text('不得申办的期限', 'ban'),
  steps: text('考核后果和整改', 'consequences and rectification'),
  reminders: text('到期提醒', 'reminders'),
}

/** The name of what a reference leads to, for a list beside an article. */
export function nameOf({ path, value }: Target): Text {
  const entry = value as { text?: unknown; name?: unknown; title?: unknown } | null
  for (const words of [entry?.text, entry?.name, entry?.title]) {
    if (typeof words === 'object' && words !== null && 'zh-CN' in words) return words as Text
  }
  return partNames[path.slice(path.lastIndexOf('.') + 1)] ?? text(path, path)
}
