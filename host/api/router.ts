/** Joins the contract to the acts and views that fulfil it, for all doors. */

import { deskDevice } from './router/device.ts'
import { desk, seat, wall } from './router/handlers.ts'
import { deskIntake, seatIntake } from './router/intake.ts'
import { deskPanel, seatPanel } from './router/panel.ts'
import { deskRecords, seatRecords } from './router/records.ts'
import { deskResults } from './router/results.ts'
import { deskRoom, seatRoom } from './router/room.ts'
import { deskRound, seatRound, wallRound } from './router/round.ts'
import { deskScoring, seatScoring } from './router/scoring.ts'
import { deskSeats, seatSeats, wallSeats } from './router/seats.ts'
import { deskSigning, seatSigning } from './router/signing.ts'
import { deskVisits, seatVisits } from './router/visits.ts'

export const deskRouter = desk.router({
  ...deskRound,
  ...deskIntake,
  ...deskPanel,
  ...deskSeats,
  ...deskScoring,
  ...deskRoom,
  ...deskVisits,
  ...deskResults,
  ...deskSigning,
  ...deskRecords,
  ...deskDevice,
})

export const seatRouter = seat.router({
  ...seatRound,
  ...seatIntake,
  ...seatPanel,
  ...seatSeats,
  ...seatScoring,
  ...seatRoom,
  ...seatVisits,
  ...seatSigning,
  ...seatRecords,
})

export const wallRouter = wall.router({
  ...wallRound,
  ...wallSeats,
})
