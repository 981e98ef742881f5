/** One live stream per page: says which topics changed, notices a lost connection, and comes back by itself. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { LiveEvent, Topic } from '#host/api/shapes.ts'
import { refusalIn } from './refusal.ts'

const topics: Topic[] = [
  'round',
  'packets',
  'panel',
  'sheets',
  'visits',
  'minutes',
  'votes',
  'result',
  'seats',
  'devices',
  'signing',
  'floor',
]
/** Seconds between attempts to reconnect. */
const waits = [1, 2, 4, 10]
/** Changes within this time are told once. */
const gatherMs = 120

/** `live.watch` of any client. */
export type Watch = (
  input: { round: string | null },
  options: { signal: AbortSignal },
) => Promise<AsyncIterable<LiveEvent>>

type Connection = { state: 'online' | 'offline'; since: number }
/** Whether the host can be reached, and since when. */
export const useConnection = create<Connection>(() => ({ state: 'online', since: Date.now() }))

const useVersions = create<Record<Topic, number>>(
  () => Object.fromEntries(topics.map((topic) => [topic, 0])) as Record<Topic, number>,
)

/** A number that grows whenever one of the topics changed. */
export function useTopicVersion(watched: readonly Topic[]): number {
  return useVersions((versions) => watched.reduce((sum, topic) => sum + (versions[topic] ?? 0), 0))
}

const waiting = new Set<Topic>()
let timer: ReturnType<typeof setTimeout> | undefined
function tell(changed: readonly Topic[]): void {
  for (const topic of changed) waiting.add(topic)
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    const grown = [...waiting]
    waiting.clear()
    useVersions.setState((versions) => Object.fromEntries(grown.map((topic) => [topic, (versions[topic] ?? 0) + 1])))
  }, gatherMs)
}

/** Everything on the screen is asked again. */
export function readAllAgain(): void {
  tell(topics)
}

function become(state: Connection['state']): void {
  if (useConnection.getState().state !== state) useConnection.setState({ state, since: Date.now() })
}

let attempt: AbortController | undefined
/** Told by a call that could not reach the host: the stream, perhaps silently dead, is opened anew. */
export function connectionLost(): void {
  become('offline')
  attempt?.abort()
}

function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(clock)
      window.removeEventListener('online', done)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const clock = setTimeout(done, seconds * 1_000)
    window.addEventListener('online', done)
    stop.addEventListener('abort', done)
  })
}

async function listen(watch: Watch, round: string | null, stop: AbortSignal): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    const now = new AbortController()
    attempt = now
    const stopNow = () => now.abort()
    stop.addEventListener('abort', stopNow)
    try {
      const events = await watch({ round }, { signal: now.signal })
      for await (const event of events) {
        if (stop.aborted) return
        const isFirst = failures > 0 || useConnection.getState().state === 'offline'
        failures = 0
        become('online')
        tell(isFirst ? topics : event.topics)
      }
      if (!stop.aborted) become('offline')
    } catch (error) {
      if (stop.aborted) return
      if (refusalIn(error) === undefined) become('offline')
    } finally {
      stop.removeEventListener('abort', stopNow)
    }
    await pause(waits[Math.min(failures, waits.length - 1)] ?? 10, stop)
    failures += 1
  }
}

/** Keeps the live stream of a round (null: of all rounds) open while the calling component is on the screen. */
export function useLive(watch: Watch, round: string | null): void {
  useEffect(() => {
    const stop = new AbortController()
    const dropped = () => connectionLost()
    window.addEventListener('offline', dropped)
    void listen(watch, round, stop.signal)
    return () => {
      window.removeEventListener('offline', dropped)
      stop.abort()
    }
  }, [watch, round])
}
