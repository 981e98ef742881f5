/** Seats and the network they come by. */
import { issueSeatCodes, renewSeatCode } from '../../acts/issue-seat-codes.ts'
import { reportSeat } from '../../acts/report-seat.ts'
import { showLan, startLan, stopLan } from '../../acts/switch-lan.ts'
import { setFloor } from '../../acts/take-floor.ts'
import { showFloor } from '../../views/floor.ts'
import { showMe } from '../../views/panel.ts'
import { showWall } from '../../views/wall.ts'
import { by, desk, seat, wall } from './handlers.ts'

export const deskSeats = {
  seats: {
    codes: desk.seats.codes.handler(by(issueSeatCodes)),
    renew: desk.seats.renew.handler(by(renewSeatCode)),
  },
  lan: {
    start: desk.lan.start.handler(by(startLan)),
    stop: desk.lan.stop.handler(by(stopLan)),
    show: desk.lan.show.handler(by(showLan)),
  },
  floor: { show: desk.floor.show.handler(by(showFloor)), set: desk.floor.set.handler(by(setFloor)) },
  wall: { show: desk.wall.show.handler(by(showWall)) },
}

export const seatSeats = {
  me: { show: seat.me.show.handler(by(showMe)) },
  pulse: { send: seat.pulse.send.handler(by(reportSeat)) },
  floor: { show: seat.floor.show.handler(by(showFloor)) },
  wall: { show: seat.wall.show.handler(by(showWall)) },
}

export const wallSeats = {
  wall: { show: wall.wall.show.handler(by(showWall)) },
}
