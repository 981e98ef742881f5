/** Takes in applications from zips and folders. One bad packet never stops the others. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Notice } from '#core/ledger/kinds.ts'
import { type Refusal, Refused, refusal, refuse, sentenceOf } from '#core/refusal.ts'
import { keepFile } from '#db/packet-files.ts'
import { allFiles, allPackets } from '#db/queries/packets.ts'
import type { ImportAnswer } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { type ReadPacket, readPacket } from '../intake/packet.ts'
import { actorOf, decide, demandStage, enter, type Room } from '../room.ts'

/** @throws Refused `wrong-stage`, `unknown-round`. What is wrong with one source stands in `refused`. */
export async function importPackets(ctx: Ctx, input: { round: string; paths: string[] }): Promise<ImportAnswer> {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  demandStage(room, 'import-packets', lang)
  const answer: ImportAnswer = { imported: [], refused: [] }
  for (const source of input.paths) {
    const spool = path.join(room.folder, 'spool', randomUUID())
    try {
      answer.imported.push(await importOne(ctx, room, source, spool))
    } catch (error) {
      const { code, detail } = reasonOf(error, path.basename(source))
      answer.refused.push({ source: path.basename(source), code, message: sentenceOf({ code, detail }, lang), detail })
    } finally {
      await rm(spool, { recursive: true, force: true })
    }
  }
  return answer
}

/** Why one source was not taken in: a refusal, or the system's own error on it. A fault of the program is thrown on. */
function reasonOf(error: unknown, source: string): Refusal {
  if (error instanceof Refused) return error.refusal
  const { code } = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
  return refusal('unreadable-source', { source, why: code })
}

async function importOne(
  ctx: Ctx,
  room: Room,
  source: string,
  spool: string,
): Promise<ImportAnswer['imported'][number]> {
  const read = await readPacket(source, { spool })
  refuseDouble(room, read)
  for (const file of read.files) await keepFile(room.folder, file.sha256, String(file.bytes))
  const packet = ctx.host.newId('packet')
  const fields = read.form?.fields ?? {}
  decide(
    ctx,
    room,
    [
      {
        kind: 'packet.imported',
        by: actorOf(ctx),
        subject: packet,
        payload: {
          no: allPackets(room.file).length + 1,
          source: read.source,
          skipped: [...read.skipped],
          warnings: read.warnings.map(noticeOf),
          files: read.files.map(({ sha256, name, kind, mime, size, pages, problem }) => ({
            sha256,
            name,
            kind,
            mime,
            size,
            pages,
            problem: problem ? noticeOf(problem) : null,
          })),
          fields: Object.fromEntries(
            Object.entries(fields).map(([id, { value, readFrom }]) => [
              id,
              { value: typeof value === 'string' ? value : value.map((row) => ({ ...row })), readFrom },
            ]),
          ),
        },
      },
    ],
    ['packets', 'round'],
  )
  return {
    packet,
    source: read.source,
    files: read.files.map(({ name, kind, pages }) => ({ name, kind, pages })),
    pages: read.files.reduce((pages, file) => pages + (file.pages ?? 0), 0),
    fields: Object.fromEntries(
      Object.entries(fields).map(([id, { value }]) => [
        id,
        typeof value === 'string' ? value : value.map((row) => ({ ...row })),
      ]),
    ),
    warnings: read.warnings.map((warning) => sentenceOf(warning, ctx.caller.lang)),
  }
}

const noticeOf = ({ code, detail }: Refusal): Notice => ({ code, detail: detail as Notice['detail'] })

/** @throws Refused `already-imported` when a packet with exactly these files is there. */
function refuseDouble(room: Room, read: ReadPacket): void {
  const signature = (hashes: readonly string[]) => hashes.toSorted().join(' ')
  const mine = signature(read.files.map(({ sha256 }) => sha256))
  const numbers = new Map(allPackets(room.file).map(({ id, no }) => [id, no]))
  for (const [packet, files] of Map.groupBy(allFiles(room.file), (file) => file.packet)) {
    if (signature(files.map(({ sha256 }) => sha256)) === mine) {
      refuse('already-imported', { source: read.source, packet: numbers.get(packet) ?? packet })
    }
  }
}
