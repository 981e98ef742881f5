/** Applications as the secretariat sees them: list, one packet, its fields, files and facts. */
import { checkFields, type Finding } from '#core/form/checks.ts'
import { type FormField, fieldsOfForm } from '#core/form/forms.ts'
import { countWords } from '#core/form/word-count.ts'
import { type Text, text } from '#core/lang.ts'
import type { Notice, PacketFile } from '#core/ledger/kinds.ts'
import { brokenLimits } from '#core/packets/limits.ts'
import { type Refusal, type RefusalCode, refusal, sentenceOf } from '#core/refusal.ts'
import { factsOfRule } from '#core/rubric/facts.ts'
import { type FactDefinition, itemsOf, type Rubric } from '#core/scheme/scheme.ts'
import {
  allFacts,
  allFields,
  allFiles,
  allPackets,
  type FactRecord,
  type FieldRecord,
  factsOf,
  fieldsOf,
  filesOf,
  filesWithHash,
  type PacketRecord,
  versionsOf,
} from '#db/queries/packets.ts'
import { textStates } from '#db/queries/paper-texts.ts'
import { allMinutes } from '#db/queries/room.ts'
import { allVisits } from '#db/queries/visits.ts'
import type { FactView, FieldView, PacketFileView, PacketRow, PacketView } from '../api/shapes.ts'
import { formMapOf } from '../forms.ts'
import type { Ctx } from '../host.ts'
import { placeInWords } from '../intake/form-reader.ts'
import { enter, packetIn, type Room } from '../room.ts'
import { titleOf } from './titles.ts'
import { withdrawalsIn } from './withdrawals.ts'

/** @throws Refused `unknown-round`. */
export function listPackets(ctx: Ctx, { round }: { round: string }): PacketRow[] {
  const room = enter(ctx, round)
  const rowOf = packetRows(room)
  return allPackets(room.file).map(rowOf)
}

function packetRows(room: Room): (packet: PacketRecord) => PacketRow {
  const { file } = room
  const fields = allFields(file)
  const titles = titleOf(room, fields)
  const form = fieldsOfForm(room.scheme.form)
  const filled = Map.groupBy(fields.filter(isFilled), ({ packet }) => packet)
  const files = Map.groupBy(allFiles(file), ({ packet }) => packet)
  const facts = Map.groupBy(allFacts(file), ({ packet }) => packet)
  const visited = new Set(allVisits(file).map(({ packet }) => packet))
  const minuted = new Set(allMinutes(file).map(({ packet }) => packet))
  const byPacket = Map.groupBy(fields, ({ packet }) => packet)
  const withdrawn = withdrawalsIn(room)
  return (record) => {
    const { id, no, source, warnings } = record
    const state = withdrawn.has(id) ? ('withdrawn' as const) : record.state
    return {
      packet: id,
      no,
      source,
      state,
      ...titles(id),
      files: files.get(id)?.length ?? 0,
      pages: (files.get(id) ?? []).reduce((pages, one) => pages + (one.pages ?? 0), 0),
      warnings: warnings.length + findingsOf(room, record, byPacket.get(id) ?? [], files.get(id) ?? []).length,
      emptyFields: form.filter(({ kind }) => kind !== 'block').length - countOpenForm(form, filled.get(id) ?? []),
      factsRecorded: facts.get(id)?.length ?? 0,
      factsWanted: room.rubric?.facts.length ?? 0,
      visited: visited.has(id),
      minuted: minuted.has(id),
    }
  }
}

function countOpenForm(form: readonly FormField[], filled: readonly FieldRecord[]): number {
  const known = new Set(filled.map(({ field }) => field))
  return form.filter(({ id, kind }) => kind !== 'block' && known.has(id)).length
}

const isFilled = ({ value }: FieldRecord) => (typeof value === 'string' ? value.trim() !== '' : value.length > 0)

/** @throws Refused `unknown-round`, `unknown-packet`. */
export function showPacket(ctx: Ctx, { round, packet }: { round: string; packet: string }): PacketView {
  const room = enter(ctx, round)
  const record = packetIn(room, packet)
  const { checkedAt, checkedBy, note } = record
  const row = packetRows(room)(record)
  const { state } = row
  const shared = sharedFiles(room, packet)
  return {
    ...row,
    fields: fieldViews(room, packet),
    fileList: fileViews(filesOf(room.file, packet), shared, textStates(room.file, packet)),
    findings: findingsOf(room, record).map(({ fields, reason }) => ({
      fields: [...fields],
      text: refusalText(reason),
    })),
    versions: versionsOf(room.file, packet).map(({ version, source, importedAt, files }) => ({
      version,
      source,
      at: importedAt,
      files: fileViews(files),
    })),
    skipped: record.skipped,
    warningTexts: record.warnings.map(noticeText),
    materials: room.scheme.materials.map(({ id, clause, text: words }) => ({
      id,
      clause,
      text: words,
      present: record.materials[id] ?? null,
    })),
    conditions: room.scheme.conditions,
    check: state === 'unchecked' || !checkedAt ? null : { outcome: state, note, at: checkedAt, by: checkedBy ?? '' },
    facts: factViews(room, packet),
  }
}

