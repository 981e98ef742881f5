/** The program's log, for support: what was called and how it ended. Never a name, a number or a score of anybody. */
import path from 'node:path'
import pino from 'pino'
import { createStream } from 'rotating-file-stream'
import type { Door } from '#core/ledger/entry.ts'

/** Everything a line can hold. Nothing that comes from an input, a packet or a sheet has a place here. */
export type LogLine =
  | { event: 'opened'; version: string; node: string; system: string }
  | { event: 'called'; method: string; door: Door; ms: number; refused?: string }
  | { event: 'fault'; method: string; door: Door; ms: number; error: string; code?: string; frames: string[] }
  | { event: 'closed' }

export type Log = { write(line: LogLine): void; close(): Promise<void> }

/** A log in a folder: one mebibyte a file, five files kept. */
export function openLog(folder: string): Log {
  const stream = createStream('jiangping.log', { path: folder, size: '1M', maxFiles: 5 })
  // A full disk must not end the program because of its log.
  stream.on('error', () => {})
  const lines = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    write: (line) => (line.event === 'fault' ? lines.error(line) : lines.info(line)),
    close: () => new Promise((done) => stream.end(() => done())),
  }
}

/** Where the log of a store lies. */
export const logFolder = (store: string): string => path.join(store, 'log')

/** What of an error may be kept: its kind and where it happened. Its message may quote what somebody typed. */
export function traceOf(error: unknown): { error: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()]+)\)?$/, '($1)'))
  return { error: error.name, ...(typeof code === 'string' && { code }), frames }
}
