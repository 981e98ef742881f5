/**
 * Changes a signed workbook in one place at a time, the way a spreadsheet program or a careful hand would, and says what
 * a verifier must name.
 */
import { readSheet, sharedStrings, sheetParts } from '#core/opc/cells.ts'
import { type Package, partOf, readPackage, textOfPart, writePackage } from '#core/opc/package.ts'
import type { Report } from '#core/verify/finding.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'

export type Tampering = {
  /** What was changed, for the one who reads a failure. */
  readonly what: string
  readonly bytes: () => Uint8Array
  /** True when the report names the place. */
  readonly isNamed: (report: Report) => boolean
}

const checkSheet = '校验数据'

/** Every text on a sheet. */
export function sheetTexts(workbook: Uint8Array, sheet: string): string[] {
  const pkg = readPackage(workbook)
  const place = sheetParts(pkg).find(({ name }) => name === sheet)
  return place ? [...readSheet(pkg, place, sharedStrings(pkg)).cells.values()].map(String) : []
}

/** The workbook with some parts in another wording. */
function withPart(pkg: Package, part: string, bytes: Uint8Array): Uint8Array {
  return writePackage(new Map(pkg.parts).set(part, bytes))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The sheet's XML with another value in one cell; the look stays. */
function withCell(xml: string, address: string, value: string | number): string {
  const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`)
  return xml.replace(cell, (_, attributes: string) => {
    const look = attributes.replace(/ t="[^"]*"/, '')
    return typeof value === 'number'
      ? `<c r="${address}"${look}><v>${value}</v></c>`
      : `<c r="${address}"${look} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  })
}

/** One changed cell after another, of every printed sheet. */
export function* cellTamperings(workbook: Uint8Array): Generator<Tampering> {
  const pkg = readPackage(workbook)
  for (const { name, part } of sheetParts(pkg)) {
    if (name === checkSheet) continue
    const xml = textOfPart(pkg, part) ?? ''
    for (const [, address = '', attributes = '', value = ''] of xml.matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v>/g,
    )) {
      const other = attributes.includes('t="s"') ? '改' : Number(value) + 1
      yield {
        what: `${name} ${address}`,
        bytes: () => withPart(pkg, part, partOf(withCell(xml, address, other))),
        isNamed: ({ findings }) =>
          findings.some(({ sheet, cell, found }) => sheet === name && cell === address && found === String(other)),
      }
    }
  }
}

/** One changed row of the check data after another: entries, acts, scheme, list of cells. */
export function* dataTamperings(workbook: Uint8Array): Generator<Tampering> {
  const pkg = readPackage(workbook)
  const part = sheetParts(pkg).find(({ name }) => name === checkSheet)?.part ?? ''
  const xml = textOfPart(pkg, part) ?? ''
  const strings = [
    ...(textOfPart(pkg, '/xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g),
  ].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  )
  for (const [, address = '', index = ''] of xml.matchAll(/<c r="(D\d+)"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)) {
    const json = strings[Number(index)] ?? ''
    if (!json.startsWith('{"')) continue
    const changed = changedJson(json)
    const isEntry = /"jiangping":"(act|entry|entry-of-act)"/.test(json)
    yield {
      what: `${checkSheet} ${address} ${json.slice(0, 60)}`,
      bytes: () => withPart(pkg, part, partOf(withCell(xml, address, changed))),
      isNamed: ({ findings }) =>
        findings.some(({ sheet, code }) => sheet === checkSheet && code === 'changed-part') &&
        (!isEntry || findings.some(({ code }) => code === 'ledger' || code === 'act')),
    }
  }
}

/** The last digit or letter of a value, turned into another. */
function changedJson(json: string): string {
  const at = json.search(/"(deduct|choice|text|reason|value|opinion|at)":"[^"]/)
  const place = at >= 0 ? json.indexOf(':"', at) + 2 : json.search(/[0-9a-f](?=[^0-9a-f]*$)/)
  const letter = json[place] ?? ''
  return `${json.slice(0, place)}${letter === '1' ? '2' : '1'}${json.slice(place + 1)}`
}

/** One changed picture after another. */
export function* pictureTamperings(workbook: Uint8Array): Generator<Tampering> {
  const pkg = readPackage(workbook)
  for (const [part, bytes] of pkg.parts) {
    if (!part.includes('/media/')) continue
    yield {
      what: part,
      bytes: () => withPart(pkg, part, bytes.with(bytes.length - 20, (bytes.at(-20) ?? 0) ^ 1)),
      isNamed: ({ findings }) =>
        findings.some(
          ({ code, text }) => code === 'changed-part' && text['zh-CN'].includes('图片') && text['zh-CN'].includes(part),
        ),
    }
  }
}

/** Takes each signature away in turn. */
export function* signerTamperings(workbook: Uint8Array, names: readonly string[]): Generator<Tampering> {
  const pkg = readPackage(workbook)
  const place = '/_xmlsignatures/_rels/origin.sigs.rels'
  const relations = textOfPart(pkg, place) ?? ''
  for (const [index, name] of names.entries()) {
    const target = `sig${index + 1}.xml`
    yield {
      what: `signature of ${name}`,
      bytes: () => {
        const parts = new Map(pkg.parts)
        parts.delete(`/_xmlsignatures/${target}`)
        parts.set(place, partOf(relations.replace(new RegExp(`<Relationship [^>]*Target="${target}"[^>]*/>`), '')))
        return writePackage(parts)
      },
      isNamed: ({ findings }) => findings.some(({ code, signer }) => code === 'missing-signature' && signer === name),
    }
  }
}

/** What a verifier missed, or did not name; empty when it is as good as it says. */
export async function missedOf(tamperings: Iterable<Tampering>): Promise<string[]> {
  const missed: string[] = []
  for (const { what, bytes, isNamed } of tamperings) {
    const report = await verifyWorkbook(bytes(), { name: 'tampered.xlsx' })
    if (report.ok) missed.push(`not found: ${what}`)
    else if (!isNamed(report))
      missed.push(
        `not named: ${what}: ${report.findings
          .map(({ text }) => text['zh-CN'])
          .slice(0, 3)
          .join(' ')}`,
      )
  }
  return missed
}

/** Every so manieth of them, beginning with the first. */
export function* every<T>(step: number, all: Iterable<T>): Generator<T> {
  let at = 0
  for (const one of all) {
    if (at % step === 0) yield one
    at += 1
  }
}
