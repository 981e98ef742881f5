/** Copies every file of one source into the store, in a reader; what an earlier attempt copied is not read again. */
import { basename } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'
import { isKept, type Kept, keepBody } from '#db/packet-files.ts'
import type { Journal } from './journal.ts'
import { add, isCancelled, type Meter } from './meter.ts'
import { readSource, type SourceFile } from './source.ts'

export type CopiedFile = Kept & { readonly name: string; readonly problem?: Refusal }
export type CopiedSource = {
  readonly source: string
  readonly files: readonly CopiedFile[]
  readonly skipped: readonly string[]
}

/** Unpacking one file while another is written keeps both the processor and the disk at work. */
const atOnce = 3

/** @throws Refused for the whole source, `import-cancelled` among them; Error of the system when a body cannot be read. */
export async function copySource(path: string, store: string, journal: Journal, meter: Meter): Promise<CopiedSource> {
  const source = await readSource(path)
  try {
    add(meter, 'allFiles', source.files.length)
    add(
      meter,
      'allBytes',
      source.files.reduce((sum, { size }) => sum + size, 0),
    )
    const files: CopiedFile[] = Array(source.files.length)
    const waiting = source.files.entries()
    const take = async () => {
      for (const [at, file] of waiting) {
        const kept = await copied(path, file, { store, journal, meter })
        files[at] = { name: file.name, ...kept, ...(file.problem && { problem: file.problem }) }
        add(meter, 'files', 1)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, take))
    return { source: source.name, files, skipped: source.skipped }
  } finally {
    await source.close()
  }
}

async function copied(
  path: string,
  file: SourceFile,
  { store, journal, meter }: { store: string; journal: Journal; meter: Meter },
): Promise<Kept> {
  const origin = JSON.stringify([path, file.name, file.size, file.stamp])
  const earlier = journal.find(origin)
  if (earlier && isKept(store, earlier)) {
    add(meter, 'bytes', file.size)
    return earlier
  }
  const kept = await keepBody(store, metered(file, meter, basename(path)), file.size)
  journal.note(origin, kept)
  return kept
}

async function* metered(file: SourceFile, meter: Meter, source: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.chunks()) {
    if (isCancelled(meter)) refuse('import-cancelled', { source })
    add(meter, 'bytes', chunk.length)
    yield chunk
  }
}
