/** The stream of what changed: one per open screen. */

import { refuse } from '#core/refusal.ts'
import type { Ctx } from '../host.ts'
import type { LiveEvent, Topic } from './shapes.ts'

const everything: Topic[] = [
  'round',
  'packets',
  'import',
  'panel',
  'sheets',
  'visits',
  'minutes',
  'votes',
  'result',
  'seats',
  'signing',
  'floor',
  'devices',
]

/** What a seat may hear of: never that a colleague's draft of a sheet exists. A visit is its team's common work. */
const forSeats = new Set<Topic>(['round', 'votes', 'sheets', 'packets', 'visits', 'seats', 'signing', 'floor'])

/**
 * Yields what changes in one round, or (for the desk) in any. The first event says everything did, so that a
 * screen that comes back asks for all it shows.
 */
export async function* watchChanges(
  { host, caller }: Ctx,
  { round }: { round: string | null },
  signal?: AbortSignal,
): AsyncGenerator<LiveEvent> {
  if (caller.seat && caller.seat.round !== round) refuse('not-signed-in')
  const waiting: LiveEvent[] = [{ round: round ?? '', topics: everything }]
  let wake = () => {}
  const stop = host.onChange((event) => {
    if (round !== null && event.round !== round) return
    const topics = caller.seat ? event.topics.filter((topic) => forSeats.has(topic)) : event.topics
    if (topics.length === 0) return
    waiting.push({ round: event.round, topics })
    wake()
  })
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort)
  try {
    while (!signal?.aborted) {
      const next = waiting.shift()
      if (next) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', onAbort)
  }
}
