/** What a signature covers: every part and every relationship but those Office leaves out, each with its digest. */
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64 } from './base64.ts'
import { contentTypes, namespaces, unsignedTypes } from './names.ts'
import {
  type Package,
  partOf,
  type Relationship,
  readRelationships,
  relationshipElement,
  relationshipsOf,
  resolveTarget,
} from './package.ts'
import { canonical, element } from './xml.ts'

/** One line of a manifest: the part with its content type, how it is digested, the digest in base64. */
export type Reference = {
  readonly part: string
  readonly contentType: string
  /** Relationships picked by Id; null when the part is digested as a whole. */
  readonly ids: readonly string[] | null
  /** True when the whole relationship part is canonicalised first. */
  readonly whole: boolean
  readonly digest: string
}

/** SHA-256 in base64, of bytes or of a text in UTF-8. */
export function digestOf(content: Uint8Array | string): string {
  return toBase64(sha256(typeof content === 'string' ? partOf(content) : content))
}

const bySpelling = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const wrap = (rows: ReturnType<typeof relationshipElement>[]) =>
  canonical(element('Relationships', { xmlns: namespaces.relationships }, ...rows))

/** The relationships transform (ECMA-376-2, 13.2.4.24) and Canonical XML after it: picked by Id, sorted by Id. */
export function pickedRelationships(list: readonly Relationship[], ids: ReadonlySet<string>): string {
  const picked = list.filter(({ id }) => ids.has(id)).toSorted((a, b) => bySpelling(a.id, b.id))
  return wrap(picked.map((one) => relationshipElement(one, true)))
}

/** A relationship part as it stands, in Canonical XML. */
export function wholeRelationships(list: readonly Relationship[]): string {
  return wrap(list.map((one) => relationshipElement(one, false)))
}

/**
 * The manifest of a package, reached by walking all relationships.
 * @param hardened signs relationship parts as a whole, so that one added later breaks every signature.
 * @throws Error when a relationship leads to nothing.
 */
export function manifestOf(pkg: Package, { hardened }: { hardened: boolean }): Reference[] {
  const references: Reference[] = []
  const seen = new Set<string>()
  const waiting = ['/']
  for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
    const place = relationshipsOf(source)
    const bytes = pkg.parts.get(place)
    if (!bytes) continue
    const list = readRelationships(bytes)
    const signed = list.filter(({ type }) => !unsignedTypes.has(type))
    for (const { id, target, mode } of signed) {
      const part = resolveTarget(source, target)
      if (mode === 'External' || seen.has(part)) continue
      seen.add(part)
      const [body, contentType] = [pkg.parts.get(part), pkg.typeOf(part)]
      if (!body || !contentType) throw new Error(`relationship ${id} of ${source} leads to nothing: ${part}`)
      references.push({ part, contentType, ids: null, whole: false, digest: digestOf(body) })
      waiting.push(part)
    }
    const common = { part: place, contentType: contentTypes.relationships }
    if (hardened) references.push({ ...common, ids: null, whole: true, digest: digestOf(wholeRelationships(list)) })
    else if (signed.length > 0) {
      const ids = signed.map(({ id }) => id).toSorted(bySpelling)
      references.push({ ...common, ids, whole: false, digest: digestOf(pickedRelationships(list, new Set(ids))) })
    }
  }
  return references.toSorted((a, b) => bySpelling(a.part, b.part))
}
