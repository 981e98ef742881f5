/** The value of a form's field, as a person may change it. */
import type { FieldValue } from '#core/ledger/kinds.ts'

/** Nothing was written there. */
export function isBlank(value: FieldValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0
}
