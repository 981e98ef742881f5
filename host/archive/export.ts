/** One file that holds a whole round: its record, its ledger in plain lines, and every packet file. */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { headOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { backUp } from '#db/backup.ts'
import { hashFile, pathOf } from '#db/packet-files.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

export type ArchiveAnswer = { path: string; sha256: string; entries: number; files: number; ledgerHead: string }

/** @throws Refused `blind` while scoring is open (an archive holds every mark), `backup-exists`, `unknown-round`. */
export async function exportArchive(ctx: Ctx, input: { round: string; to: string }): Promise<ArchiveAnswer> {
  const room = enter(ctx, input.round)
  if (!room.closed.has('reading')) refuse('blind')
  const target = path.resolve(input.to)
  if (existsSync(target)) refuse('backup-exists', { path: target })
  const entries = allEntries(room.file)
  const hashes = [...new Set(allFiles(room.file).map(({ sha256 }) => sha256))]
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'jiangping-archive-'))
  try {
    const copy = await backUp(room.file, path.join(scratch, 'round.sqlite'))
    const manifest = { format: 'jiangping-archive', version: 1, round: room.id, record: copy.sha256, files: hashes }
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json')
    zip.addBuffer(Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')), 'ledger.jsonl')
    zip.addFile(copy.path, 'round.sqlite')
    // Scans and photos are compressed already.
    for (const hash of hashes) zip.addFile(pathOf(room.folder, hash), `files/${hash}`, { compress: false })
    zip.end()
    await mkdir(path.dirname(target), { recursive: true })
    await pipeline(zip.outputStream, createWriteStream(`${target}.part`))
    await rename(`${target}.part`, target)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return {
    path: target,
    sha256: await hashFile(target),
    entries: entries.length,
    files: hashes.length,
    ledgerHead: headOf(entries),
  }
}
