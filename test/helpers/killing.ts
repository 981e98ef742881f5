/** The trial by kill -9: every seat saves as fast as they can, the host dies, and everything acknowledged must be there. */
import https from 'node:https'
import { serve } from './built-host.ts'
import { join, type RemoteDesk, remoteDesk, remoteSeat } from './calls.ts'
import { roundOf } from './crowd.ts'

type Saved = { opinion: string; marks: Readonly<Record<string, string>> }
/** One seat: what the host has acknowledged, and what was on its way when the host died. */
type SeatAtWork = {
  expert: string
  cookie: string
  agent: https.Agent
  count: number
  acknowledged: Map<string, Saved>
  inFlight: { packet: string; saved: Saved } | null
}

export type Trial = {
  kills: number
  saves: number
  /** Saves that were cut off on their way, and of those the ones that had reached the disk. */
  cutOff: number
  cutOffButKept: number
  decisions: number
  values: number
  problems: string[]
}

const items = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const

/** A small generator of reproducible chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Runs it. Every problem found is a sentence; none means nothing was lost. */
export async function tryKilling(
  store: string,
  {
    kills,
    seed,
    seats = 5,
    say = () => {},
  }: { kills: number; seed: number; seats?: number; say?: (line: string) => void },
): Promise<Trial> {
  const random = chance(seed)
  const trial: Trial = { kills: 0, saves: 0, cutOff: 0, cutOffButKept: 0, decisions: 0, values: 0, problems: [] }
  let served = await serve(store)
  let desk = remoteDesk(served)
  const round = await roundOf(desk, { activity: 'term-assessment', seats })
  const door = await desk.lan.start({ port: 0 })
  const port = door.port ?? 0
  const origin = `https://127.0.0.1:${port}`
  const packets = (await desk.packets.list({ round })).map(({ packet }) => packet)
  const workers = await takeSeats(desk, { round, origin, seats })
  let acknowledgedDecisions = (await desk.ledger.list({ round })).entries.length
  try {
    for (trial.kills = 1; trial.kills <= kills; trial.kills += 1) {
      // The moment is so many acknowledged saves away, and then some milliseconds, to fall into the middle of a write.
      const target = trial.saves + 15 + Math.floor(random() * 90)
      const pause = random() * 12
      const { promise: reached, resolve } = Promise.withResolvers<void>()
      const onSave = () => {
        trial.saves += 1
        if (trial.saves === target) resolve()
      }
      const deskAtWork = takeAttendance(desk, round, workers, () => {
        acknowledgedDecisions += 1
      })
      const atWork = [...workers.map((worker) => work({ worker, round, origin, packets, random, onSave })), deskAtWork]
      await Promise.race([reached, Promise.all(atWork)])
      if (trial.saves < target) throw new Error('the seats stopped before the host was killed')
      await new Promise((wake) => setTimeout(wake, pause))
      await served.kill()
      await Promise.all(atWork)

      served = await serve(store)
      desk = remoteDesk(served)
      await desk.lan.start({ port })
      await compare({ workers, round, origin, trial })
      trial.decisions = await checkLedger(desk, round, acknowledgedDecisions, trial)
      acknowledgedDecisions = trial.decisions
      say(
        `${trial.kills}: ${trial.saves} saves acknowledged, ${trial.cutOff} cut off, ${trial.decisions} entries, ${trial.problems.length} problems`,
      )
    }
    trial.kills = kills
  } finally {
    await served.leave()
    for (const { agent } of workers) agent.destroy()
  }
  return trial
}

async function takeSeats(
  desk: RemoteDesk,
  { round, origin, seats }: { round: string; origin: string; seats: number },
): Promise<SeatAtWork[]> {
  const cards = await desk.seats.codes({ round })
  return Promise.all(
    cards.slice(0, seats).map(async ({ expert, urls }) => {
      const { answer, cookie } = await join(origin, { token: urls[0]?.split('#t=')[1] ?? '' })
      if (answer.status !== 200) throw new Error(`a seat could not be taken: ${answer.status} ${answer.body}`)
      const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false })
      return { expert, cookie, agent, count: 0, acknowledged: new Map(), inFlight: null }
    }),
  )
}

