/** What the two benches of the ranking share: the round, its points as a table that a peer in C reads, and the answer. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { exact } from '#core/exact/exact.ts'
import type { RankingView } from '#host/api/shapes.ts'
import { openHost } from '#host/host.ts'
import { acceptedPackets, enter } from '#host/room.ts'
import { readScoring } from '#host/views/scoring.ts'
import { submittedSheets } from '#host/views/sheets.ts'
import type { Peer, Size } from './case.ts'
import { caller, largeRound, madeAt, prepareLarge, storeIn } from './large.ts'
import { compiled } from './peers.ts'

type Answer = { readonly ranks: readonly (number | null)[]; readonly w: string | null }

const points = (data: string) => path.join(data, 'points.sqlite')

/** Scans and computes; it is handed every point, the product works most of them out from facts. */
export const rankingPeer: Peer = {
  name: 'C, scan and compute',
  command: ({ data }) => [
    compiled('ranking.c', { libraries: ['sqlite3'], headers: ['sqlite3.h'], debian: 'libsqlite3-dev' }),
    points(data),
  ],
}

/** Makes the round, and writes every point of it in hundredths. */
export async function prepareRanking(data: string, size: Size): Promise<void> {
  await prepareLarge(data, size)
  const host = openHost(storeIn(data), { now: () => new Date(madeAt) })
  const table = new Database(points(data))
  try {
    const room = enter({ host, caller }, largeRound)
    const order = new Map(acceptedPackets(room).map(({ id }, at) => [id, at]))
    table.exec(
      'create table points (packet int, expert int, item int, points int, primary key (packet, expert, item)) without rowid',
    )
    const insert = table.prepare('insert into points values (?, ?, ?, ?)')
    table.transaction(() => {
      for (const sheet of submittedSheets(room, readScoring(room), [])) {
        const items = sheet.blocks.flatMap(({ items }) => items)
        items.forEach((item, at) => {
          insert.run(order.get(sheet.packet), sheet.seat - 1, at, hundredths(item.points))
        })
      }
    })()
  } finally {
    table.close()
    await host.close()
  }
}

function hundredths(spelling: string | null): number {
  const whole = exact(spelling ?? '').mul(100)
  if (whole.d !== 1n) throw new RangeError(`${spelling} is finer than hundredths`)
  return Number(whole.n)
}

/** Ranks by the number of the application, and W. */
export function answerOf({ rows, kendallW }: RankingView): Answer {
  const ranks = rows.toSorted((a, b) => a.no - b.no).map(({ rank }) => rank)
  return { ranks, w: kendallW?.corrected ?? null }
}

/** Null when product and peer agree. */
export function sameRanking(answers: Readonly<Record<string, unknown>>): string | null {
  const [mine, ...others] = Object.values(answers).map((answer) => JSON.stringify(answer))
  const wrong = others.find((other) => other !== mine)
  return wrong ? `${mine?.slice(0, 200)}, not ${wrong.slice(0, 200)}` : null
}
