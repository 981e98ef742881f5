/** A workbook as a package: its parts by name, their content types, and the relationships between them. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { childrenOf, element, escapeValue, parseXml } from './xml.ts'

export type Package = {
  /** By part name, "/xl/workbook.xml". */
  readonly parts: Map<string, Uint8Array>
  /** The content type of a part, from [Content_Types].xml. */
  typeOf(part: string): string | undefined
  /** Names that [Content_Types].xml declares twice; no sound package has any. */
  readonly declaredTwice: readonly string[]
}

export type Relationship = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly mode: string
}

export const contentTypesPart = '/[Content_Types].xml'
export const rootRelationships = '/_rels/.rels'

/** @throws Error when it is no zip, or has no content types. */
export function readPackage(zip: Uint8Array): Package {
  const parts = new Map<string, Uint8Array>()
  for (const [name, bytes] of Object.entries(unzipSync(zip))) if (!name.endsWith('/')) parts.set(`/${name}`, bytes)
  return packageOf(parts)
}

/** The package these parts make. @throws Error when they have no content types. */
export function packageOf(parts: Map<string, Uint8Array>): Package {
  const { defaults, overrides, declaredTwice } = readContentTypes(parts.get(contentTypesPart))
  const extension = (part: string) => part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  return { parts, declaredTwice, typeOf: (part) => overrides.get(part.toLowerCase()) ?? defaults.get(extension(part)) }
}

/** @throws Error when there are none, or something else is declared. */
function readContentTypes(bytes: Uint8Array | undefined) {
  if (!bytes) throw new Error('no [Content_Types].xml')
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  const declaredTwice: string[] = []
  for (const { name, attributes } of childrenOf(parseXml(strFromU8(bytes)))) {
    const [into, key] =
      name === 'Default'
        ? [defaults, attributes.Extension]
        : name === 'Override'
          ? [overrides, attributes.PartName]
          : [null, undefined]
    if (!into || key === undefined) throw new Error(`<${name}> in [Content_Types].xml`)
    if (into.has(key.toLowerCase())) declaredTwice.push(key)
    into.set(key.toLowerCase(), attributes.ContentType ?? '')
  }
  return { defaults, overrides, declaredTwice }
}

/** Writes a zip: content types first, as Office does, and the same parts always as the same bytes. */
export function writePackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = [contentTypesPart, rootRelationships]
  const names = [...first, ...[...parts.keys()].filter((name) => !first.includes(name)).sort()]
  const files: Zippable = {}
  for (const name of names) {
    const bytes = parts.get(name) ?? new Uint8Array()
    files[name.slice(1)] = [bytes, { level: bytes.length > 0 ? 6 : 0, mtime: new Date(1980, 0, 1) }]
  }
  return zipSync(files)
}

/** @throws Error when it is no relationship part, or an Id occurs twice. */
export function readRelationships(bytes: Uint8Array): Relationship[] {
  const list = childrenOf(parseXml(strFromU8(bytes))).map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: attributes.Type ?? '',
    target: attributes.Target ?? '',
    mode: attributes.TargetMode ?? 'Internal',
  }))
  const ids = new Set(list.map(({ id }) => id))
  if (ids.size !== list.length) throw new Error('a relationship Id occurs twice')
  return list
}

/** The relationship as an element; `explicit` writes out the default mode, as the relationships transform demands. */
export function relationshipElement({ id, type, target, mode }: Relationship, explicit: boolean) {
  const external = explicit || mode === 'External'
  return element('Relationship', { Id: id, Type: type, Target: target, ...(external && { TargetMode: mode }) })
}

/** Without line breaks: some verifiers drop them before they digest. */
export function writeRelationships(list: readonly Relationship[]): Uint8Array {
  const rows = list.map(({ id, type, target, mode }) => {
    const external = mode === 'External' ? ' TargetMode="External"' : ''
    return `<Relationship Id="${escapeValue(id)}" Type="${escapeValue(type)}" Target="${escapeValue(target)}"${external}/>`
  })
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return strToU8(`${head}<Relationships xmlns="${space}">${rows.join('')}</Relationships>`)
}

/** Where the relationships of a part lie; "/" is the package itself. */
export function relationshipsOf(source: string): string {
  return source === '/' ? rootRelationships : source.replace(/\/([^/]+)$/, '/_rels/$1.rels')
}

/** The part a relationship of `source` leads to. */
export function resolveTarget(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of decodeURIComponent(target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return `/${steps.filter(Boolean).join('/')}`
}

/** The text of a part. */
export function textOfPart({ parts }: Package, part: string): string | undefined {
  const bytes = parts.get(part)
  return bytes && strFromU8(bytes)
}

/** A text as the bytes of a part. */
export const partOf = (text: string): Uint8Array => strToU8(text)
