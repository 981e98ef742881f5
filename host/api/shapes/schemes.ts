/** Schemes as screens and scripts see them. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Coverage } from '#core/scheme/coverage.ts'
import type { Finding } from '#core/scheme/lint.ts'
import type { Activity, DecisionKind, Scheme } from '#core/scheme/scheme.ts'

/** Whether a scheme came with the program or was made in it. */
export type SchemeSource = 'shipped' | 'own'

export type SchemeSummary = {
  id: string
  version: number
  source: SchemeSource
  title: Text
  short: Text
  number: string
  issuer: string
  validFrom: string
  validTo: string | null
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
  coverage: Coverage
  lint: { errors: number; warnings: number; findings: Finding[] }
}

/** One version of a scheme; `rounds` counts those of this store that run by it, and freeze it. */
export type SchemeVersion = {
  version: number
  source: SchemeSource
  reason: string
  by: string
  at: string | null
  rounds: number
}

export type SchemeView = {
  scheme: Scheme
  source: SchemeSource
  /** A round runs by this version, or it came with the program: a change is a new version. */
  frozen: boolean
  versions: SchemeVersion[]
  coverage: Coverage
  findings: Finding[]
}

export type SchemeCheck = {
  /** Null when the file is no scheme at all. */
  id: string | null
  version: number | null
  /** No finding is an error. */
  ok: boolean
  findings: Finding[]
  coverage: Coverage | null
}