/** Saves again and again until the host is gone. */
async function work(job: {
  worker: SeatAtWork
  round: string
  origin: string
  packets: readonly string[]
  random: () => number
  onSave: () => void
}): Promise<void> {
  const { worker, round, origin, packets, random, onSave } = job
  const { expert } = worker
  const seat = remoteSeat(origin, worker.cookie, worker.agent)
  while (true) {
    worker.count += 1
    const packet = packets[Math.floor(random() * packets.length)] ?? ''
    const before = worker.acknowledged.get(packet)
    const touched = items.filter(() => random() < 0.4)
    const fresh = Object.fromEntries(touched.map((item) => [item, spelled(Math.floor(random() * 200))]))
    const saved = { opinion: `第 ${worker.count} 次保存`, marks: { ...before?.marks, ...fresh } }
    worker.inFlight = { packet, saved }
    const judgements = Object.fromEntries(
      Object.entries(fresh).map(([item, deduct]) => [item, { deduct, reason: `理由 ${worker.count}`, pins: [] }]),
    )
    try {
      await seat.sheets.save({ round, expert, packet, judgements, opinion: saved.opinion })
    } catch (error) {
      if (isGone(error)) return
      throw error
    }
    worker.acknowledged.set(packet, saved)
    worker.inFlight = null
    onSave()
  }
}

/** Hundredths as the shortest decimal: what the host keeps. */
function spelled(hundredths: number): string {
  return String(hundredths / 100)
}

/** The desk writes decisions meanwhile, so that the ledger, too, is cut off in the middle of a write. */
async function takeAttendance(
  desk: RemoteDesk,
  round: string,
  workers: readonly SeatAtWork[],
  onDecision: () => void,
): Promise<void> {
  const present = workers.map(({ expert }) => expert)
  while (true) {
    try {
      await desk.panel.attend({ round, present })
    } catch (error) {
      if (isGone(error)) return
      throw error
    }
    onDecision()
  }
}

/** True for what a caller sees when the process at the other end is gone. */
function isGone(error: unknown): boolean {
  const words = String(error instanceof Error ? `${error.message} ${error.cause ?? ''}` : error)
  return /ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|fetch failed|terminated|connection broke|aborted/i.test(words)
}

async function compare(job: { workers: readonly SeatAtWork[]; round: string; origin: string; trial: Trial }) {
  const { workers, round, origin, trial } = job
  // Together: a room that comes back asks all at once.
  await Promise.all(
    workers.map(async (worker) => {
      worker.agent.destroy()
      worker.agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false })
      const seat = remoteSeat(origin, worker.cookie, worker.agent)
      if (worker.inFlight) trial.cutOff += 1
      const looked = new Set([...worker.acknowledged.keys(), ...(worker.inFlight ? [worker.inFlight.packet] : [])])
      for (const packet of looked) {
        const { opinion, blocks } = await seat.sheets.show({ round, expert: worker.expert, packet })
        const marks = Object.fromEntries(
          blocks
            .flatMap((block) => block.items)
            .flatMap(({ id, judgement }) => (judgement ? [[id, judgement.deduct] as const] : [])),
        )
        const acknowledged = worker.acknowledged.get(packet)
        const cutOff = worker.inFlight?.packet === packet ? worker.inFlight.saved : undefined
        const kept = { opinion, marks }
        if (cutOff && isSame(kept, cutOff)) {
          // It reached the disk before the answer could leave.
          trial.cutOffButKept += 1
          worker.acknowledged.set(packet, cutOff)
        } else if (!isSame(kept, acknowledged ?? { opinion: '', marks: {} })) {
          trial.problems.push(
            `kill ${trial.kills}, ${worker.expert}, ${packet}: acknowledged ${JSON.stringify(acknowledged)}, ` +
              `cut off ${JSON.stringify(cutOff)}, kept ${JSON.stringify(kept)}`,
          )
        }
        trial.values += Object.keys(marks).length + 1
      }
      worker.inFlight = null
    }),
  )
}

function isSame(left: Saved, right: Saved): boolean {
  const spell = ({ opinion, marks }: Saved) => JSON.stringify([opinion, Object.entries(marks).toSorted()])
  return spell(left) === spell(right)
}

async function checkLedger(desk: RemoteDesk, round: string, acknowledged: number, trial: Trial): Promise<number> {
  const verdict = await desk.ledger.verify({ round })
  if (!verdict.ok) trial.problems.push(`kill ${trial.kills}: the ledger ${JSON.stringify(verdict.problems)}`)
  // One more may have been written than was answered.
  if (verdict.entries !== acknowledged && verdict.entries !== acknowledged + 1) {
    trial.problems.push(`kill ${trial.kills}: ${acknowledged} decisions acknowledged, ${verdict.entries} kept`)
  }
  return verdict.entries
}
