/** The test room: a host on a store of its own, with a clock that ticks and ids that count, and a small round in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { afterAll, expect } from 'vitest'
import { type Refusal, type RefusalCode, sentenceOf } from '#core/refusal.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import { seatCaller } from '#host/acts/issue-seat-codes.ts'
import { submitSheet } from '#host/acts/submit-sheet.ts'
import { by, desk as deskDoor } from '#host/api/router/handlers.ts'
import { deskRouter, seatRouter } from '#host/api/router.ts'
import { guardSeat, translateRefusals } from '#host/api/wire.ts'
import { type Caller, type Ctx, type Host, openHost } from '#host/host.ts'
import { openReaders } from '#host/intake/readers.ts'
import { readSamplePlan } from '#host/sample/plan.ts'
import { type PlayRequest, playRound } from '#host/sample/play.ts'
import type { SampleKeys } from '#host/sample/sign.ts'

export type Desk = ReturnType<typeof testDesk>
export type Seat = ReturnType<typeof seatClient>

export type TestHost = {
  readonly host: Host
  /** The secretariat at the desk, in Chinese. */
  readonly ctx: Ctx
  readonly desk: Desk
  readonly folder: string
  /** The seat of one expert, as the LAN door would let it in. */
  seat(round: string, expert: string): Seat
  /** Sets the clock; it goes on ticking from there. */
  setClock(at: string): void
}

const secretariat: Caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null }

/** For all hosts of a test file: readers that have read once read the next packet in a third of the time. */
const readers = openReaders()

const opened: TestHost[] = []
const folders: string[] = []
// Registered for the test file that imports the room: each file has its own copy of this module.
afterAll(async () => {
  for (const { host } of opened.splice(0)) await host.close()
  await readers.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone when the test file is done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-test-'))
  folders.push(folder)
  return folder
}

/** A host on an empty store; closed and deleted when the test file is done. */
export function openTestHost(): TestHost {
  const folder = scratchFolder()
  let time = Date.parse('2026-11-16T01:00:00Z')
  const counts = new Map<string, number>()
  const host = openHost(folder, {
    readers,
    now() {
      const now = new Date(time)
      time += 1_000
      return now
    },
    newId(kind) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return `${kind}-${count}`
    },
  })
  const ctx: Ctx = { host, caller: secretariat }
  const room: TestHost = {
    host,
    ctx,
    folder,
    desk: testDesk(ctx),
    seat: (round, expert) => seatClient(host, round, expert),
    setClock(at) {
      time = Date.parse(at)
    },
  }
  opened.push(room)
  return room
}

/** The desk's methods, and one that no door of the product has: a sheet handed in at the desk in one call. */
export function testDesk(ctx: Ctx) {
  const sheets = { ...deskRouter.sheets, submit: deskDoor.sheets.submit.handler(by(submitSheet)) }
  return createRouterClient({ ...deskRouter, sheets } as typeof deskRouter, {
    context: ctx,
    interceptors: [({ next, path }) => translateRefusals({ context: ctx, path, next })],
  })
}

function seatClient(host: Host, round: string, expert: string) {
  const context: Ctx = { host, caller: seatCaller(round, expert, 'zh-CN') }
  return createRouterClient(seatRouter, {
    context,
    interceptors: [({ next, path }) => guardSeat({ context, path, next })],
  })
}

export type SmallRound = {
  readonly round: string
  /** Ids in the order of their numbers. */
  readonly packets: readonly [string, string, string, ...string[]]
  /** Ids in seat order; empty while there is no panel. */
  readonly experts: readonly [string, string, string, string, string, ...string[]]
}

/** A round on the samples, played until `upTo` is open and nothing is done in it yet. */
export async function smallRound(
  { ctx, desk }: TestHost,
  request: {
    activity: 'term-assessment' | 'selection'
    experts?: number
    packets?: number
    alternates?: number
    upTo: StageId | 'end'
    withVote?: boolean
    withRubric?: boolean
    keys?: SampleKeys
    second?: boolean
    reading?: PlayRequest['reading']
    aggregation?: PlayRequest['aggregation']
  },
): Promise<SmallRound> {
  const { experts = 5, packets = 3, ...rest } = request
  const round = await playRound(ctx, { scheme: 'urumqi-2023', experts, packets, ...rest })
  const { members } = await desk.panel.show({ round })
  const [first, second, third, ...others] = (await desk.packets.list({ round })).map(({ packet }) => packet)
  const [one, two, three, four, five, ...more] = members.map(({ expert }) => expert)
  return {
    round,
    packets: [first ?? '', second ?? '', third ?? '', ...others],
    experts: [one ?? '', two ?? '', three ?? '', four ?? '', five ?? '', ...more],
  }
}

/** Path of something among the built samples. */
export function samplePath(...names: string[]): string {
  return path.join(readSamplePlan().folder, ...names)
}

/** What a refused call says: its code and its sentence in Chinese. Fails when the call is answered, or crashes. */
export async function refusalOf(call: Promise<unknown>): Promise<[code: RefusalCode, sentence: string]> {
  const error = await call.then(
    (answer) => expect.fail(`not refused, but answered ${JSON.stringify(answer)?.slice(0, 200)}`),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error
  const refusal = error.data as Refusal
  // The door's message and the code's own sentence must be the same words.
  expect(error.message).toBe(sentenceOf(refusal, 'zh-CN'))
  return [refusal.code, error.message]
}
