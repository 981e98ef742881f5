/** Experts, panel and declarations. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

export type ExpertView = {
  expert: string
  name: string
  unit: string
  post: string
  phone: string
  sourceKind: string
  specialty: string
}

export type SeatView = ExpertView & {
  seat: number
  chair: boolean
  declared: boolean
  present: boolean
  /** Last sign of life of the seat's device; null when no device has joined. */
  lastHeard: string | null
  joined: boolean
}

export type PanelView = {
  constituted: boolean
  /** What the scheme, or the organiser, asks of the panel's size. */
  wanted: { minimum: number; parity: 'odd' | 'any' }
  members: SeatView[]
  experts: ExpertView[]
  problems: Text[]
  warnings: Text[]
  applications: { packet: string; no: number; workshop: string; active: number; valid: boolean; problems: Text[] }[]
  recusals: { packet: string; expert: string; kind: string; note: string }[]
  /** Conflicts that the data suggests (same unit); the expert decides. */
  suggested: { packet: string; expert: string; why: Text }[]
}

export type DeclarationView = {
  expert: string
  name: string
  seat: number
  declared: boolean
  applications: {
    packet: string
    no: number
    workshop: string
    unit: string
    leader: string
    /** Why the data suggests a conflict; null when it does not. */
    suggested: Text | null
    conflict: { kind: string; note: string } | null
  }[]
}
