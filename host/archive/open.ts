/** Opens a bundle and believes nothing: kind, version, lock, length, every fingerprint, every chain. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Text, text } from '#core/lang.ts'
import { canonicalJson, checkChains, type Entry, fingerprintOf, headOf } from '#core/ledger/entry.ts'
import { Refused, refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { onDisk } from '#db/disk.ts'
import { hashFile } from '#db/packet-files.ts'
import { type BundleLabel, bundleLabel, bundleVersion, type Manifest, manifestSchema } from './manifest.ts'
import { digestNote, lockedMagic } from './pack.ts'
import { type Members, openMembers } from './unzip.ts'

export type OpenBundle = {
  readonly manifest: Manifest
  readonly entries: readonly Entry[]
  readonly scheme: Scheme
  /** Hands over one packet file, checked, at a path that lasts until the callback is done. */
  withFile<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>
}

/** How a locked bundle may be opened. */
export type Keys = { passphrase?: string | undefined; identity?: string | undefined }

/** The label of a bundle: all there is to see without its key. `locked` says whether it needs one. */
export type Look = BundleLabel & { locked: boolean }

const labelLimit = 4_096
const textLimit = 256 * 1024 * 1024

/** @throws Refused `not-a-bundle`, `damaged-bundle`, `newer-bundle`, `place-gone`. */
export async function lookAtBundle(file: string): Promise<Look> {
  const start = await startOf(file)
  if (start.startsWith(lockedMagic)) return { ...labelIn(file, start), locked: true }
  return withBundle(file, {}, async ({ manifest }) => {
    const { kind, version, round, title, from, at } = manifest
    return { kind, version, round, title, from, at, locked: false }
  })
}

async function startOf(file: string): Promise<string> {
  return onDisk(file, async () => {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(labelLimit), 0, labelLimit, 0)
      const start = buffer.subarray(0, bytesRead).toString('utf8')
      if (!start.startsWith('PK') && !start.startsWith(lockedMagic)) refuse('not-a-bundle', { path: file })
      return start
    } finally {
      await handle.close()
    }
  })
}

function labelIn(file: string, start: string): BundleLabel {
  const line = start.slice(lockedMagic.length, Math.max(start.indexOf('\n'), 0))
  const label = bundleLabel.safeParse(parsed(line))
  if (!label.success) return refuse('damaged-bundle', { path: file, why: 'label' })
  if (label.data.version > bundleVersion) refuse('newer-bundle')
  return label.data
}

function parsed(spelling: string): unknown {
  try {
    return JSON.parse(spelling)
  } catch {
    return null
  }
}

/**
 * Opens, checks and hands over a bundle; nothing of it stays behind.
 * @throws Refused `not-a-bundle`, `damaged-bundle`, `newer-bundle`, `passphrase-needed`, `wrong-passphrase`, `place-gone`.
 */
