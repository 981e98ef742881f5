/** Guessing the PIN of a key on this laptop: after five wrong ones in a row each further try has to wait. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { refuse } from '#core/refusal.ts'

const mostWrong = 5
/** Unlike a seat's card a key cannot be replaced for the asking: it waits, and is not lost. */
const pauseMinutes = 10

const triesSchema = z.strictObject({ wrong: z.int().min(0), last: z.iso.datetime() })

/**
 * Lets `open` try a PIN, and counts it before, so that neither a second try at the same time nor a restart is free.
 * @param file where the count is kept; it is gone after the right PIN.
 * @throws Refused `key-paused`, and whatever `open` throws.
 */
export async function withTries<T>(file: string, now: Date, open: () => Promise<T>): Promise<T> {
  const known = await readTries(file)
  // A clock that was set back must not lock a key for years, so the distance counts and not the direction.
  const since = known ? Math.abs(now.getTime() - Date.parse(known.last)) / 60_000 : Number.POSITIVE_INFINITY
  if (known && known.wrong >= mostWrong && since < pauseMinutes) {
    return refuse('key-paused', { minutes: Math.ceil(pauseMinutes - since) })
  }
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify({ wrong: (known?.wrong ?? 0) + 1, last: now.toISOString() }), { mode: 0o600 })
  const opened = await open()
  await rm(file, { force: true })
  return opened
}

async function readTries(file: string) {
  try {
    return triesSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
