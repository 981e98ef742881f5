/** Looks at every byte of a round that a decision hangs on: the file, the chains, the rows, the packet files. */
import { type Text, text } from '#core/lang.ts'
import { checkChains, headOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { alteredFiles } from '#db/packet-files.ts'
import { wholeIntegrityOf } from '#db/queries/integrity.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { rowsApart } from '#db/replay.ts'
import type { RoundProof } from '../api/shapes.ts'
import { filesNamed } from '../archive/contents.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

/**
 * `ledger.prove`. Takes some seconds for each gigabyte of papers.
 * @throws Refused `unknown-round`.
 */
export async function proveRound(ctx: Ctx, { round }: { round: string }): Promise<RoundProof> {
  if (!ctx.host.store.rounds().some(({ id }) => id === round)) refuse('unknown-round', { round })
  try {
    return await proved(ctx, round)
  } catch (error) {
    // A row that cannot be read any more: the engine or the reader of its JSON says so.
    const words = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      entries: 0,
      files: 0,
      head: '',
      findings: [text(`读不出来：${words}`, `it cannot be read: ${words}`)],
    }
  }
}

async function proved(ctx: Ctx, round: string): Promise<RoundProof> {
  const room = enter(ctx, round)
  const entries = allEntries(room.file)
  const findings: Text[] = []
  const damage = wholeIntegrityOf(room.file)
  if (damage) findings.push(text(`文件损坏：${damage}`, `the file is damaged: ${damage}`))
  const broken = checkChains(entries)
  findings.push(
    ...broken.map(({ chain, seq, why }) =>
      text(`台账 ${chain} 第 ${seq} 条不符（${why}）`, `ledger entry ${chain} ${seq} does not hold (${why})`),
    ),
  )
  if (broken.length === 0) {
    findings.push(
      ...rowsApart(room.file, entries, room.scheme).map((table) =>
        text(`表 ${table} 与台账不符`, `the table ${table} is not what the ledger says`),
      ),
    )
  }
  const hashes = filesNamed(room.folder, entries)
  findings.push(
    ...(await alteredFiles(room.folder, hashes)).map((hash) =>
      text(`材料文件 ${hash.slice(0, 12)} 已改变`, `the packet file ${hash.slice(0, 12)} has changed`),
    ),
  )
  return { ok: findings.length === 0, entries: entries.length, files: hashes.length, head: headOf(entries), findings }
}
