/** Writes a bundle: one file with ledger, scheme and packet files, locked where it leaves the room. */
import { createHash, createHmac } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { ZipFile } from 'yazl'
import { canonicalJson, combineHeads, type Entry } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { onDisk, writeWhole } from '#db/disk.ts'
import { endsOf } from '#db/merge.ts'
import { hashFile, pathOf } from '#db/packet-files.ts'
import type { BundleLabel, Manifest } from './manifest.ts'

/** With what a bundle is locked; null leaves it open, for an archive anybody may check. */
export type Lock = { passphrase: string } | { recipient: string } | null

/** What goes into a bundle. */
export type Contents = {
  label: BundleLabel
  entries: readonly Entry[]
  scheme: Scheme
  /** The round's folder, and the files to take along from it. */
  folder: string
  files: readonly string[]
  reply?: Manifest['reply']
  /** The package's secret; the manifest carries a proof made with it. */
  seal?: string
}

/** The first bytes of a locked bundle; an open one is a plain zip. */
export const lockedMagic = 'JPA1 '
/** Ends an open bundle: behind it stands the SHA-256 of everything before. */
export const digestNote = 'jiangping sha256 '
/** Half a second on an old laptop for each guess at a passphrase. */
const scryptWork = 15

export type Packed = { path: string; sha256: string; entries: number; files: number; ledgerHead: string }

/** @throws Refused `backup-exists`, `disk-full`, `read-only-place`, `place-gone`. */
export async function writeBundle(target: string, contents: Contents, lock: Lock): Promise<Packed> {
  if (existsSync(target)) refuse('backup-exists', { path: target })
  await onDisk(target, () => mkdir(path.dirname(target), { recursive: true }))
  const manifest = manifestOf(contents)
  await writeWhole(target, async (part) => {
    const zip = zipOf(contents, manifest)
    if (lock === null) await writeOpen(part, zip)
    else await pipeline(lockedBytes(zip, contents.label, lock), createWriteStream(part))
  })
  return {
    path: target,
    sha256: await hashFile(target),
    entries: manifest.entries,
    files: manifest.files.length,
    ledgerHead: manifest.head,
  }
}

const digest = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

/** The lines of a ledger as they lie in a bundle. */
export function ledgerLines(entries: readonly Entry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

/** Proves that the maker of this manifest held the package's secret. */
export function proofOf(manifest: Omit<Manifest, 'proof'>, seal: string): string {
  return createHmac('sha256', seal).update(canonicalJson(manifest)).digest('hex')
}

function manifestOf(contents: Contents): Manifest {
  const { label, entries, scheme, files, reply = null, seal } = contents
  const ends = endsOf(entries, '')
  const bare = {
    format: 'jiangping' as const,
    ...label,
    head: combineHeads(ends),
    entries: entries.length,
    ends,
    ledger: digest(ledgerLines(entries)),
    scheme: digest(canonicalJson(scheme)),
    files: [...files],
    reply,
  }
  return { ...bare, proof: seal === undefined ? null : proofOf(bare, seal) }
}

function zipOf({ entries, scheme, folder, files }: Contents, manifest: Manifest): ZipFile {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json')
  zip.addBuffer(Buffer.from(ledgerLines(entries)), 'ledger.jsonl')
  zip.addBuffer(Buffer.from(canonicalJson(scheme)), 'scheme.json')
  // Scans and photos are compressed already.
  for (const hash of files) zip.addFile(pathOf(folder, hash), `files/${hash}`, { compress: false })
  return zip
}

/** A plain zip whose comment holds the hash of all before it: not one bit of the file can change unnoticed. */
async function writeOpen(part: string, zip: ZipFile): Promise<void> {
  zip.end({ forceZip64Format: false, comment: `${digestNote}${'0'.repeat(64)}` })
  await pipeline(zip.outputStream, createWriteStream(part))
  const handle = await open(part, 'r+')
  try {
    const { size } = await handle.stat()
    const hash = createHash('sha256')
    await pipeline(createReadStream(part, { end: size - 65 }), hash)
    await handle.write(hash.digest('hex'), size - 64)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function* lockedBytes(zip: ZipFile, label: BundleLabel, lock: NonNullable<Lock>): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    encrypter.setScryptWorkFactor(scryptWork)
  } else encrypter.addRecipient(lock.recipient)
  zip.end()
  // yazl reports a file that vanished on the zip, not on its stream.
  const source = zip.outputStream as Readable
  zip.on('error', (error) => source.destroy(error as Error))
  const plain = Readable.toWeb(source) as unknown as globalThis.ReadableStream<Uint8Array>
  const locked = await encrypter.encrypt(plain)
  yield Buffer.from(`${lockedMagic}${JSON.stringify(label)}\n`)
  for await (const chunk of locked as unknown as ReadableStream<Uint8Array>) yield chunk
}
