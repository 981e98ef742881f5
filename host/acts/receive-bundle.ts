/** A bundle that came through a browser, kept as long as a person looks at it. */
import { mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import type { Ctx } from '../host.ts'

/**
 * Puts the file into the store's `incoming` folder, for `bundles.look` and what follows it. The one before goes: a
 * person looks at one file at a time, and a bundle can have a gigabyte.
 */
export async function receiveBundle({ host }: Ctx, { file }: { file: File }): Promise<{ path: string }> {
  const folder = path.join(host.store.folder, 'incoming')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const target = path.join(folder, path.basename(file.name.replaceAll('\\', '/')) || 'bundle.jpa')
  await writeFile(target, file.stream() as ReadableStream)
  return { path: target }
}
