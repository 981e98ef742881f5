/** The people of the room. */
import { declareRecusal } from '../../acts/declare-recusal.ts'
import { fixDraw, makeDraw, repeatDraw } from '../../acts/draw-panel.ts'
import { enterAlternate } from '../../acts/enter-alternate.ts'
import { importPool, listPool } from '../../acts/keep-pool.ts'
import { importExperts } from '../../acts/list-experts.ts'
import { nameChair } from '../../acts/name-chair.ts'
import { nameOfficers } from '../../acts/name-officers.ts'
import { noteAttendance } from '../../acts/note-attendance.ts'
import { setPanel } from '../../acts/set-panel.ts'
import { takeAttendance } from '../../acts/take-attendance.ts'
import { withUpload } from '../../acts/upload.ts'
import { showAttendance } from '../../views/attendance.ts'
import { showDraw } from '../../views/draw.ts'
import { listExperts, showDeclaration, showPanel } from '../../views/panel.ts'
import { by, desk, seat } from './handlers.ts'

export const deskPanel = {
  experts: {
    import: desk.experts.import.handler(by(importExperts)),
    upload: desk.experts.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importExperts(context, { round: input.round, path })),
    ),
    list: desk.experts.list.handler(by(listExperts)),
  },
  pool: {
    import: desk.pool.import.handler(by(importPool)),
    upload: desk.pool.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importPool(context, { path })),
    ),
    list: desk.pool.list.handler(by(listPool)),
  },
  draws: {
    fix: desk.draws.fix.handler(by(fixDraw)),
    make: desk.draws.make.handler(by(makeDraw)),
    show: desk.draws.show.handler(by(showDraw)),
  },
  draw: { replay: desk.draw.replay.handler(by(repeatDraw)) },
  alternates: { enter: desk.alternates.enter.handler(by(enterAlternate)) },
  chair: { name: desk.chair.name.handler(by(nameChair)) },
  officers: { name: desk.officers.name.handler(by(nameOfficers)) },
  attendance: {
    show: desk.attendance.show.handler(by(showAttendance)),
    note: desk.attendance.note.handler(by(noteAttendance)),
  },
  panel: {
    set: desk.panel.set.handler(by(setPanel)),
    show: desk.panel.show.handler(by(showPanel)),
    attend: desk.panel.attend.handler(by(takeAttendance)),
  },
  recusals: {
    show: desk.recusals.show.handler(by(showDeclaration)),
    declare: desk.recusals.declare.handler(by(declareRecusal)),
  },
}

export const seatPanel = {
  attendance: { note: seat.attendance.note.handler(by(noteAttendance)) },
  recusals: {
    show: seat.recusals.show.handler(by(showDeclaration)),
    declare: seat.recusals.declare.handler(by(declareRecusal)),
  },
}