/** The form's fields in printed order, filled or not. */
export function fieldViews(room: Room, packet: string): FieldView[] {
  const known = new Map(fieldsOf(room.file, packet).map((row) => [row.field, row]))
  return fieldsOfForm(room.scheme.form).map(({ id, label, kind, columns, personal }) => {
    const row = known.get(id)
    return {
      id,
      label,
      kind,
      columns,
      personal,
      value: row?.value ?? null,
      count: kind === 'long' && typeof row?.value === 'string' ? countsOf(row.value) : null,
      readFrom: row?.readFrom ? placeInWords(row.readFrom) : null,
      correction: row?.correctedAt
        ? {
            from: row.correctedFrom ?? null,
            reason: row.correctionReason ?? '',
            at: row.correctedAt,
            by: row.correctedBy ?? '',
          }
        : null,
    }
  })
}

function countsOf(words: string): FieldView['count'] {
  const { words: count, characters } = countWords(words)
  return { words: count, characters }
}

/** Files with the sentence of what is wrong with them. */
export function fileViews(
  files: readonly PacketFile[],
  shared: ReadonlyMap<string, number[]> = new Map(),
  texts: ReadonlyMap<string, PacketFileView['text']> = new Map(),
): PacketFileView[] {
  return files.map(({ sha256, name, kind, mime, size, pages, problem, photo }) => ({
    sha256,
    name,
    kind,
    mime,
    size,
    pages,
    problem,
    photo,
    problemText: problem && noticeText(problem),
    alsoIn: shared.get(sha256) ?? [],
    text: texts.get(sha256) ?? null,
  }))
}

/** Which other applications hold the same files, by hash. */
function sharedFiles(room: Room, packet: string): Map<string, number[]> {
  const numbers = new Map(allPackets(room.file).map(({ id, no }) => [id, no]))
  const hashes = filesOf(room.file, packet).map(({ sha256 }) => sha256)
  const others = filesWithHash(room.file, hashes).filter((file) => file.packet !== packet)
  return new Map(
    [...Map.groupBy(others, ({ sha256 }) => sha256)].map(([hash, files]) => [
      hash,
      [...new Set(files.map((file) => numbers.get(file.packet) ?? 0))].toSorted((one, other) => one - other),
    ]),
  )
}

function findingsOf(
  room: Room,
  { id, doubts }: PacketRecord,
  fields = fieldsOf(room.file, id),
  files: readonly PacketFile[] = filesOf(room.file, id),
): Finding[] {
  // what a person corrected is no longer in doubt
  const open = doubts.filter(({ field }) => !fields.some((row) => row.field === field && row.correctedAt))
  const values = Object.fromEntries(fields.map((row) => [row.field, row.value]))
  return [
    ...brokenLimits(room.scheme.materials, files).map((reason) => ({ fields: [], reason })),
    ...checkFields(formMapOf(room.scheme), values, open),
  ]
}

/** A stored notice as its sentence in both languages. */
export function noticeText({ code, detail }: Notice): Text {
  return refusalText(refusal(code as RefusalCode, detail as Refusal['detail']))
}

const refusalText = (reason: Refusal): Text => text(sentenceOf(reason, 'zh-CN'), sentenceOf(reason, 'en'))

/** The rubric's facts with what is recorded for one application. */
export function factViews(room: Room, packet: string): FactView[] {
  if (!room.rubric) return []
  const known = new Map(factsOf(room.file, packet).map((row) => [row.key, row]))
  const { rubric } = room
  return rubric.facts.map((fact) => factView(rubric, fact, known.get(fact.key)))
}

function factView(rubric: Rubric, fact: FactDefinition, row: FactRecord | undefined): FactView {
  return {
    key: fact.key,
    item: itemsOf(rubric).find(({ rule }) => factsOfRule(rule).includes(fact.key))?.id ?? '',
    name: fact.name,
    type: fact.type,
    unit: fact.unit ?? null,
    proofHint: fact.proof,
    value: row?.value ?? null,
    proof: row?.proof ?? null,
    note: row?.note ?? '',
    visit: row?.visit ?? null,
    at: row?.at ?? null,
  }
}
