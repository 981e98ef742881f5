/** Every method of the host: its input, parsed at the door, and the type of its answer. One list for all doors. */
import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { conflictKinds, voteChoices } from '#core/ledger/kinds.ts'
import { choiceIds, stageIds } from '#core/scheme/scheme.ts'
import type * as shape from './shapes.ts'

const id = z.string().min(1).max(80)
const line = z.string().max(200)
const long = z.string().max(20_000)
const round = { round: id }
const ofPacket = { round: id, packet: id }
const ofExpert = { round: id, expert: id }
const ofSheet = { round: id, expert: id, packet: id }
const proof = z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}$/), page: z.int().min(1) })
const factValue = z.union([z.boolean(), z.string().max(40), z.int(), z.array(z.int()).max(10)])
const fieldValue = z.union([long, z.array(z.record(z.string(), long)).max(200)])
const expertInput = z.strictObject({
  name: line.min(1),
  unit: line.default(''),
  post: line.default(''),
  phone: line.default(''),
  sourceKind: line.default(''),
  specialty: line.default(''),
})
/** What an expert writes for one item; null takes the entry back. */
const judgementInput = z.strictObject({
  deduct: z.string().max(20),
  reason: z.string().max(2_000).default(''),
  pins: z.array(proof).max(50).default([]),
})

/** Answers are ours: they carry a type for the screens and need no check at run time. */
const answer = <T>() => z.custom<T>()

const schemes = { list: oc.input(z.strictObject({})).output(answer<shape.SchemeSummary[]>()) }

const rounds = {
  list: oc.input(z.strictObject({})).output(answer<shape.RoundSummary[]>()),
  create: oc
    .input(
      z.strictObject({
        title: line.min(1),
        organiser: line.min(1),
        scheme: id,
        activity: id,
        withRubric: z.boolean().optional(),
        withVote: z.boolean().optional(),
      }),
    )
    .output(answer<shape.RoundView>()),
  /** Makes a round filled with the invented samples: packets imported and checked, panel seated, ready to score. */
  sample: oc
    .input(
      z.strictObject({
        activity: id.default('term-assessment'),
        upTo: z.enum(stageIds).default('reading'),
        experts: z.int().min(1).max(9).default(7),
        packets: z.int().min(1).max(12).default(12),
      }),
    )
    .output(answer<shape.RoundView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.RoundView>()),
  adopt: oc
    .input(z.strictObject({ ...round, choice: z.enum(choiceIds), value: z.json(), note: line.default('') }))
    .output(answer<shape.RoundView>()),
}

const stages = {
  close: oc.input(z.strictObject({ ...round, stage: z.enum(stageIds) })).output(answer<shape.RoundView>()),
}

const packets = {
  import: oc
    .input(z.strictObject({ ...round, paths: z.array(z.string().min(1)).min(1).max(500) }))
    .output(answer<shape.ImportAnswer>()),
  /** For a browser, where there is no path: one zip (or single file) at a time. */
  upload: oc.input(z.strictObject({ ...round, file: z.file() })).output(answer<shape.ImportAnswer>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.PacketRow[]>()),
  show: oc.input(z.strictObject(ofPacket)).output(answer<shape.PacketView>()),
  correct: oc
    .input(z.strictObject({ ...ofPacket, field: id, value: fieldValue, reason: line.min(1) }))
    .output(answer<shape.PacketView>()),
  check: oc
    .input(
      z.strictObject({
        ...ofPacket,
        outcome: z.enum(['accepted', 'returned']),
        note: long.default(''),
        materials: z.record(z.string(), z.boolean()).default({}),
      }),
    )
    .output(answer<shape.PacketView>()),
}

const facts = {
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        facts: z
          .array(
            z.strictObject({
              key: id,
              value: factValue,
              proof: proof.nullable().default(null),
              note: line.default(''),
            }),
          )
          .min(1)
          .max(60),
      }),
    )
    .output(answer<shape.FactView[]>()),
}

