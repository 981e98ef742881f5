/** Takes in applications from zips and folders. One bad packet never stops the others. */
import path from 'node:path'
import { checkFields } from '#core/form/checks.ts'
import { brokenLimits } from '#core/packets/limits.ts'
import { type Refusal, Refused, refusal, refuse, sentenceOf } from '#core/refusal.ts'
import { diskRefusal } from '#db/disk.ts'
import { clearIncoming } from '#db/packet-files.ts'
import type { ImportAnswer } from '../api/shapes.ts'
import { formMapOf, formMapsFor } from '../forms.ts'
import type { Ctx } from '../host.ts'
import { Importing } from '../intake/importing.ts'
import { type ReadPacket, type ReadSource, readPackets } from '../intake/packet.ts'
import { readTexts } from '../intake/read-texts.ts'
import { actorOf, decide, demandStage, enter, type Room } from '../room.ts'
import { noticeOf, versionOf } from './packet-version.ts'

type Request = {
  round: string
  paths: string[]
  /** By path: which files are whose, as a person confirmed; or `proposed` for whatever the program proposes. */
  apart?: 'proposed' | Record<string, { files: string[] }[]> | undefined
}

type Outcome = ReadSource | { readonly error: unknown }

/** Sources read at the same time: one is unpacked while another is looked through. */
const ahead = 2

/**
 * @throws Refused `wrong-stage`, `unknown-round`, `import-running`. What is wrong with one source stands in `refused`, and
 * several applicants in one source that nobody has told apart stand in `toConfirm`.
 */
export async function importPackets(ctx: Ctx, input: Request): Promise<ImportAnswer> {
  const { host } = ctx
  const room = enter(ctx, input.round)
  demandStage(room, 'import-packets', ctx.caller.lang)
  if (host.importing.has(room.id)) refuse('import-running')
  const job = new Importing(input.paths, () => host.now().getTime())
  host.importing.set(room.id, job)
  try {
    clearIncoming(room.folder)
    await job.survey()
    return await importAll(ctx, room, input, job)
  } finally {
    host.importing.delete(room.id)
    host.announce(room.id, ['packets'])
  }
}

async function importAll(ctx: Ctx, room: Room, { paths, apart }: Request, job: Importing): Promise<ImportAnswer> {
  const maps = formMapsFor(room.scheme)
  const answer: ImportAnswer = { imported: [], refused: [], toConfirm: [] }
  const read = (at: number): Promise<Outcome> => {
    const source = paths[at] ?? ''
    const groups = apart === 'proposed' ? apart : apart?.[source]
    const request = { path: source, store: room.folder, maps, meter: job.meterOf(at), ...(groups && { apart: groups }) }
    return readPackets(ctx.host.readers(), request).catch((error: unknown) => ({ error }))
  }
  const reading: (Promise<Outcome> | undefined)[] = []
  for (const [at, source] of paths.entries()) {
    for (let next = at; next < Math.min(at + ahead, paths.length); next++) reading[next] ??= read(next)
    const outcome = (await reading[at]) ?? { error: new Error('not read') }
    delete reading[at]
    job.finished(at)
    takeIn(ctx, room, source, outcome, answer)
    await readTexts(ctx.host, room, { isStopped: () => job.isCancelled }).catch(unlessFull)
    ctx.host.announce(room.id, ['import'])
  }
  try {
    recordReport(ctx, room, answer, job.isCancelled)
  } catch (failure) {
    // what is refused for want of room stands in the answer; there is none to write it down
    unlessFull(failure)
  }
  return answer
}

/** A full disk leaves something unwritten that can wait; what came in stands. */
function unlessFull(failure: unknown): void {
  if (!isFull(failure)) throw failure
}

/** Also where SQLite only speaks of an error of reading or writing. */
const isFull = (failure: unknown) =>
  full.has((failure as NodeJS.ErrnoException).code ?? '') || diskRefusal(failure)?.code === 'disk-full'

