/** Counts that a reader and the host share while a source is copied; and the host's word to stop. */

/** `cancel` is written by the host, the rest by the reader. Bytes and files of one source. */
const places = { cancel: 0, bytes: 1, allBytes: 2, files: 3, allFiles: 4 } as const

export type Meter = BigInt64Array<SharedArrayBuffer>

export const newMeter = (): Meter => new BigInt64Array(new SharedArrayBuffer(8 * Object.keys(places).length))

export const add = (meter: Meter, place: Exclude<keyof typeof places, 'cancel'>, count: number): void => {
  Atomics.add(meter, places[place], BigInt(count))
}

export const cancel = (meter: Meter): void => {
  Atomics.store(meter, places.cancel, 1n)
}

export const isCancelled = (meter: Meter): boolean => Atomics.load(meter, places.cancel) !== 0n

/** The counts as numbers. */
export function readMeter(meter: Meter): { bytes: number; allBytes: number; files: number; allFiles: number } {
  const at = (place: keyof typeof places) => Number(Atomics.load(meter, places[place]))
  return { bytes: at('bytes'), allBytes: at('allBytes'), files: at('files'), allFiles: at('allFiles') }
}
