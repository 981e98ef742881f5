/** A running import: what it has to do, how far it is, and the way to stop it. Lost with the process, as it should be. */
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportProgress } from '../api/shapes.ts'
import { cancel, type Meter, newMeter, readMeter } from './meter.ts'

export class Importing {
  private readonly begun: number
  private readonly clock: () => number
  private sizes: readonly number[] = []
  private readonly meters = new Map<number, Meter>()
  private readonly paths: readonly string[]
  private done = 0
  private doneBytes = 0
  private doneFiles = 0
  private current = ''
  isCancelled = false

  constructor(paths: readonly string[], clock: () => number) {
    this.paths = paths
    this.clock = clock
    this.begun = clock()
  }

  /** Adds up what is to be read, so that the time left can be told. What cannot be read counts nothing. */
  async survey(): Promise<void> {
    this.sizes = await Promise.all(this.paths.map((path) => sizeOf(path)))
  }

  /** The counts of one source while it is read. */
  meterOf(at: number): Meter {
    const meter = newMeter()
    if (this.isCancelled) cancel(meter)
    this.meters.set(at, meter)
    this.current = basename(this.paths[at] ?? '')
    return meter
  }

  finished(at: number): void {
    const meter = this.meters.get(at)
    this.meters.delete(at)
    this.done += 1
    this.doneBytes += this.sizes[at] ?? 0
    this.doneFiles += meter ? readMeter(meter).files : 0
  }

  /** What came in stays; what is being read is let go. */
  cancel(): void {
    this.isCancelled = true
    for (const meter of this.meters.values()) cancel(meter)
  }

  progress(): ImportProgress {
    const bytes = this.doneBytes + this.sumOfRunning((meter, size) => size * shareOf(meter))
    const allBytes = this.sizes.reduce((sum, size) => sum + size, 0)
    const seconds = (this.clock() - this.begun) / 1000
    const left = bytes > 0 && seconds > 1 ? Math.ceil((seconds / bytes) * Math.max(0, allBytes - bytes)) : null
    return {
      sources: { done: this.done, of: this.paths.length },
      files: this.doneFiles + this.sumOfRunning((meter) => readMeter(meter).files),
      bytes: { done: Math.round(bytes), of: allBytes },
      secondsLeft: left,
      current: this.current,
      cancelling: this.isCancelled,
    }
  }

  private sumOfRunning(count: (meter: Meter, size: number) => number): number {
    return [...this.meters].reduce((sum, [at, meter]) => sum + count(meter, this.sizes[at] ?? 0), 0)
  }
}

function shareOf(meter: Meter): number {
  const { bytes, allBytes } = readMeter(meter)
  return allBytes > 0 ? Math.min(1, bytes / allBytes) : 0
}

/** Bytes of a file, or of everything in a folder; links are not followed. */
async function sizeOf(path: string, depth = 0): Promise<number> {
  try {
    const found = await lstat(path)
    if (found.isFile()) return found.size
    if (!found.isDirectory() || depth > 20) return 0
    const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name), depth + 1)))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return 0
  }
}
