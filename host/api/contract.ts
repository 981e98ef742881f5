/** Every method of the host: its input, parsed at the door, and the type of its answer. One list for all doors. */

import { afterwards, calendars } from './contract/afterwards.ts'
import { minutes } from './contract/deliberation.ts'
import { diagnosis, keys, settings, updates } from './contract/device.ts'
import { bundles, completeness, conflicts, devices, pulse } from './contract/devices.ts'
import { eligibility, register } from './contract/eligibility.ts'
import { floor } from './contract/floor.ts'
import { archive, backup, ledger } from './contract/ledger.ts'
import { lists } from './contract/lists.ts'
import { facts, files, packets, recommended } from './contract/packets.ts'
import {
  alternates,
  attendance,
  chair,
  draw,
  draws,
  experts,
  officers,
  panel,
  pool,
  recusals,
} from './contract/panel.ts'
import { publication } from './contract/publication.ts'
import { papers, results } from './contract/results.ts'
import { live, wall } from './contract/room.ts'
import { reopenings, rounds, stages } from './contract/rounds.ts'
import { rules } from './contract/rules.ts'
import { schemes } from './contract/schemes.ts'
import { scores } from './contract/scores.ts'
import { lan, me, seats } from './contract/seats.ts'
import { doubts, paperSheets, progress, reading, rubrics, sheets } from './contract/sheets.ts'
import { mySigning, signing } from './contract/signing.ts'
import { touches } from './contract/touches.ts'
import { deskVisits, seatVisits } from './contract/visits.ts'
import { votes } from './contract/votes.ts'

/** The secretariat: everything. An expert's own acts done here are recorded as entered at the desk. */
export const deskContract = {
  schemes,
  rounds,
  stages,
  packets,
  recommended,
  facts,
  eligibility,
  register,
  afterwards,
  rubrics,
  calendars,
  files,
  experts,
  pool,
  draws,
  draw,
  panel,
  alternates,
  chair,
  officers,
  attendance,
  reopenings,
  touches,
  recusals,
  seats,
  lan,
  sheets: { submit: sheets.submit, return: sheets.return },
  paperSheets,
  reading,
  doubts: { list: doubts.list, answer: doubts.answer },
  progress,
  visits: deskVisits,
  minutes,
  scores,
  lists,
  // Not `mine`: it tells a member's choice, which nobody else may see before the vote is closed.
  votes: {
    list: votes.list,
    prepare: votes.prepare,
    withdraw: votes.withdraw,
    open: votes.open,
    cast: votes.cast,
    castList: votes.castList,
    close: votes.close,
    publish: votes.publish,
    readOut: votes.readOut,
  },
  results,
  papers,
  signing,
  publication,
  ledger,
  backup,
  archive,
  floor,
  bundles,
  // Of versions that differ the desk hears only here that a decision is awaited: its person decides, at the seat.
  completeness,
  devices,
  wall,
  live,
  settings,
  diagnosis,
  keys,
  updates,
  rules,
}

/** An expert's seat: only what is that expert's own. */
export const seatContract = {
  me,
  recusals,
  files,
  floor: { show: floor.show },
  sheets: {
    list: sheets.list,
    show: sheets.show,
    save: sheets.save,
    submit: sheets.submit,
    reopen: sheets.reopen,
    second: sheets.second,
    reconsider: sheets.reconsider,
  },
  doubts: { raise: doubts.raise },
  signing: mySigning,
  votes: { mine: votes.mine, cast: votes.cast, castList: votes.castList, list: votes.list, readOut: votes.readOut },
  attendance: { note: attendance.note },
  reopenings: { list: reopenings.list, decide: reopenings.decide },
  progress,
  minutes: { list: minutes.list, record: minutes.record },
  visits: seatVisits,
  wall,
  conflicts,
  pulse,
  live,
}

/** The wall: read only. */
export const wallContract = { wall, live }

export type DeskContract = typeof deskContract
export type SeatContract = typeof seatContract
export type WallContract = typeof wallContract
