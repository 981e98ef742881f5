/** Seats, their codes and the network they come over. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { SeatRole } from '#core/panel/roles.ts'
import type { StageId } from '#core/scheme/scheme.ts'

export type SeatCode = {
  expert: string
  seat: number
  name: string
  role: SeatRole
  pin: string
  /** One-time addresses of this seat, one per network address of the host; the QR code carries the first. */
  urls: string[]
  /** The QR code as an SVG. */
  qr: string
}

export type LanView = {
  running: boolean
  port: number | null
  addresses: string[]
  fingerprint: string | null
  plain: boolean
}

export type MeView = {
  round: string
  roundTitle: string
  organiser: string
  activityName: Text
  expert: string
  name: string
  seat: number
  unit: string
  declared: boolean
  stage: StageId
  stageName: Text
  withRubric: boolean
  chair: boolean
  /** What the person is in this room. */
  role: SeatRole
  /** The key with which this seat's device seals what it has not sent yet; null for everybody but the seat itself. */
  seal: string | null
}