/** Puts what one source brought into the record and into the answer. */
function takeIn(ctx: Ctx, room: Room, source: string, outcome: Outcome, answer: ImportAnswer): void {
  const name = path.basename(source)
  try {
    if ('error' in outcome) throw outcome.error
    if (outcome.toConfirm) {
      const { applicants, left } = outcome.toConfirm
      answer.toConfirm.push({ path: source, source: name, applicants: applicants.map(copyOf), left: [...left] })
      const names = applicants.map(({ unit, leader }) => [unit, leader].filter(Boolean).join(' '))
      refuse('several-applicants', { source: name, count: applicants.length, names })
    }
    for (const packet of outcome.packets) {
      try {
        answer.imported.push(importOne(ctx, room, packet))
      } catch (error) {
        refuseIn(answer, ctx, packet.source, error)
      }
    }
  } catch (error) {
    refuseIn(answer, ctx, name, error)
  }
}

const copyOf = ({ unit, leader, files }: { unit: string; leader: string; files: readonly string[] }) => ({
  unit,
  leader,
  files: [...files],
})

function refuseIn(answer: ImportAnswer, { caller }: Ctx, source: string, error: unknown): void {
  const { code, detail } = reasonOf(error, source)
  answer.refused.push({ source, code, message: sentenceOf({ code, detail }, caller.lang), detail })
}

/** Errors that say that the stick, or the network drive, is no longer there. */
const gone = new Set(['ENOENT', 'EIO', 'ENODEV', 'ENXIO', 'EBUSY', 'ESTALE', 'EHOSTDOWN', 'UNKNOWN'])
const full = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** Why one source was not taken in: a refusal, or the system's own error on it. A fault of the program is thrown on. */
function reasonOf(error: unknown, source: string): Refusal {
  if (error instanceof Refused) return error.refusal
  const { code } = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || typeof code !== 'string') throw error
  if (isFull(error)) return refusal('import-disk-full', { source })
  if (gone.has(code)) return refusal('source-gone', { source, why: code })
  if (!/^E[A-Z]+$/.test(code)) throw error
  return refusal('unreadable-source', { source, why: code })
}

function importOne(ctx: Ctx, room: Room, read: ReadPacket): ImportAnswer['imported'][number] {
  const { packet, no, version, warnings } = versionOf(ctx, room, read)
  const fields = Object.fromEntries(
    Object.entries(read.form?.fields ?? {}).map(([id, { value, readFrom }]) => [
      id,
      { value: typeof value === 'string' ? value : value.map((row) => ({ ...row })), readFrom },
    ]),
  )
  const notices = [...read.warnings, ...warnings]
  const doubts = (read.form?.doubts ?? []).map((doubt) => ({ ...doubt }))
  decide(
    ctx,
    room,
    [
      {
        kind: 'packet.imported',
        by: actorOf(ctx),
        subject: packet,
        payload: {
          no,
          version,
          source: read.source,
          skipped: [...read.skipped],
          warnings: notices.map(noticeOf),
          doubts,
          fields,
          files: read.files.map(({ sha256, name, kind, mime, size, pages, problem, photo }) => ({
            sha256,
            name,
            kind,
            mime,
            size,
            pages,
            problem: problem ? noticeOf(problem) : null,
            photo: photo ? { ...photo } : null,
          })),
        },
      },
    ],
    ['packets', 'round'],
  )
  const values = Object.fromEntries(Object.entries(fields).map(([id, { value }]) => [id, value]))
  const findings = [
    ...brokenLimits(room.scheme.materials, read.files),
    ...checkFields(formMapOf(room.scheme), values, doubts).map(({ reason }) => reason),
  ]
  return {
    packet,
    source: read.source,
    version,
    files: read.files.map(({ name, kind, pages }) => ({ name, kind, pages })),
    pages: read.files.reduce((pages, file) => pages + (file.pages ?? 0), 0),
    fields: values,
    warnings: [...notices, ...findings].map((one) => sentenceOf(one, ctx.caller.lang)),
  }
}

/** The record says what was refused, too: an applicant may ask two months later why a packet is not there. */
function recordReport(ctx: Ctx, room: Room, { imported, refused }: ImportAnswer, cancelled: boolean): void {
  const payload = {
    imported: imported.map(({ packet, source, version }) => ({ packet, source, version })),
    refused: refused.map(({ source, code, detail }) => ({ source, code, detail: detail as Record<string, never> })),
    cancelled,
  }
  decide(ctx, room, [{ kind: 'import.finished', by: actorOf(ctx), subject: room.id, payload }], ['packets'])
}
