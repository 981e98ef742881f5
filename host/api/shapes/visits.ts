/** Site visits: plan, records, drafts and photos. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { FactValue, Payload } from '#core/ledger/kinds.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import type { Follow } from '#core/visits/follows.ts'
import type { Measure, StruckPhoto, VisitCheck, Visitor, VisitPhoto, VisitStop } from '#core/visits/record.ts'
import type { FactView } from './packets.ts'

/** Something a visit may look at besides the facts: an item of the rubric or a condition of the document. */
export type VisitPoint = { id: string; kind: 'item' | 'condition'; name: Text; text: Text }

/** What one member's device says it has of a visit. */
export type VisitDevice = {
  expert: string
  name: string
  seat: number
  state: 'carried' | 'draft' | 'handed-in'
  device: string
  at: string
  photos: number
  /** Names ("2-07") of the photos that have not arrived. */
  missing: string[]
  /** Numbers below the device's highest that nothing accounts for. */
  gaps: string[]
}

export type VisitView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  date: string | null
  place: string
  present: string[]
  opinion: string
  findings: { fact: string; name: Text; claimed: FactValue | null; seen: FactValue; note: string }[]
  at: string | null
  /** The record's own name, and the hash of its entry, which the team signs. */
  visit: string
  record: string
  by: string
  begun: string | null
  ended: string | null
  team: Visitor[]
  checks: (VisitCheck & { name: Text })[]
  measures: Measure[]
  photos: VisitPhoto[]
  struck: StruckPhoto[]
  /** Names of the members whose devices were not waited for. */
  without: string[]
  /** What the changed facts did to the items: before and after. */
  follows: Follow[]
  signatures: { expert: string; name: string; answer: Payload<'visit.signed'>['answer']; text: string; at: string }[]
  /** Its stop in the settled plan, with its place in the route; null when it is not planned. */
  plan: (VisitStop & { position: number }) | null
  /** Devices that have something of this visit which is not final yet. */
  devices: VisitDevice[]
  points: VisitPoint[]
}

export type VisitPlanView = {
  settled: VisitStop[]
  /** The plan that is being made; null when none is. */
  draft: { stops: VisitStop[]; at: string } | null
  applications: { packet: string; no: number; workshop: string; unit: string; place: string }[]
  members: { expert: string; name: string; seat: number; recusedFrom: string[] }[]
  /** What stands against the draft, or against the settled plan where there is no draft. */
  problems: Text[]
}

/** The record as its writer's device keeps it. */
export type VisitForm = {
  date: string
  place: string
  begun: string | null
  ended: string | null
  team: Visitor[]
  /** Others who were there. */
  guests: string[]
  opinion: string
  findings: { fact: string; seen: FactValue; note: string }[]
  checks: VisitCheck[]
  measures: Measure[]
}

export type MyVisit = {
  packet: string
  no: number
  workshop: string
  unit: string
  plan: VisitStop
  position: number
  team: { expert: string; name: string; seat: number }[]
  /** True for the member whose device carries the form. */
  isRecorder: boolean
  facts: FactView[]
  points: VisitPoint[]
  /** What the host has of this member's draft. */
  draft: {
    state: 'carried' | 'draft' | 'handed-in'
    device: string
    revision: number
    at: string
    form: VisitForm | null
    photos: VisitPhoto[]
    struck: StruckPhoto[]
  } | null
  /** The other members' devices. */
  others: VisitDevice[]
  /** The final record; null before there is one. */
  final: VisitView | null
}

export type MyVisitsView = { visits: MyVisit[]; rubric: Rubric | null; hostTime: string }

export type SavedVisit = {
  revision: number
  /** Bytes of each named photo that have arrived, by hash. */
  have: Record<string, number>
  hostTime: string
}

/** How much of a photo the host has. */
export type TakenPhoto = { sha256: string; have: number; complete: boolean }

/** A photo the desk took in: everything `visits.record` wants of it, its number among the desk's included. */
export type AttachedPhoto = VisitPhoto & { name: string }
