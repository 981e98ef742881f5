/** Schemes as screens and scripts see them. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Activity, DecisionKind } from '#core/scheme/scheme.ts'

export type SchemeSummary = {
  id: string
  version: number
  title: Text
  short: Text
  number: string
  issuer: string
  activities: {
    id: string
    name: Text
    clause: string
    rubric: 'always' | 'optional' | 'never'
    vote: 'always' | 'optional' | 'never'
    decidedBy: Activity['decidedBy']
    /** Where the document is silent: what the organiser may choose, the suggestion first. */
    offered: DecisionKind[]
  }[]
}
