/** Readers at work: hands jobs to threads with a memory limit of their own, and replaces one that broke down. */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FormMap } from '#core/form/form-map.ts'
import { type Refusal, Refused } from '#core/refusal.ts'
import { workerFile } from '../worker-file.ts'
import type { CopiedSource } from './copy.ts'
import type { Inspection } from './inspect.ts'
import type { Meter } from './meter.ts'
import type { PaperText } from './paper-text.ts'

export type Job =
  | { readonly kind: 'copy'; readonly path: string; readonly store: string; readonly meter: Meter }
  | { readonly kind: 'inspect'; readonly path: string; readonly name: string; readonly maps: readonly FormMap[] }
  | { readonly kind: 'text'; readonly path: string; readonly mime: string }
  | { readonly kind: 'thumbnail'; readonly path: string; readonly longest: number }

/** What a reader says: its answer, a refusal, or an error of the system with its code. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly refusal: Refusal }
  | { readonly failure: { readonly code: string; readonly message: string } }

/** Says that a reader ended over a job: out of memory, or out of time. */
export class ReaderCrash extends Error {
  readonly why: 'memory' | 'time' | 'fault'
  constructor(why: 'memory' | 'time' | 'fault', cause?: unknown) {
    super(`the reader ended: ${why}`, { cause })
    this.why = why
  }
}

export type Readers = {
  /** Copies a source into a round's store. @throws Refused, ReaderCrash, or an error of the system with its `code`. */
  copy(path: string, store: string, meter: Meter): Promise<CopiedSource>
  /** Says what a stored file is. @throws ReaderCrash */
  inspect(path: string, name: string, maps: readonly FormMap[]): Promise<Inspection>
  /** The words of a stored file, page by page; `unread` where a reader broke down on it. */
  text(path: string, mime: string): Promise<PaperText>
  /** A photo made small and upright, as JPEG; null when it cannot be drawn. @throws ReaderCrash */
  thumbnail(path: string, longest: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

const readerFile = workerFile(path.join(import.meta.dirname, 'reader'))

const memoryMb = 192
/** A file that takes longer to be understood is taken in unread. Copying takes as long as the stick does. */
const inspectMs = 10_000

type Reader = {
  readonly worker: Worker
  busy: boolean
  /** When it has loaded what it reads with, or could not: a slow computer's start is no file's fault. */
  readonly ready: Promise<'ready' | 'gone'>
}

/** Starts readers when they are needed: as many as help, two at most. */
export function openReaders({
  count = Math.min(2, availableParallelism()),
  memory = memoryMb,
  patience = inspectMs,
}: {
  readonly count?: number
  readonly memory?: number
  readonly patience?: number
} = {}): Readers {
  const readers = new Set<Reader>()
  const waiting: (() => void)[] = []

  function start(): Reader {
    const worker = new Worker(readerFile, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
      // a flag of the host's own start must not reach the readers, nor its standard input
      execArgv: [],
      stdin: false,
    })
    const ready = new Promise<'ready' | 'gone'>((resolve) => {
      worker.once('message', () => resolve('ready'))
      worker.once('error', () => resolve('gone'))
      worker.once('exit', () => resolve('gone'))
    })
    const reader = { worker, busy: false, ready }
    readers.add(reader)
    return reader
  }

  /** A reader for this job alone; waits for one when all are at work. */
  async function engage(): Promise<Reader> {
    for (;;) {
      const reader = [...readers].find(({ busy }) => !busy) ?? (readers.size < count ? start() : undefined)
      if (reader) {
        // before anybody else can look
        reader.busy = true
        return reader
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  async function run(job: Job, limit?: number): Promise<unknown> {
    const reader = await engage()
    try {
      if ((await reader.ready) === 'gone') throw new ReaderCrash('fault')
      return outcomeOf(await replyOf(reader.worker, job, limit))
    } catch (failure) {
      if (failure instanceof ReaderCrash) {
        readers.delete(reader)
        await reader.worker.terminate()
      }
      throw failure
    } finally {
      reader.busy = false
      waiting.shift()?.()
    }
  }

  return {
    copy: (path, store, meter) => run({ kind: 'copy', path, store, meter }) as Promise<CopiedSource>,
    inspect: (path, name, maps) => run({ kind: 'inspect', path, name, maps }, patience) as Promise<Inspection>,
    text: (path, mime) =>
      run({ kind: 'text', path, mime }, patience).catch((failure: unknown) => {
        if (failure instanceof ReaderCrash) return { state: 'unread', pages: [] }
        throw failure
      }) as Promise<PaperText>,
    thumbnail: (path, longest) => run({ kind: 'thumbnail', path, longest }, patience) as Promise<Uint8Array | null>,
    async close() {
      await Promise.all([...readers].map(({ worker }) => worker.terminate()))
      readers.clear()
    },
  }
}

function outcomeOf(reply: Reply): unknown {
  if ('answer' in reply) return reply.answer
  if ('refusal' in reply) throw new Refused(reply.refusal)
  const { code, message } = reply.failure
  if (!code) throw new ReaderCrash('fault', message)
  throw Object.assign(new Error(message), { code })
}

function replyOf(worker: Worker, job: Job, limit: number | undefined): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer)
      worker.off('message', heard).off('error', broke).off('exit', left)
      worker.unref()
      end()
    }
    const heard = (reply: Reply) => settle(() => resolve(reply))
    const broke = (error: NodeJS.ErrnoException) =>
      settle(() => reject(new ReaderCrash(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault', error)))
    const left = () => settle(() => reject(new ReaderCrash('fault')))
    const timer =
      limit === undefined ? undefined : setTimeout(() => settle(() => reject(new ReaderCrash('time'))), limit)
    worker.on('message', heard).on('error', broke).on('exit', left)
    worker.ref()
    worker.postMessage(job)
  })
}
