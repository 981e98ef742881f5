/** Has papers written by a thread of its own: a large round takes seconds, and meanwhile the room goes on. */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused } from '#core/refusal.ts'
import { type Ctx, timestamp } from '../host.ts'
import type { Reply } from '../intake/readers.ts'
import { workerFile } from '../worker-file.ts'
import type { TypedPapers, TypingJob, TypingTask } from './typist.ts'

/** One file that was written: where it lies when it went to a folder, its bytes when it did not. */
export type Typed = {
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

const typistFile = workerFile(path.join(import.meta.dirname, 'typist'))

/**
 * Reads the round and writes what the task asks for, away from the thread that answers the seats. The thread ends with
 * its task, and all its memory with it. What is not yet in the round's file, it does not see.
 * @throws Refused whatever reading the round and writing the files refuse.
 */
export async function typed(ctx: Ctx, round: string, task: TypingTask): Promise<TypedPapers> {
  const { host, caller } = ctx
  const job: TypingJob = {
    store: host.store.folder,
    round,
    caller: { ...caller, signature: null },
    madeAt: timestamp(host),
    task,
  }
  const worker = new Worker(typistFile, { workerData: job, execArgv: [], stdin: false })
  try {
    const reply = await new Promise<Reply>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the typist ended with ${code} and said nothing`)))
    })
    if ('refusal' in reply) throw new Refused(reply.refusal)
    if ('failure' in reply) throw new Error(reply.failure.message)
    return reply.answer as TypedPapers
  } finally {
    await worker.terminate()
  }
}
