/** Tells the host, every few seconds, that this device lives, what it still has to send, and what its clock says. */
import { useEffect } from 'react'
import { seatClient } from '../kit/connect.ts'
import type { Holder } from './join.ts'
import type { Outbox } from './outbox.ts'

const beatMs = 15_000

const systems: readonly [RegExp, string][] = [
  [/iPad|Macintosh.+Mobile/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const named = (list: readonly [RegExp, string][], words: string) => list.find(([mark]) => mark.test(words))?.[1]

/** What this device is, in the words a clerk would use across the room. */
export function deviceName(agent: string): string {
  return [named(systems, agent), named(browsers, agent)].filter((name) => name !== undefined).join(' · ')
}

/** Beats while the work is on the screen, and at once when something was written or sent. */
export function usePulse({ round, expert }: Holder, outbox: Outbox): void {
  useEffect(() => {
    let last = ''
    const beat = () => {
      const { waiting, savedAt } = outbox.state()
      last = `${waiting}`
      const device = deviceName(navigator.userAgent)
      // Not reached: the outbox says so, and the next beat tries again.
      seatClient()
        .pulse.send({ round, expert, device, waiting, lastSent: savedAt, at: new Date().toISOString() })
        .catch(() => {})
    }
    beat()
    const clock = setInterval(beat, beatMs)
    const stop = outbox.subscribe(() => {
      if (`${outbox.state().waiting}` !== last && outbox.state().waiting === 0) beat()
    })
    return () => {
      clearInterval(clock)
      stop()
    }
  }, [round, expert, outbox])
}
