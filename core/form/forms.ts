/** The application forms the program can read: those it knows by name, and those a scheme describes itself. */
import type { Text } from '../lang.ts'
import type { FormLayout } from './layout.ts'
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

/** The fields of a form in printed order; none for a name nobody has described yet. */
export function fieldsOfForm(form: string | FormLayout): FormField[] {
  if (typeof form !== 'string') {
    return form.fields.map(({ id, label, kind, columns, personal }) => ({
      id,
      label,
      kind,
      personal,
      columns: columns ?? [],
    }))
  }
  return (forms.get(form) ?? []).map(({ id, label, kind, columns, personal }) => ({
    id,
    label,
    kind,
    personal,
    columns: Object.entries(columns ?? {}).map(([column, words]) => ({ id: column, label: words })),
  }))
}
