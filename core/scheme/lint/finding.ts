/** What a lint says: how bad it is, where in the scheme, and why. */
import type { Text } from '../../lang.ts'

/** An error would break or bend a round; a warning is probably a slip; a person looks at both. */
export type Severity = 'error' | 'warning'

export type Finding = {
  readonly severity: Severity
  /** The lint's own name, for scripts. */
  readonly lint: string
  /** Dotted path into the scheme, members of lists by their id: "rubrics.annex-2.blocks.B.items.B1". */
  readonly where: string
  readonly why: Text
}

/** Makes findings at places below one path. */
export function at(path: string) {
  const say = (severity: Severity) => (lint: string, why: Text, below?: string) => ({
    severity,
    lint,
    where: below === undefined ? path : `${path}.${below}`,
    why,
  })
  return { error: say('error'), warning: say('warning') }
}

/** The values that occur more than once, each once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
