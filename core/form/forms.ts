/** The application forms the program can read, by the name a scheme gives them. */
import type { Text } from '../lang.ts'
import { type FieldKind, urumqiAnnex1 } from './urumqi-annex-1.ts'

/** One field as screens show it. */
export type FormField = {
  readonly id: string
  readonly label: Text
  readonly kind: FieldKind
  readonly columns: { id: string; label: Text }[]
  /** Masked wherever it is not needed. */
  readonly personal: boolean
}

const forms = new Map([['urumqi-annex-1', urumqiAnnex1]])

/** The fields of a form in printed order; none for a form nobody has described yet. */
export function fieldsOfForm(form: string): FormField[] {
  return (forms.get(form) ?? []).map(({ id, label, kind, columns, personal }) => ({
    id,
    label,
    kind,
    personal,
    columns: Object.entries(columns ?? {}).map(([column, words]) => ({ id: column, label: words })),
  }))
}
