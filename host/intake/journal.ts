/** What a round's imports have copied already, so that one that was cut short goes on where it stopped. */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Kept } from '#db/packet-files.ts'

/** Looks up and notes copied files by where they came from; a lost line only costs copying again. */
export type Journal = {
  find(origin: string): Kept | undefined
  note(origin: string, kept: Kept): void
}

/** The journal of one store folder. */
export function openJournal(folder: string): Journal {
  const file = path.join(folder, 'files', 'copied.jsonl')
  const known = new Map(linesOf(file))
  return {
    find: (origin) => known.get(origin),
    note(origin, kept) {
      known.set(origin, kept)
      mkdirSync(path.dirname(file), { recursive: true })
      appendFileSync(file, `${JSON.stringify([origin, kept])}\n`)
    },
  }
}

function linesOf(file: string): [string, Kept][] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): [string, Kept][] => {
        try {
          return [JSON.parse(line) as [string, Kept]]
        } catch {
          // the last line of an import that was killed
          return []
        }
      })
  } catch {
    return []
  }
}
