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
  /** The same addresses with the name this computer gives each network; the loopback is last and has none. */
  networks: { name: string; address: string }[]
  /** This computer has other addresses now than when the door was opened. */
  moved: boolean
  fingerprint: string | null
  /** Who issued the certificate: a round's authority, or this computer's own; null when closed or without encryption. */
  issuedBy: 'round' | 'computer' | null
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
