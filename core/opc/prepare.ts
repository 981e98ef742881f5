/** Brings a workbook into the form in which it is signed, and puts finished signatures into it. */
import { contentTypes, relationshipTypes } from './names.ts'
import {
  contentTypesPart,
  type Package,
  partOf,
  readPackage,
  readRelationships,
  relationshipsOf,
  rootRelationships,
  textOfPart,
  writePackage,
  writeRelationships,
} from './package.ts'

const origin = '/_xmlsignatures/origin.sigs'
const originRelationships = relationshipsOf(origin)

/**
 * Before sealing: what Excel would recalculate or upgrade on opening is settled, relationship parts are written without
 * line breaks, and the signature origin is there, so that nothing signed changes when signatures are added.
 * @param hardened gives every part a relationship part, be it empty, so that none can be added unnoticed.
 * @throws Error when it is no workbook.
 */
export function prepareForSigning(zip: Uint8Array, { hardened }: { hardened: boolean }): Uint8Array {
  const pkg = readPackage(zip)
  const { parts, declaredTwice } = pkg
  if (declaredTwice.length > 0) throw new Error(`declared twice in [Content_Types].xml: ${declaredTwice.join(', ')}`)
  const workbook = textOfPart(pkg, '/xl/workbook.xml')
  if (workbook === undefined) throw new Error('no workbook')
  parts.set('/xl/workbook.xml', partOf(settled(workbook)))
  for (const [part, bytes] of parts) {
    if (part.endsWith('.rels')) parts.set(part, writeRelationships(readRelationships(bytes)))
  }
  addOrigin(pkg)
  if (hardened) addEmptyRelationships(parts)
  return writePackage(parts)
}

/** Excel calculates anew what another version calculated last, and would break every signature by doing so. */
function settled(workbook: string): string {
  return workbook
    .replace(/<fileVersion [^>]*\/>/, '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/>')
    .replace(/<calcPr [^>]*\/>/, '<calcPr calcId="191029" calcMode="manual" fullCalcOnLoad="0" calcOnSave="0"/>')
}

function addOrigin(pkg: Package): void {
  const { parts } = pkg
  const root = readRelationships(parts.get(rootRelationships) ?? partOf('<Relationships/>'))
  if (root.some(({ type }) => type === relationshipTypes.origin)) return
  const added = { type: relationshipTypes.origin, target: '_xmlsignatures/origin.sigs', mode: 'Internal' }
  parts.set(rootRelationships, writeRelationships([...root, { id: freeId(root), ...added }]))
  parts.set(origin, new Uint8Array())
  const declared = textOfPart(pkg, contentTypesPart) ?? ''
  const line = `<Default Extension="sigs" ContentType="${contentTypes.origin}"/>`
  parts.set(contentTypesPart, partOf(declared.replace(/<Types[^>]*>/, (open) => open + line)))
}

function freeId(list: readonly { id: string }[]): string {
  let next = 1
  while (list.some(({ id }) => id === `rId${next}`)) next += 1
  return `rId${next}`
}

function addEmptyRelationships(parts: Map<string, Uint8Array>): void {
  const bare = (part: string) =>
    part.endsWith('.xml') &&
    !/\/_rels\/|^\/_xmlsignatures|^\/docProps|^\/\[/.test(part) &&
    !parts.has(relationshipsOf(part))
  for (const part of [...parts.keys()].filter(bare)) parts.set(relationshipsOf(part), writeRelationships([]))
}

/** Puts signature parts into a prepared workbook, in the order given. Nothing that is signed changes. */
export function addSignatures(zip: Uint8Array, signatures: readonly string[]): Uint8Array {
  const pkg = readPackage(zip)
  const { parts } = pkg
  const known = parts.get(originRelationships)
  const list = known ? readRelationships(known) : []
  let declared = textOfPart(pkg, contentTypesPart) ?? ''
  for (const signature of signatures) {
    const name = `sig${list.length + 1}.xml`
    parts.set(`/_xmlsignatures/${name}`, partOf(signature))
    list.push({ id: freeId(list), type: relationshipTypes.signature, target: name, mode: 'Internal' })
    const line = `<Override PartName="/_xmlsignatures/${name}" ContentType="${contentTypes.signature}"/>`
    declared = declared.replace('</Types>', `${line}</Types>`)
  }
  parts.set(originRelationships, writeRelationships(list))
  parts.set(contentTypesPart, partOf(declared))
  return writePackage(parts)
}
