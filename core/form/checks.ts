/** Checks what a form says against itself: each value against its kind, identity number against birth and sex. */
import type { FieldValue } from '../ledger/kinds.ts'
import { type Refusal, type RefusalCode, refusal } from '../refusal.ts'
import type { FormMap, ValueKind } from './form-map.ts'
import {
  readArea,
  readCount,
  readDate,
  readEmail,
  readIdentity,
  readLevel,
  readMoney,
  readPhones,
  readSex,
  type Understood,
} from './values.ts'

/** Something a clerk should look at: the fields it is about and the sentence. */
export type Finding = { readonly fields: readonly string[]; readonly reason: Refusal }

const readers: Readonly<Record<ValueKind, (words: string) => Understood<unknown>>> = {
  identity: readIdentity,
  phone: readPhones,
  date: readDate,
  month: readDate,
  area: readArea,
  money: readMoney,
  level: readLevel,
  sex: readSex,
  count: readCount,
  email: readEmail,
}

const codes: Readonly<Record<string, RefusalCode>> = {
  'identity-length': 'identity-length',
  'identity-birth': 'identity-birth',
  'identity-checksum': 'identity-checksum',
  'level-conflict': 'level-conflict',
}

type Doubt = { readonly field: string; readonly why: string }

/**
 * Every finding, in the order of the form. Empty fields are no findings: they stand in the list of what is missing.
 * @param doubts what the reader was not sure of, as the record holds it
 */
export function checkFields(
  map: FormMap | null,
  fields: Readonly<Record<string, FieldValue>>,
  doubts: readonly Doubt[] = [],
): Finding[] {
  if (!map) return []
  const findings: Finding[] = []
  for (const [id, { printed, reads, columns }] of Object.entries(map.fields)) {
    const label = printed[0] ?? id
    const value = fields[id]
    if (typeof value === 'string' && value.trim() !== '' && reads) findings.push(...oddValue(id, label, reads, value))
    if (Array.isArray(value)) {
      for (const [column, { reads: kind, printed: heading }] of Object.entries(columns ?? {})) {
        if (!kind) continue
        for (const row of value) {
          if (row[column]?.trim()) findings.push(...oddValue(id, heading[0] ?? column, kind, row[column] ?? ''))
        }
      }
    }
    const doubt = doubts.find(({ field }) => field === id)
    if (doubt) findings.push({ fields: [id], reason: refusal('field-doubtful', { label, why: doubtWords(doubt.why) }) })
  }
  return [...findings, ...contradictions(fields)]
}

function oddValue(id: string, label: string, kind: ValueKind, value: string): Finding[] {
  const understood = readers[kind](value)
  if ('value' in understood) return []
  const code = codes[understood.wrong] ?? 'value-odd'
  // an identity number is not repeated in a sentence that is printed
  const detail: Refusal['detail'] = kind === 'identity' ? { label } : { label, value: value.slice(0, 40) }
  return [{ fields: [id], reason: refusal(code, detail) }]
}

const doubtWords = (why: string) =>
  why === 'not-beside'
    ? { 'zh-CN': '内容不在紧邻的一格', en: 'it did not stand in the next cell' }
    : why === 'several-cells'
      ? { 'zh-CN': '旁边不止一格有内容', en: 'more than one cell beside it is filled in' }
      : { 'zh-CN': '表里有两处，内容不同', en: 'it stands in two places that differ' }

/** What two fields say that cannot both be true. */
function contradictions(fields: Readonly<Record<string, FieldValue>>): Finding[] {
  const words = (id: string) => (typeof fields[id] === 'string' ? fields[id] : '')
  const identity = readIdentity(words('leader_id_number'))
  if (!('value' in identity)) return []
  const findings: Finding[] = []
  const sex = readSex(words('leader_sex'))
  if ('value' in sex && sex.value !== identity.value.sex) {
    findings.push({ fields: ['leader_sex', 'leader_id_number'], reason: refusal('identity-sex', { value: sex.value }) })
  }
  const birth = readDate(words('leader_birth'))
  if ('value' in birth && !agrees(birth.value, identity.value.birth)) {
    const value = words('leader_birth')
    findings.push({ fields: ['leader_birth', 'leader_id_number'], reason: refusal('identity-other-birth', { value }) })
  }
  return findings
}

function agrees(
  { year, month, day }: { year: number; month: number | null; day: number | null },
  birth: string,
): boolean {
  const [bornYear, bornMonth, bornDay] = birth.split('-').map(Number)
  return year === bornYear && (month === null || month === bornMonth) && (day === null || day === bornDay)
}
