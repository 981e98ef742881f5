/** A fact while it is being typed, and how it becomes the value that is recorded. */
import type { Proof } from '#core/ledger/kinds.ts'
import type { FactView } from '#host/api/shapes.ts'

/** Numbers stay as typed until they are saved; a year not filled in is an empty text. */
export type FactDraft = { value: boolean | string | readonly string[] | null; proof: Proof | null; note: string }
export type FactToRecord = {
  key: string
  value: boolean | string | number | number[]
  proof: Proof | null
  note: string
}

/** Years of a cycle when nothing has been entered yet. */
const yearsAtFirst = 2

/** What is recorded now, as a draft. */
export function writtenDraft(fact: FactView): FactDraft {
  const { value, proof, note } = fact
  if (value === null)
    return { value: fact.type === 'counts-per-year' ? Array(yearsAtFirst).fill('') : null, proof, note }
  if (Array.isArray(value)) return { value: value.map(String), proof, note }
  return { value: typeof value === 'boolean' ? value : String(value), proof, note }
}

export function isSame(a: FactDraft, b: FactDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const whole = /^\d{1,9}$/
const decimal = /^\d{1,12}(\.\d{1,6})?$/

/** The fact as the host takes it; null while it is not complete or not a number. */
export function readDraft(fact: Pick<FactView, 'key' | 'type'>, draft: FactDraft): FactToRecord | null {
  const value = readValue(fact.type, draft.value)
  return value === null ? null : { key: fact.key, value, proof: draft.proof, note: draft.note }
}

/** The value alone. */
export function readValue(type: FactView['type'], typed: FactDraft['value']): FactToRecord['value'] | null {
  if (typed === null) return null
  if (type === 'yes-no') return typeof typed === 'boolean' ? typed : null
  if (type === 'counts-per-year') {
    return Array.isArray(typed) && typed.length > 0 && typed.every((year) => whole.test(year))
      ? typed.map(Number)
      : null
  }
  if (typeof typed !== 'string') return null
  const plain = typed.trim()
  if (type === 'count') return whole.test(plain) ? Number(plain) : null
  return decimal.test(plain) ? plain : null
}
