/** How much of a document its scheme encodes. */
import type { Text } from '../lang.ts'
import type { Scheme } from './scheme.ts'

export type Coverage = {
  /** Articles, and numbered parts of articles, the document has. */
  readonly clauses: number
  readonly encoded: number
  /** Those that no rule encodes, each with the reason. */
  readonly rest: readonly { readonly clause: string; readonly gist: Text; readonly why: Text }[]
}

/** Counts the articles; none where the scheme does not list them. */
export function coverageOf({ clauses = [] }: Scheme): Coverage {
  const rest = clauses.flatMap(({ clause, gist, by, why }) => (by === undefined && why ? [{ clause, gist, why }] : []))
  return { clauses: clauses.length, encoded: clauses.length - rest.length, rest }
}
