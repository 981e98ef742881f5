/** Experts, panel and declarations. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { WrittenDraw } from '#core/ledger/kinds.ts'
import type { DrawPlan } from '#core/panel/draw.ts'
import type { OfficerRole } from '#core/panel/roles.ts'

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

export type AlternateView = ExpertView & {
  /** Whose seat it took, and when; null while waiting. */
  entered: { seat: number; name: string; reason: string; at: string } | null
}

export type OfficerView = ExpertView & { role: OfficerRole }

export type AttendanceView = {
  seats: { expert: string; seat: number; name: string; present: boolean }[]
  events: {
    expert: string
    name: string
    event: 'arrived' | 'late' | 'left' | 'left-early'
    time: string
    how: string
  }[]
}

export type PoolView = {
  people: {
    id: string
    name: string
    unit: string
    post: string
    phone: string
    sourceKind: string
    classes: string[]
    pastUnits: string[]
    updatedAt: string
  }[]
  classes: string[]
}

export type DrawView = {
  /** Pool people of an applicant's unit, now or before: exclusions to propose, never made by the machine. */
  suggested: { name: string; unit: string; reason: Text }[]
  plan: DrawPlan | null
  fingerprint: string | null
  fixedAt: string | null
  /** What `draw.replay` takes; null until drawn. */
  transcript: WrittenDraw | null
  madeAt: string | null
  /** Expert ids, in the order in which they were drawn. */
  members: string[]
  alternates: string[]
}

export type PanelView = {
  constituted: boolean
  /** How the present chair came to it; null without a chair. */
  chair: {
    expert: string
    name: string
    how: 'elected' | 'appointed'
    votes: { name: string; votes: number }[]
    note: string
    at: string
  } | null
  /** What the scheme, or the organiser, asks of the panel's size. */
  wanted: { minimum: number; parity: 'odd' | 'any' }
  members: SeatView[]
  /** In the order in which they step in. */
  alternates: AlternateView[]
  officers: OfficerView[]
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
