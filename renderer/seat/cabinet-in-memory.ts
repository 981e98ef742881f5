/** A cabinet for tests: keeps what was put as a disk would, and can be full. */
import type { Cabinet } from './cabinet.ts'

export function memoryCabinet(): Cabinet & { kept: Map<string, string>; isFull: boolean } {
  const kept = new Map<string, string>()
  return {
    kept,
    isFull: false,
    all: async () => [...kept.values()].map((text): unknown => JSON.parse(text)),
    async put(name, value) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, JSON.stringify(value))
    },
    drop: async (name) => void kept.delete(name),
  }
}
