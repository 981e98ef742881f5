/** Reads a bundle's members by name. What they hold is checked against the manifest by whoever reads them. */
import { createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromFdPromise } from 'yauzl'

export type Members = {
  names(): string[]
  /** The bytes of a small member; null when it is not there or larger than `limit`. */
  read(name: string, limit: number): Promise<Buffer | null>
  /** Writes a member to a file. */
  extract(name: string, target: string): Promise<void>
  close(): Promise<void>
}

/** Opens a zip. Throws what yauzl throws when it is none, or damaged. */
export async function openMembers(path: string): Promise<Members> {
  const handle = await open(path)
  try {
    return await membersOf(handle)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function membersOf(handle: FileHandle): Promise<Members> {
  const zip = await fromFdPromise(handle.fd, { autoClose: false })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name)
    if (!entry) throw new Error(`no ${name}`)
    return (await zip.openReadStreamPromise(entry)) as Readable
  }
  return {
    names: () => [...entries.keys()],
    async read(name, limit) {
      const entry = entries.get(name)
      if (!entry || entry.uncompressedSize > limit) return null
      const chunks: Buffer[] = []
      for await (const chunk of await stream(name)) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    extract: async (name, target) => pipeline(await stream(name), createWriteStream(target)),
    close: () => handle.close(),
  }
}
