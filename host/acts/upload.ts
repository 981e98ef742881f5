/** A file that came through a browser becomes a file on disk for as long as an act needs it. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Calls `use` with the path of a copy that bears the file's own name; the copy is gone afterwards. */
export async function withUpload<T>(file: File, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiangping-'))
  try {
    const target = path.join(folder, path.basename(file.name.replaceAll('\\', '/')) || 'upload')
    await pipeline(Readable.fromWeb(file.stream() as ReadableStream), createWriteStream(target))
    return await use(target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
