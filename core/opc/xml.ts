/** XML as signatures need it: written in Canonical XML 1.0 from the start, read strictly. */
import { SaxesParser } from 'saxes'

export type Node = Element | string
export type Element = {
  /** With its prefix, as written. */
  readonly name: string
  /** Namespace declarations are attributes like any other. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}

/** Makes an element. */
export function element(name: string, attributes: Record<string, string> = {}, ...children: Node[]): Element {
  return { name, attributes, children }
}

const textEscapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const valueEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** The value of an attribute, escaped as Canonical XML has it. */
export function escapeValue(value: string): string {
  return value.replace(/[&<"\t\n\r]/g, (letter) => valueEscapes[letter] ?? letter)
}

/**
 * Canonical XML 1.0 (inclusive) of a tree whose attributes stand in no namespace: namespace declarations first, then
 * attributes, both by name; no empty-element tags.
 * @param inherited namespace declarations in scope at the top, which a signed piece of a document takes along.
 */
export function canonical(node: Node, inherited: Readonly<Record<string, string>> = {}): string {
  if (typeof node === 'string') return node.replace(/[&<>\r]/g, (letter) => textEscapes[letter] ?? letter)
  const all = { ...inherited, ...node.attributes }
  const names = Object.keys(all)
  const isNamespace = (name: string) => name === 'xmlns' || name.startsWith('xmlns:')
  const ordered = [...names.filter(isNamespace).sort(), ...names.filter((name) => !isNamespace(name)).sort()]
  const attributes = ordered.map((name) => ` ${name}="${escapeValue(all[name] ?? '')}"`).join('')
  return `<${node.name}${attributes}>${node.children.map((child) => canonical(child)).join('')}</${node.name}>`
}

/**
 * Reads a whole document. Comments and processing instructions are left out.
 * @throws Error for anything that is not well-formed, and for a document type (no part of a workbook has one).
 */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: false })
  const top: Node[] = []
  const open: { name: string; attributes: Record<string, string>; children: Node[] }[] = []
  const place = (node: Node) => (open.at(-1)?.children ?? top).push(node)
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed')
  })
  parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes: { ...attributes }, children: [] }))
  parser.on('closetag', () => {
    const done = open.pop()
    if (done) place(done)
  })
  const keep = (words: string) => {
    if (open.length > 0) place(words)
  }
  parser.on('text', keep)
  parser.on('cdata', keep)
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const [root] = top
  if (!root || typeof root === 'string') throw new Error('no element')
  return root
}

/** The elements directly below, by name when one is given. */
export function childrenOf(parent: Element, name?: string): Element[] {
  return parent.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** Follows names downwards, each time the only child of that name; undefined when there is none, or more than one. */
export function find(parent: Element, ...names: string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => {
    const found = at ? childrenOf(at, name) : []
    return found.length === 1 ? found[0] : undefined
  }, parent)
}

/** All text below. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return ''
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}
