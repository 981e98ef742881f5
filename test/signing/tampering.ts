/**
 * Changes a signed workbook in one place at a time, the way a spreadsheet program or a careful hand would, and says what
 * a verifier must name.
 */
import { readSheet, sharedStrings, sheetParts } from '#core/opc/cells.ts'
import { type Package, packageOf, partOf, readPackage, textOfPart, writePackage } from '#core/opc/package.ts'
import type { Report } from '#core/verify/finding.ts'
import { Remembered } from '#core/verify/remembered.ts'
import { verifyOpened, verifyWorkbook } from '#core/verify/verify.ts'

export type Tampering = {
  /** What was changed, for the one who reads a failure. */
  readonly what: string
  readonly parts: () => Map<string, Uint8Array>
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

/** The changed workbook as a file. */
export const bytesOf = ({ parts }: Tampering): Uint8Array => writePackage(parts())

/** The workbook with one part in another wording. */
function withPart(pkg: Package, part: string, bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(pkg.parts).set(part, bytes)
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
        parts: () => withPart(pkg, part, partOf(withCell(xml, address, other))),
        isNamed: ({ findings }) =>
          findings.some(({ sheet, cell, found }) => sheet === name && cell === address && found === String(other)),
      }
    }
  }
}

/** One changed row of the check data after another: entries, acts, scheme, list of cells. @param change null: not this one. */
export function* dataTamperings(
  workbook: Uint8Array,
  change: (json: string) => string | null = changedJson,
): Generator<Tampering> {
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
    const changed = change(json)
    if (changed === null) continue
    const isEntry = /"jiangping":"(act|entry|entry-of-act)"/.test(json)
    yield {
      what: `${checkSheet} ${address} ${json.slice(0, 60)}`,
      parts: () => withPart(pkg, part, partOf(withCell(xml, address, changed))),
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

/** One changed footer or header of a printed page after another. */
export function* footerTamperings(workbook: Uint8Array): Generator<Tampering> {
  const pkg = readPackage(workbook)
  for (const { name, part } of sheetParts(pkg)) {
    const xml = textOfPart(pkg, part) ?? ''
    for (const [whole, tag = '', words = ''] of xml.matchAll(/<(oddFooter|oddHeader)>([^<]+)<\/\1>/g)) {
      const letter = words.search(/[0-9A-Fa-f](?=[^0-9A-Fa-f]*$)/)
      const other = `${words.slice(0, letter)}${words[letter] === '7' ? '8' : '7'}${words.slice(letter + 1)}`
      yield {
        what: `${name} ${tag}`,
        parts: () => withPart(pkg, part, partOf(xml.replace(whole, `<${tag}>${other}</${tag}>`))),
        isNamed: ({ findings }) => findings.some(({ sheet, code }) => sheet === name && code === 'changed-part'),
      }
    }
  }
}

/** One changed picture after another. */
export function* pictureTamperings(workbook: Uint8Array): Generator<Tampering> {
  const pkg = readPackage(workbook)
  for (const [part, bytes] of pkg.parts) {
    if (!part.includes('/media/')) continue
    yield {
      what: part,
      parts: () => withPart(pkg, part, bytes.with(bytes.length - 20, (bytes.at(-20) ?? 0) ^ 1)),
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
      parts: () => {
        const parts = new Map(pkg.parts)
        parts.delete(`/_xmlsignatures/${target}`)
        parts.set(place, partOf(relations.replace(new RegExp(`<Relationship [^>]*Target="${target}"[^>]*/>`), '')))
        return parts
      },
      isNamed: ({ findings }) => findings.some(({ code, signer }) => code === 'missing-signature' && signer === name),
    }
  }
}

/** Verifies the changed workbook as anybody does who has the file. */
const asFile: Verifier = (tampering) => verifyWorkbook(bytesOf(tampering), { name: 'tampered.xlsx' })

export type Verifier = (tampering: Tampering) => Promise<Report>

/**
 * Verifies without zip and unzip between, and what did not change between two workbooks only once.
 * The zip itself is what {@link asFile} tries.
 */
export function rememberingVerifier(): Verifier {
  const known = new Remembered()
  return ({ parts }) => verifyOpened(packageOf(parts()), { name: 'tampered.xlsx' }, { findings: [], known })
}

/** What a verifier missed, or did not name; empty when it is as good as it says. */
export async function missedOf(tamperings: Iterable<Tampering>, verify: Verifier = asFile): Promise<string[]> {
  const missed: string[] = []
  for (const tampering of tamperings) {
    const { what, isNamed } = tampering
    const report = await verify(tampering)
    const said = report.findings.map(({ text }) => text['zh-CN']).slice(0, 3)
    if (report.ok) missed.push(`not found: ${what}`)
    else if (!isNamed(report)) missed.push(`not named: ${what}: ${said.join(' ')}`)
  }
  return missed
}

/** Every so manieth of them, beginning with the first, or with the one after `skip`. */
export function* every<T>(step: number, all: Iterable<T>, skip = 0): Generator<T> {
  let at = 0
  for (const one of all) {
    if (at % step === skip) yield one
    at += 1
  }
}
