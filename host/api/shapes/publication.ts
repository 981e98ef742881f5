/** The public list and objections to it. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { NeutralOrder } from '#core/publication/neutral-order.ts'
import type { ObjectionOutcome, PublicStanding } from '#core/publication/objection.ts'

export type PublicationView = {
  round: string
  /** What the document says of length and place; null where it says nothing. */
  prescribed: { length: number; unit: 'working' | 'calendar'; clause: string; place: Text | null } | null
  /** What to offer where the document names no length. */
  suggested: { length: number; unit: 'working' | 'calendar' } | null
  posted: {
    posted: string
    length: number
    unit: 'working' | 'calendar'
    place: string
    order: NeutralOrder
    firstDay: string
    lastDay: string
    nextStep: string
  } | null
  /** The entries in the chosen order; nothing here may not hang on a public wall. */
  rows: {
    packet: string
    no: number
    workshop: string
    unit: string
    leader: string
    occupation: string
    standing: PublicStanding
  }[]
  objections: {
    objection: string
    packet: string
    no: number
    workshop: string
    received: string
    inTime: boolean
    from: string
    text: string
    outcome: ObjectionOutcome | null
    reason: string
    decidedAt: string | null
    decidedBy: string | null
  }[]
}
