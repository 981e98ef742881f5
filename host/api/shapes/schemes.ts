/** Schemes as screens and scripts see them. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

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
  }[]
}
