/** Finds the map of a scheme's form: how its fields are found on paper. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FormMap, parseFormMap, plainMap } from '#core/form/form-map.ts'
import { fieldsOfForm } from '#core/form/forms.ts'
import type { Scheme } from '#core/scheme/scheme.ts'

const candidates = ['../schemes', './schemes', '../../schemes'].map((step) =>
  path.join(import.meta.dirname, step, 'forms'),
)

let shipped: Map<string, FormMap> | undefined

/** Every shipped map by id. One that does not parse stops the program: it is ours. */
export function shippedFormMaps(): ReadonlyMap<string, FormMap> {
  const folder = candidates.find((candidate) => existsSync(candidate))
  if (!folder) throw new Error(`form maps are missing: ${candidates.join(', ')}`)
  shipped ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => parseFormMap(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))))
      .map((map) => [map.id, map]),
  )
  return shipped
}

/** What a packet of that scheme may hold: its own form, and behind it the others, for an office may have used another's. */
export function formMapsFor(scheme: Pick<Scheme, 'form'>): FormMap[] {
  const own = formMapOf(scheme)
  const others = [...shippedFormMaps().values()].filter(({ id }) => id !== own?.id)
  return own ? [own, ...others] : others
}

/** The map of a scheme's form: the shipped one of that id, else one made from the scheme's own layout; null without fields. */
export function formMapOf({ form }: Pick<Scheme, 'form'>): FormMap | null {
  const id = typeof form === 'string' ? form : form.id
  const known = shippedFormMaps().get(id)
  if (known) return known
  const fields = fieldsOfForm(form)
  return fields.length > 0 ? plainMap(id, fields, [...shippedFormMaps().values()]) : null
}
