/**
 * Many seats, one disk: acts that arrive in the same turn of the loop are made durable together. Each is answered only when
 * its bytes are on disk; one that is refused takes nothing of the others with it.
 */
import type { RoundFile } from '#db/open.ts'

type Job = { run(): unknown; resolve(answer: unknown): void; reject(error: unknown): void }

const queues = new WeakMap<RoundFile, Job[]>()

/**
 * Runs an act with the others that wait for this file, in the order they came, in one transaction.
 * @param run must be synchronous: what it awaits would fall outside of the transaction.
 */
export function commitTogether<T>(file: RoundFile, run: () => T): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  let queue = queues.get(file)
  if (!queue) {
    queue = []
    queues.set(file, queue)
    setImmediate(() => commitAll(file))
  }
  queue.push({ run, resolve: (answer) => resolve(answer as T), reject })
  return promise
}

function commitAll(file: RoundFile): void {
  const jobs = queues.get(file) ?? []
  queues.delete(file)
  const client = file.$client
  const settle: (() => void)[] = []
  try {
    client
      .transaction(() => {
        for (const job of jobs) {
          try {
            const answer = job.run()
            if (answer instanceof Promise) throw new TypeError('an act that waits cannot be committed with others')
            settle.push(() => job.resolve(answer))
          } catch (error) {
            // A full disk ends the whole transaction: then none of the others is durable either.
            if (!client.inTransaction) throw error
            settle.push(() => job.reject(error))
          }
        }
      })
      .immediate()
  } catch (error) {
    for (const job of jobs) job.reject(error)
    return
  }
  for (const done of settle) done()
}
