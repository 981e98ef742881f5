/** One stroke of one expert kept on the host's disk: the transaction every seat waits for. */
import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '#build/repo.mjs'
import { openRoundFile } from '#db/open.ts'
import { draftStatements, saveDraft } from '#db/queries/sheets.ts'
import type { BenchCase, Place, Size } from '../case.ts'
import { largeRound, prepareLarge, sizes, storeIn } from '../large.ts'
import { compiled } from '../peers.ts'
import { percentile } from '../statistics.ts'

const c = 'C, the same SQL and SQLite'
const disk = 'fdatasync of 4 KiB'
const strokes: Record<Size, number> = { small: 300, typical: 2_000, stress: 4_000 }
const items = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const

function program(): string {
  const shipped = path.join(root, 'node_modules', 'better-sqlite3', 'deps', 'sqlite3')
  const defined = ['THREADSAFE=2', 'DEFAULT_CACHE_SIZE=-16000', 'DQS=0', 'DEFAULT_MEMSTATUS=0', 'OMIT_SHARED_CACHE']
  return compiled('autosave.c', {
    flags: [
      ...defined.map((option) => `-DSQLITE_${option}`),
      '-DHAVE_FDATASYNC=1',
      '-DNDEBUG',
      `-I${shipped}`,
      path.join(shipped, 'sqlite3.c'),
    ],
    libraries: ['pthread', 'dl', 'm'],
    debian: 'libc6-dev',
  })
}

/** A copy of the round's file that may be written into. */
function copyOf({ data, scratch }: Place): string {
  const copy = path.join(scratch, 'round.sqlite')
  copyFileSync(path.join(storeIn(data), 'rounds', largeRound, 'round.sqlite'), copy)
  return copy
}

export const benchCase: BenchCase = {
  about: "one mark saved: the sheet's row and the judgement's in one durable transaction, the file full of marks",
  peers: [
    {
      name: c,
      command(place) {
        const texts = (['sheet', 'judgement'] as const).map((name) => {
          const file = path.join(place.data, `${name}.sql`)
          writeFileSync(file, draftStatements[name])
          return file
        })
        const { packets, experts } = sizes[place.size]
        const copy = path.join(place.scratch, 'round.sqlite')
        const original = path.join(storeIn(place.data), 'rounds', largeRound, 'round.sqlite')
        const args = [...texts, strokes[place.size], packets, experts].map(String)
        // The folder is emptied before every run: the copy is made by the run itself, outside the times it takes.
        return ['sh', '-c', 'cp "$1" "$2" && shift && exec "$0" save "$@"', program(), original, copy, ...args]
      },
    },
    {
      name: disk,
      command: ({ scratch, size }) => [program(), 'sync', path.join(scratch, 'blocks'), `${strokes[size]}`],
    },
  ],
  goals: [
    { figure: 'p50', of: c, atMost: 1.15 },
    { figure: 'p50', of: disk, atMost: 1.6 },
    { figure: 'p99', of: c, atMost: 1.3 },
  ],
  prepare: prepareLarge,
  async product(place) {
    const file = openRoundFile(copyOf(place))
    const { packets, experts } = sizes[place.size]
    const times: number[] = []
    let state = 12_345
    for (let stroke = 0; stroke < strokes[place.size]; stroke += 1) {
      // The same numbers as the peer draws; every value is new, since an unchanged row is no write.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const at = `2026-11-21T06:${two(stroke / 60_000)}:${two(stroke / 1_000)}.${String(stroke % 1_000).padStart(3, '0')}Z`
      const where = {
        packet: `packet-${((state >>> 8) % packets) + 1}`,
        expert: `expert-${((state >>> 4) % experts) + 1}`,
      }
      const mark = { deduct: `${state % 3}.${(state >>> 3) % 10}`, reason: `reason ${stroke}`, pins: [] }
      const item = items[state % items.length] ?? 'A1'
      const begun = performance.now()
      saveDraft(file, where, { judgements: { [item]: mark }, at })
      times.push(performance.now() - begun)
    }
    const [answer] = file.$client
      .prepare(
        "select (select count(*) from sheets where state = 'draft') as drafts, count(*) as marks, round(sum(deduct), 1) as deducted, sum(length(reason)) as letters from judgements",
      )
      .raw()
      .all()
    file.$client.close()
    const ms = times.reduce((sum, time) => sum + time, 0)
    const figures = { ms, p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: Math.max(...times) }
    return { figures, answer }
  },
  check({ product, [c]: peer }) {
    return peer === undefined || JSON.stringify(product) === JSON.stringify(peer)
      ? null
      : `the rows differ: ${JSON.stringify(product)} and ${JSON.stringify(peer)}`
  },
}

const two = (count: number) => String(Math.floor(count) % 60).padStart(2, '0')
