/** Many seats at once over HTTPS: each saves as an expert would, or as fast as it can; then everything acknowledged is looked for. */
import https from 'node:https'
import { activityOf, rubricOf } from '#core/scheme/scheme.ts'
import type { SeatCode } from '#host/api/shapes.ts'
import { sampleFacts } from '#host/sample/facts.ts'
import { loadSchemes } from '#host/schemes.ts'
import { type Served, serve } from './built-host.ts'
import { join, type RemoteDesk, type RemoteSeat, remoteDesk, remoteSeat } from './calls.ts'

export type CrowdSeat = { expert: string; client: RemoteSeat; agent: https.Agent; kept: Map<string, string> }
export type Crowd = {
  served: Served
  desk: RemoteDesk
  round: string
  origin: string
  packets: string[]
  seats: CrowdSeat[]
  /** Cards that nobody has used. */
  spared: SeatCode[]
  close(): Promise<void>
}
export type CrowdFigures = {
  acks: number
  acksPerSecond: number
  p50: number
  p99: number
  max: number
  failed: number
  lost: number
}

/**
 * Tablets have an address each, and are let in by address. Linux answers to all of 127/8; elsewhere a large crowd would
 * have to arrive over minutes.
 */
const addressOf = (index: number) => (process.platform === 'linux' ? { localAddress: `127.0.1.${index + 1}` } : {})

/**
 * A served round at scoring, with so many seats taken (an odd number sits on the panel).
 * @param count at most 250
 * @param environment for the host's process, on top of this one's
 * @param room.activity with a rubric or without
 * @param room.spared so many seats more, the last of the panel, are left for somebody else to take
 */
export async function gatherCrowd(
  store: string,
  count: number,
  environment: Readonly<Record<string, string>> = {},
  { activity = 'selection', spared = 0 }: { activity?: 'selection' | 'term-assessment'; spared?: number } = {},
): Promise<Crowd> {
  const served = await serve(store, environment)
  const desk = remoteDesk(served)
  const round = await roundOf(desk, { activity, seats: count + spared })
  const { port } = await desk.lan.start({ port: 0 })
  const origin = `https://127.0.0.1:${port}`
  const packets = (await desk.packets.list({ round })).map(({ packet }) => packet)
  const cards = await desk.seats.codes({ round })
  const seats: CrowdSeat[] = []
  for (const [index, { expert, urls }] of cards.slice(0, count).entries()) {
    const agent = new https.Agent({
      keepAlive: true,
      rejectUnauthorized: false,
      maxSockets: 1,
      ...addressOf(index),
    })
    const { answer, cookie } = await join(origin, { token: urls[0]?.split('#t=')[1] ?? '' }, agent)
    if (answer.status !== 200) throw new Error(`a seat could not be taken: ${answer.status} ${answer.body}`)
    seats.push({ expert, agent, client: remoteSeat(origin, cookie, agent), kept: new Map() })
  }
  return {
    served,
    desk,
    round,
    origin,
    packets,
    seats,
    spared: cards.slice(count, count + spared),
    async close() {
      for (const { agent } of seats) agent.destroy()
      await served.leave()
    },
  }
}

/** A round of three applications at scoring, with a panel of so many (one more where the number is even). */
export async function roundOf(
  desk: RemoteDesk,
  { activity, seats }: { activity: 'selection' | 'term-assessment'; seats: number },
): Promise<string> {
  const { round } = await desk.rounds.sample({ activity, experts: 5, packets: 3, upTo: 'panel' })
  const size = Math.max(5, seats + 1 - (seats % 2))
  const people = Array.from({ length: size }, (_, index) => ({
    name: `评样${index + 1}`,
    unit: `样例单位${index + 1}`,
  }))
  const listed = await desk.experts.import({ round, experts: people })
  const members = listed.slice(-size).map(({ expert }) => expert)
  await desk.panel.set({ round, members, chair: members[0] ?? null })
  await desk.stages.close({ round, stage: 'panel' })
  for (const expert of members) await desk.recusals.declare({ round, expert, conflicts: [] })
  const { choices } = await desk.rounds.show({ round })
  if (choices.some(({ id, value }) => id === 'vote-rule' && value === null)) {
    const value = { numerator: 2, denominator: 3, strict: false, base: 'present' }
    await desk.rounds.adopt({ round, choice: 'vote-rule', value, note: '样例' })
  }
  if (activity === 'term-assessment') await fillIn(desk, round)
  await desk.stages.close({ round, stage: 'recusal' })
  return round
}

/** What a rubric wants before reading: the organiser's choices, and a value for every fact. */
async function fillIn(desk: RemoteDesk, round: string): Promise<void> {
  const adopted = { fraction: 'linear', 'bonus-in-grade': true, aggregation: 'mean' } as const
  for (const [choice, value] of Object.entries(adopted)) {
    await desk.rounds.adopt({ round, choice: choice as keyof typeof adopted, value, note: '样例' })
  }
  const scheme = loadSchemes().get('urumqi-2023')
  const activity = scheme && activityOf(scheme, 'term-assessment')
  const rubric = activity && rubricOf(scheme, activity)
  if (!rubric) throw new Error('the sample scheme has no rubric')
  const facts = Object.entries(sampleFacts(rubric, {}, 0)).map(([key, { value }]) => ({ key, value, proof: null }))
  for (const { packet } of await desk.packets.list({ round })) {
    await desk.facts.record({ round, packet, facts })
  }
}

/**
 * Lets every seat save for so many seconds.
 * @param pauseMs between an answer and the next save of the same seat; 0 is as fast as it goes.
 */
export async function work(
  crowd: Crowd,
  { seconds, pauseMs }: { seconds: number; pauseMs: number },
): Promise<CrowdFigures> {
  const { round, packets } = crowd
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  let failed = 0
  await Promise.all(
    crowd.seats.map(async ({ expert, client, kept }, index) => {
      // Sixty people do not press at the same moment.
      await new Promise((wake) => setTimeout(wake, pauseMs === 0 ? 0 : (index * pauseMs) / crowd.seats.length))
      for (let count = 1; performance.now() < until; count += 1) {
        const packet = packets[count % packets.length] ?? ''
        const opinion = `第 ${count} 次 ${Math.random()}`
        const begun = performance.now()
        try {
          await client.sheets.save({ round, expert, packet, judgements: {}, opinion })
          times.push(performance.now() - begun)
          kept.set(packet, opinion)
        } catch {
          failed += 1
        }
        if (pauseMs > 0) await new Promise((wake) => setTimeout(wake, pauseMs))
      }
    }),
  )
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return {
    acks: times.length,
    acksPerSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
    max: at(0.999999),
    failed,
    lost: await countLost(crowd),
  }
}

/** Acknowledged saves that are not there. */
export async function countLost({ round, seats }: Crowd): Promise<number> {
  let lost = 0
  for (const { expert, client, kept } of seats) {
    for (const [packet, opinion] of kept) {
      const sheet = await client.sheets.show({ round, expert, packet })
      if (sheet.opinion !== opinion) lost += 1
    }
  }
  return lost
}
