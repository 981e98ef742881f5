/** The reader: a thread with its own memory limit that opens what came from outside. What breaks it breaks nothing else. */
import { parentPort } from 'node:worker_threads'
import { Refused } from '#core/refusal.ts'
import { copySource } from './copy.ts'
import { inspectFile } from './inspect.ts'
import { type Journal, openJournal } from './journal.ts'
import { readPaperText } from './paper-text.ts'
import type { Job, Reply } from './readers.ts'
import { makeThumbnail } from './thumbnail.ts'

const journals = new Map<string, Journal>()

function journalOf(store: string): Journal {
  const journal = journals.get(store) ?? openJournal(store)
  journals.set(store, journal)
  return journal
}

async function done(job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'copy':
      return copySource(job.path, job.store, journalOf(job.store), job.meter)
    case 'inspect':
      return inspectFile(job.name, job.path, job.maps)
    case 'text':
      return readPaperText(job.path, job.mime)
    case 'thumbnail':
      return makeThumbnail(job.path, job.longest)
  }
}

parentPort?.on('message', async (job: Job) => {
  let reply: Reply
  try {
    reply = { answer: await done(job) }
  } catch (failure) {
    if (failure instanceof Refused) reply = { refusal: failure.refusal }
    else {
      const { code, message, stack } = failure as NodeJS.ErrnoException
      reply = { failure: { code: code ?? '', message: stack ?? message } }
    }
  }
  parentPort?.postMessage(reply)
})

// pdf.js lets go of promises over damaged files; the job itself still ends, with its answer or out of time.
process.on('unhandledRejection', () => undefined)
// the first message: from now on its time counts
parentPort?.postMessage('ready')