const files = {
  /** The bytes of one file of a packet. */
  read: oc.input(z.strictObject({ ...ofPacket, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).output(z.file()),
}

const experts = {
  import: oc
    .input(
      z.union([
        z.strictObject({ ...round, path: z.string().min(1) }),
        z.strictObject({ ...round, experts: z.array(expertInput).min(1).max(200) }),
      ]),
    )
    .output(answer<shape.ExpertView[]>()),
  upload: oc.input(z.strictObject({ ...round, file: z.file() })).output(answer<shape.ExpertView[]>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.ExpertView[]>()),
}

const panel = {
  set: oc
    .input(z.strictObject({ ...round, members: z.array(id).min(1).max(99), chair: id.nullable().default(null) }))
    .output(answer<shape.PanelView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.PanelView>()),
  /** Who is in the room. Absent members are out of "present" in every vote opened afterwards. */
  attend: oc.input(z.strictObject({ ...round, present: z.array(id).max(99) })).output(answer<shape.PanelView>()),
}

const recusals = {
  show: oc.input(z.strictObject(ofExpert)).output(answer<shape.DeclarationView>()),
  declare: oc
    .input(
      z.strictObject({
        ...ofExpert,
        conflicts: z
          .array(z.strictObject({ packet: id, kind: z.enum(conflictKinds), note: line.default('') }))
          .max(1_000),
        /** Needed only to change a declaration already made. */
        reason: line.default(''),
      }),
    )
    .output(answer<shape.DeclarationView>()),
}

const seats = {
  codes: oc.input(z.strictObject(round)).output(answer<shape.SeatCode[]>()),
  /** New code for one seat; whatever device sat there is out. */
  renew: oc.input(z.strictObject(ofExpert)).output(answer<shape.SeatCode>()),
}

const lan = {
  start: oc.input(z.strictObject({ port: z.int().min(0).max(65_535).optional() })).output(answer<shape.LanView>()),
  stop: oc.input(z.strictObject({})).output(answer<shape.LanView>()),
  show: oc.input(z.strictObject({})).output(answer<shape.LanView>()),
}

const sheets = {
  list: oc.input(z.strictObject(ofExpert)).output(answer<shape.SheetRow[]>()),
  show: oc.input(z.strictObject(ofSheet)).output(answer<shape.SheetView>()),
  /** Saved at every stroke; durable when answered. */
  save: oc
    .input(
      z.strictObject({
        ...ofSheet,
        judgements: z.record(z.string(), judgementInput.nullable()).default({}),
        opinion: long.optional(),
      }),
    )
    .output(answer<shape.SheetView>()),
  submit: oc
    .input(
      z.strictObject({
        ...ofSheet,
        judgements: z.record(z.string(), judgementInput).optional(),
        opinion: long.optional(),
      }),
    )
    .output(answer<shape.SheetView>()),
  return: oc
    .input(z.strictObject({ ...ofSheet, reason: line.min(1) }))
    .output(answer<Pick<shape.SheetRow, 'packet' | 'no' | 'workshop' | 'state'>[]>()),
}

const progress = { show: oc.input(z.strictObject(round)).output(answer<shape.ProgressView>()) }

const visits = {
  list: oc.input(z.strictObject(round)).output(answer<shape.VisitView[]>()),
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        date: z.iso.date(),
        place: line,
        present: z.array(line).min(1).max(50),
        opinion: long.min(1),
        findings: z
          .array(z.strictObject({ fact: id, seen: factValue, note: line.default('') }))
          .max(60)
          .default([]),
      }),
    )
    .output(answer<shape.VisitView[]>()),
}

const minutes = {
  list: oc.input(z.strictObject(round)).output(answer<shape.MinutesView[]>()),
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        text: long.min(1),
        dissents: z
          .array(z.strictObject({ expert: id, text: long.min(1) }))
          .max(99)
          .default([]),
      }),
    )
    .output(answer<shape.MinutesView[]>()),
}

const votes = {
  list: oc.input(z.strictObject(round)).output(answer<shape.VotesView>()),
  mine: oc.input(z.strictObject(ofExpert)).output(answer<shape.MyVoteView>()),
  open: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
  cast: oc.input(z.strictObject({ ...ofSheet, choice: z.enum(voteChoices) })).output(answer<shape.MyVoteView>()),
  close: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
}

const results = {
  compute: oc.input(z.strictObject(round)).output(answer<shape.ResultView>()),
  freeze: oc.input(z.strictObject(round)).output(answer<shape.ResultView>()),
}

const papers = {
  export: oc.input(z.strictObject({ ...round, out: z.string().min(1) })).output(answer<shape.ExportAnswer>()),
  /** The workbook's bytes, for a browser's download. */
  workbook: oc.input(z.strictObject(round)).output(z.file()),
}

const ledger = {
  list: oc.input(z.strictObject(round)).output(answer<shape.LedgerView>()),
  verify: oc.input(z.strictObject(round)).output(answer<shape.LedgerCheck>()),
}

const backup = {
  create: oc
    .input(z.strictObject({ ...round, to: z.string().min(1) }))
    .output(answer<{ path: string; sha256: string }>()),
}

const archive = {
  export: oc
    .input(z.strictObject({ ...round, to: z.string().min(1) }))
    .output(answer<{ path: string; sha256: string; entries: number; files: number; ledgerHead: string }>()),
}

const wall = { show: oc.input(z.strictObject(round)).output(answer<shape.WallView>()) }

const me = { show: oc.input(z.strictObject(ofExpert)).output(answer<shape.MeView>()) }

const live = {
  /** Says what changed, from now on; the first event says everything did. */
  watch: oc.input(z.strictObject({ round: id.nullable() })).output(eventIterator(answer<shape.LiveEvent>())),
}

const decimals = z.record(z.string(), z.unknown())
/** The pure rules of headless.md: nothing is stored. Inputs are parsed by core's own schemas. */
const rules = {
  assess: oc.input(decimals).output(answer<unknown>()),
  panel: oc.input(decimals).output(answer<unknown>()),
  vote: oc.input(decimals).output(answer<unknown>()),
  rank: oc.input(decimals).output(answer<unknown>()),
}

/** The secretariat: everything. An expert's own acts done here are recorded as entered at the desk. */
export const deskContract = {
  schemes,
  rounds,
  stages,
  packets,
  facts,
  files,
  experts,
  panel,
  recusals,
  seats,
  lan,
  sheets: { submit: sheets.submit, return: sheets.return },
  progress,
  visits,
  minutes,
  // Not `mine`: it tells a member's choice, which nobody else may see before the vote is closed.
  votes: { list: votes.list, open: votes.open, cast: votes.cast, close: votes.close },
  results,
  papers,
  ledger,
  backup,
  archive,
  wall,
  live,
  rules,
}

/** An expert's seat: only what is that expert's own. */
export const seatContract = {
  me,
  recusals,
  files,
  sheets: { list: sheets.list, show: sheets.show, save: sheets.save, submit: sheets.submit },
  votes: { mine: votes.mine, cast: votes.cast },
  live,
}

/** The wall: read only. */
export const wallContract = { wall, live }

export type DeskContract = typeof deskContract
export type SeatContract = typeof seatContract
export type WallContract = typeof wallContract
