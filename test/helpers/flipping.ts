/** The trial of the turned bit: one bit of a file is turned over, the program looks, and the bit is turned back. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

export type FlipTrial = { tried: number; found: number; harmless: number; missed: number[] }

/**
 * Turns one bit at each of these places and asks what became of it.
 * @param look `found`: the program said so; `harmless`: not said, and nothing that was decided reads otherwise.
 */
export async function tryFlips(
  file: string,
  places: Iterable<number>,
  look: () => Promise<'found' | 'harmless' | 'missed'>,
): Promise<FlipTrial> {
  const trial: FlipTrial = { tried: 0, found: 0, harmless: 0, missed: [] }
  for (const place of places) {
    const restore = flip(file, place, place % 8)
    const outcome = await look().finally(restore)
    trial.tried += 1
    if (outcome === 'missed') trial.missed.push(place)
    else trial[outcome] += 1
  }
  return trial
}

function flip(file: string, place: number, bit: number): () => void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, place)
  const before = byte[0] ?? 0
  writeSync(handle, Buffer.from([before ^ (1 << bit)]), 0, 1, place)
  return () => {
    writeSync(handle, Buffer.from([before]), 0, 1, place)
    closeSync(handle)
  }
}

/** Every place of a file, or every `step`th beginning with `first`. */
export function placesIn(file: string, step = 1, first = 0): number[] {
  const handle = openSync(file, 'r')
  const { size } = fstatSync(handle)
  closeSync(handle)
  return Array.from({ length: Math.max(0, Math.ceil((size - first) / step)) }, (_, at) => first + at * step)
}