export async function withBundle<T>(file: string, keys: Keys, use: (bundle: OpenBundle) => Promise<T>): Promise<T> {
  const start = await startOf(file)
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'jiangping-bundle-'))
  try {
    const isLocked = start.startsWith(lockedMagic)
    const label = isLocked ? labelIn(file, start) : null
    const plain = label ? await unlock(file, label, keys, path.join(scratch, 'plain.zip')) : await wholeZip(file)
    const members = await openMembers(plain).catch(() => damaged(file, 'zip'))
    try {
      return await use(await checkedBundle(file, members, label, scratch))
    } finally {
      await members.close()
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const damaged = (file: string, why: string): never => refuse('damaged-bundle', { path: file, why })

/** An open bundle names its own hash at the end. */
async function wholeZip(file: string): Promise<string> {
  const { size } = await stat(file)
  const handle = await open(file)
  try {
    const tail = Buffer.alloc(Math.min(size, digestNote.length + 64))
    await handle.read(tail, 0, tail.length, size - tail.length)
    const words = tail.toString('latin1')
    if (!words.startsWith(digestNote)) return damaged(file, 'end')
    const hash = createHash('sha256')
    await pipeline(createReadStream(file, { end: size - 65 }), hash)
    if (hash.digest('hex') !== words.slice(digestNote.length)) return damaged(file, 'sha256')
    return file
  } finally {
    await handle.close()
  }
}

async function unlock(file: string, label: BundleLabel, keys: Keys, target: string): Promise<string> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  // Work is locked for its round, everything else by passphrase.
  if (label.kind === 'work') decrypter.addIdentity(keys.identity ?? refuse('other-round', { round: label.round }))
  else decrypter.addPassphrase(keys.passphrase ?? refuse('passphrase-needed', { path: file }))
  const offset = Buffer.byteLength(`${lockedMagic}${await labelLine(file)}\n`)
  const source = Readable.toWeb(createReadStream(file, { start: offset }))
  const plain = await decrypter
    .decrypt(source as unknown as globalThis.ReadableStream<Uint8Array>)
    .catch((error: unknown) => locked(file, label, error))
  try {
    await pipeline(plain as unknown as ReadableStream<Uint8Array>, createWriteStream(target))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') refuse('disk-full', { path: target })
    return damaged(file, 'lock')
  }
  return target
}

async function labelLine(file: string): Promise<string> {
  const start = await startOf(file)
  return start.slice(lockedMagic.length, start.indexOf('\n'))
}

/** A key that does not fit, told apart from a header that does not hold. */
function locked(file: string, label: BundleLabel, error: unknown): never {
  const words = error instanceof Error ? error.message : ''
  if (!/no identity matched/i.test(words)) return damaged(file, 'lock')
  return label.kind === 'work'
    ? refuse('other-round', { round: label.round })
    : refuse('wrong-passphrase', { path: file })
}

async function checkedBundle(
  file: string,
  members: Members,
  label: BundleLabel | null,
  scratch: string,
): Promise<OpenBundle> {
  const text = async (name: string) => {
    const bytes = await members.read(name, textLimit).catch(() => damaged(file, name))
    return bytes ? bytes.toString('utf8') : damaged(file, name)
  }
  const raw = parsed(await text('manifest.json'))
  const { version } = (raw ?? {}) as { version?: unknown }
  if (typeof version === 'number' && version > bundleVersion) refuse('newer-bundle')
  const read = manifestSchema.safeParse(raw)
  if (!read.success) return damaged(file, 'manifest.json')
  const manifest = read.data
  if (label && canonicalJson(label) !== canonicalJson(bundleLabel.parse(manifest))) damaged(file, 'label')
  const [lines, spelled] = [await text('ledger.jsonl'), await text('scheme.json')]
  if (fingerprintOf(lines) !== manifest.ledger) damaged(file, 'ledger.jsonl')
  if (fingerprintOf(spelled) !== manifest.scheme) damaged(file, 'scheme.json')
  const expected = ['manifest.json', 'ledger.jsonl', 'scheme.json', ...manifest.files.map((hash) => `files/${hash}`)]
  if (expected.toSorted().join() !== members.names().toSorted().join()) damaged(file, 'files')
  const entries = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parsed(line) as Entry)
  return {
    manifest,
    entries,
    scheme: JSON.parse(spelled) as Scheme,
    async withFile(sha256, use) {
      const place = path.join(scratch, sha256)
      await onDisk(place, () => members.extract(`files/${sha256}`, place)).catch((error: unknown) => {
        if (error instanceof Refused) throw error
        return damaged(file, `files/${sha256}`)
      })
      if ((await hashFile(place)) !== sha256) damaged(file, `files/${sha256}`)
      try {
        return await use(place)
      } finally {
        await rm(place, { force: true })
      }
    },
  }
}

/** What is wrong with the ledger of a whole round; empty when it holds. */
export function ledgerFindings({ manifest, entries }: Pick<OpenBundle, 'manifest' | 'entries'>): string[] {
  const problems = checkChains(entries).map(({ chain, seq, why }) => `${chain} ${seq}: ${why}`)
  if (headOf(entries) !== manifest.head) problems.push(`head: ${headOf(entries)}`)
  return problems
}

/** What a kind of bundle is called, and where it belongs. */
export function kindName(kind: BundleLabel['kind']): { kind: Text; instead: Text } {
  return names[kind]
}

const names = {
  package: {
    kind: text('评审包（发给专家电脑的材料）', 'a package (papers for an expert’s computer)'),
    instead: text('请在专家的电脑上用“打开评审包”。', 'Use "Open a package" on the expert’s computer.'),
  },
  work: {
    kind: text('评分包（专家交回的评分）', 'a work bundle (what an expert hands in)'),
    instead: text(
      '请在秘书处电脑的“设备与备份”里用“收评分包”。',
      'Use "Take in work" under Devices on the secretariat’s computer.',
    ),
  },
  archive: {
    kind: text('归档文件（一次评审的全部内容）', 'an archive (a whole round)'),
    instead: text('请用“打开归档”。', 'Use "Open an archive".'),
  },
} as const
