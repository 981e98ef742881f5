/** Whether a signature covers the package as it lies there: every part, every relationship, nothing besides. */
import { digestOf, pickedRelationships, type Reference, wholeRelationships } from '../opc/manifest.ts'
import { unsignedParts, unsignedTypes } from '../opc/names.ts'
import { type Package, readRelationships, rootRelationships } from '../opc/package.ts'
import type { Known } from './remembered.ts'

export type CoverageProblem = {
  readonly what:
    | 'changed'
    | 'gone'
    | 'type'
    | 'twice'
    | 'uncovered-part'
    | 'uncovered-relationship'
    | 'relationship-gone'
  readonly part: string
  readonly detail: string
}

/** Everything about the package that these references do not vouch for. */
export function coverageOf(pkg: Package, references: readonly Reference[], known: Known): CoverageProblem[] {
  const problems: CoverageProblem[] = []
  const add = (what: CoverageProblem['what'], part: string, detail = '') => problems.push({ what, part, detail })
  const signed = new Map<string, Reference>()
  for (const reference of references) {
    const { part, contentType } = reference
    if (signed.has(part)) add('twice', part)
    signed.set(part, reference)
    const bytes = pkg.parts.get(part)
    if (!bytes) {
      add('gone', part)
      continue
    }
    if (pkg.typeOf(part) !== contentType) add('type', part, `${pkg.typeOf(part) ?? ''} ≠ ${contentType}`)
    const { content, missing } = digestedContent(bytes, reference)
    for (const id of missing) add('relationship-gone', part, id)
    const digest = content === bytes ? known.of('digest', [bytes], () => digestOf(bytes)) : digestOf(content)
    if (digest !== reference.digest) add('changed', part)
  }
  for (const [part, bytes] of pkg.parts) {
    if (unsignedParts.has(part) || part.startsWith('/_xmlsignatures/')) continue
    const reference = signed.get(part)
    if (!part.endsWith('.rels')) {
      if (!reference) add('uncovered-part', part)
      continue
    }
    if (reference?.whole) continue
    for (const { id, type, target } of relationshipsIn(bytes)) {
      const isFree = part === rootRelationships && unsignedTypes.has(type)
      if (!isFree && !reference?.ids?.includes(id)) add('uncovered-relationship', part, `${id} → ${target}`)
    }
  }
  return problems
}

function relationshipsIn(bytes: Uint8Array) {
  try {
    return readRelationships(bytes)
  } catch {
    return []
  }
}

function digestedContent(
  bytes: Uint8Array,
  { ids, whole }: Reference,
): { content: Uint8Array | string; missing: string[] } {
  if (!ids && !whole) return { content: bytes, missing: [] }
  try {
    const list = readRelationships(bytes)
    if (whole) return { content: wholeRelationships(list), missing: [] }
    const wanted = new Set(ids)
    const known = new Set(list.map(({ id }) => id))
    return { content: pickedRelationships(list, wanted), missing: [...wanted].filter((id) => !known.has(id)) }
  } catch {
    return { content: bytes, missing: [] }
  }
}
