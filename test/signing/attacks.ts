/**
 * What an attacker does to a signed package as such: parts and relationships that nobody signed, content types, signers
 * taken away, signatures changed inside. Each with the words by which a verifier must name it; null where the file must
 * go on holding, because nothing that is signed or shown has changed.
 */
import { contentTypesPart, partOf, readPackage, rootRelationships, writePackage } from '#core/opc/package.ts'
import type { FindingCode } from '#core/verify/finding.ts'

export type Attack = {
  readonly what: string
  readonly bytes: Uint8Array
  /** A finding of this code whose Chinese words contain these; null: the file holds. */
  readonly named: readonly [FindingCode, string] | null
}

type Parts = Map<string, Uint8Array>
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const workbookRelationships = '/xl/_rels/workbook.xml.rels'
const originRelationships = '/_xmlsignatures/_rels/origin.sigs.rels'
const firstSheet = '/xl/worksheets/sheet1.xml'
const decoder = new TextDecoder()

/** @throws Error when nothing was changed: an attack that does nothing shows nothing. */
function edit(parts: Parts, part: string, change: (text: string) => string): void {
  const before = decoder.decode(parts.get(part))
  const after = change(before)
  if (after === before) throw new Error(`${part} is as before`)
  parts.set(part, partOf(after))
}

function relate(parts: Parts, part: string, relationship: string, first = false): void {
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  if (!parts.has(part)) parts.set(part, partOf(empty))
  edit(parts, part, (text) =>
    first
      ? text.replace(/<Relationships[^>]*>/, (open) => open + relationship)
      : text.replace('</Relationships>', `${relationship}</Relationships>`),
  )
}

function declare(parts: Parts, part: string, type: string): void {
  const line = `<Override PartName="${part}" ContentType="${type}"/>`
  edit(parts, contentTypesPart, (text) => text.replace('</Types>', `${line}</Types>`))
}

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}${type}" Target="${target}"/>`
const undeclare = (parts: Parts, part: string) =>
  edit(parts, contentTypesPart, (text) => text.replace(new RegExp(`<Override PartName="${part}"[^>]*/>`), ''))

/** A second part of a kind that is found by its relationship's type: office programs show it instead, and call it signed. */
function secondOf(parts: Parts, kind: 'sharedStrings' | 'styles', first: boolean): void {
  const target = `${kind}2.xml`
  const own = parts.get(`/xl/${kind}.xml`) ?? new Uint8Array()
  const forged = decoder.decode(own).replace(/<t([^>]*)>/g, '<t$1>EVIL ')
  parts.set(`/xl/${target}`, partOf(forged))
  relate(parts, workbookRelationships, relationship(first ? 'rId0' : 'rId99', kind, target), first)
  declare(parts, `/xl/${target}`, `${spreadsheet}${kind}+xml`)
}

const packageAttacks: [what: string, named: Attack['named'], change: (parts: Parts) => void][] = [
  [
    'a number changed',
    ['result', '采用分应为'],
    (parts) => edit(parts, firstSheet, (text) => text.replace(/<v>\d+\.\d+<\/v>/, '<v>99.9</v>')),
  ],
  [
    'a text changed in the table of texts',
    ['changed-part', '文字表在签名之后被改动过'],
    (parts) => edit(parts, '/xl/sharedStrings.xml', (text) => text.replace(/<t([^>]*)>([^<]+)<\/t>/, '<t$1>X$2</t>')),
  ],
  [
    'two pictures exchanged',
    ['changed-part', '的图片在签名之后被改动过'],
    (parts) => {
      const [one = '', ...others] = [...parts.keys()].filter((part) => part.startsWith('/xl/media/')).toSorted()
      const two = others.at(-1) ?? ''
      const [a, b] = [parts.get(one), parts.get(two)]
      if (!a || !b) throw new Error('fewer than two pictures')
      parts.set(one, b).set(two, a)
    },
  ],
  [
    'the protection of a sheet removed',
    ['changed-part', '《封面》在签名之后被改动过'],
    (parts) => edit(parts, firstSheet, (text) => text.replace(/<sheetProtection[^>]*\/>/, '')),
  ],
  [
    'a sheet removed',
    ['changed-part', '签过名的关联被删去'],
    (parts) => {
      const relations = decoder.decode(parts.get(workbookRelationships))
      const [line = ''] = /<Relationship [^>]*Target="worksheets\/sheet2.xml"[^>]*>/.exec(relations) ?? []
      const [, id = ''] = /Id="([^"]+)"/.exec(line) ?? []
      edit(parts, workbookRelationships, (text) => text.replace(line, ''))
      edit(parts, '/xl/workbook.xml', (text) => text.replace(new RegExp(`<sheet [^>]*r:id="${id}"[^>]*/>`), ''))
      undeclare(parts, '/xl/worksheets/sheet2.xml')
      parts.delete('/xl/worksheets/sheet2.xml')
    },
  ],
  [
    'two sheets exchanged',
    ['changed-part', '关联在签名之后被改动过'],
    (parts) =>
      edit(parts, workbookRelationships, (text) =>
        text.replace(/worksheets\/sheet([12])\.xml/g, (_, no) => `worksheets/sheet${no === '1' ? 2 : 1}.xml`),
      ),
  ],
  [
    'a sheet added',
    ['cell', '《evil》不是导出时的表'],
    (parts) => {
      const cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
      const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
      parts.set('/xl/worksheets/sheet99.xml', partOf(`<worksheet xmlns="${space}">${cells}</worksheet>`))
      relate(parts, workbookRelationships, relationship('rId99', 'worksheet', 'worksheets/sheet99.xml'))
      declare(parts, '/xl/worksheets/sheet99.xml', `${spreadsheet}worksheet+xml`)
      const sheet = '<sheet name="evil" sheetId="99" r:id="rId99"/></sheets>'
      edit(parts, '/xl/workbook.xml', (text) => text.replace('</sheets>', sheet))
    },
  ],
  [
    'a part that nothing leads to',
    ['unsigned-part', '/xl/evil.xml'],
    (parts) => void parts.set('/xl/evil.xml', partOf('<evil/>')),
  ],
  [
    'custom XML added',
    ['unsigned-part', '/_rels/.rels rId98'],
    (parts) => {
      parts.set('/customXml/item1.xml', partOf('<evil/>'))
      relate(parts, rootRelationships, relationship('rId98', 'customXml', 'customXml/item1.xml'))
    },
  ],
  [
    'a second table of texts, first',
    ['unsigned-part', 'rId0 → sharedStrings2.xml'],
    (parts) => secondOf(parts, 'sharedStrings', true),
  ],
  [
    'a second table of texts, last',
    ['unsigned-part', 'rId99 → sharedStrings2.xml'],
    (parts) => secondOf(parts, 'sharedStrings', false),
  ],
  ['second styles, first', ['unsigned-part', 'rId0 → styles2.xml'], (parts) => secondOf(parts, 'styles', true)],
  ['second styles, last', ['unsigned-part', 'rId99 → styles2.xml'], (parts) => secondOf(parts, 'styles', false)],
  [
    'a comment hung on a sheet',
    ['unsigned-part', '/xl/comments1.xml'],
    (parts) => {
      parts.set('/xl/comments1.xml', partOf('<comments/>'))
      relate(parts, '/xl/worksheets/_rels/sheet1.xml.rels', relationship('rId97', 'comments', '../comments1.xml'))
      declare(parts, '/xl/comments1.xml', `${spreadsheet}comments+xml`)
    },
  ],
  [
    'the content type of a signed part changed',
    ['changed-part', '格式表的类型被改动过'],
    (parts) =>
      edit(parts, contentTypesPart, (text) =>
        text.replace(
          /(<Override PartName="\/xl\/styles.xml" ContentType=")[^"]*/,
          (_, before) => `${before}application/xml`,
        ),
      ),
  ],
  [
    'properties of the document changed',
    null,
    (parts) =>
      edit(parts, '/docProps/core.xml', (text) =>
        text.replace(/(<dc:title>)[^<]*|(?=<\/cp:coreProperties>)/, (_, open) =>
          open ? `${open}evil` : '<dc:title>evil</dc:title>',
        ),
      ),
  ],
]

/** The changes within one signature part. */
const insideSignature: [what: string, change: (text: string) => string][] = [
  ['comment', (text) => text.replace(/(<SignatureComments>)/, '$1X')],
  ['signing time', (text) => text.replace(/(<xd:SigningTime>)\d{4}/, (_, open) => `${open}2020`)],
  ['time of sealing', (text) => text.replace(/(<mdssi:Value>)\d{4}/, (_, open) => `${open}2020`)],
  ['value', (text) => text.replace(/(<SignatureValue>)(.)/, (_, open, one) => `${open}${one === 'A' ? 'B' : 'A'}`)],
  ['manifest', (text) => text.replace(/<Manifest>.*<\/Manifest>/s, '<Manifest></Manifest>')],
]

/** @param names of the signers, in the order of their signatures. */
export function* attacksOn(workbook: Uint8Array, names: readonly string[]): Generator<Attack> {
  const { parts: sound } = readPackage(workbook)
  const [first = '', last = ''] = [names[0], names.at(-1)]
  const lastPart = `sig${names.length}.xml`
  const made = (what: string, named: Attack['named'], change: (parts: Parts) => void): Attack => {
    const parts = new Map(sound)
    change(parts)
    return { what, named, bytes: writePackage(parts) }
  }
  yield { what: 'zipped anew', named: null, bytes: writePackage(sound) }
  for (const [what, named, change] of packageAttacks) yield made(what, named, change)
  const strip = (parts: Parts) =>
    edit(parts, originRelationships, (text) =>
      text.replace(new RegExp(`<Relationship [^>]*Target="${lastPart}"[^>]*/>`), ''),
    )
  yield made('a signer stripped', ['missing-signature', `缺少 ${last} 的数字签名`], (parts) => {
    strip(parts)
    undeclare(parts, `/_xmlsignatures/${lastPart}`)
    parts.delete(`/_xmlsignatures/${lastPart}`)
  })
  yield made('the relationship of a signer stripped', ['missing-signature', `缺少 ${last} 的数字签名`], strip)
  yield made('all signers stripped', ['missing-signature', '文件里没有数字签名'], (parts) => {
    for (const part of [...parts.keys()]) if (part.startsWith('/_xmlsignatures')) parts.delete(part)
    edit(parts, rootRelationships, (text) => text.replace(/<Relationship [^>]*digital-signature\/origin[^>]*\/>/, ''))
  })
  for (const [name, part] of [
    [first, '/_xmlsignatures/sig1.xml'],
    [last, `/_xmlsignatures/${lastPart}`],
  ] as const) {
    for (const [what, change] of insideSignature) {
      const named = ['signature', `${name} 的数字签名不成立`] as const
      yield made(`${what} in the signature of ${name}`, named, (parts) => edit(parts, part, change))
    }
  }
  yield made('the certificate of one signature put into another', ['missing-signature', first], (parts) => {
    const pattern = /(<X509Certificate>)([^<]*)/
    const [, , other = ''] = pattern.exec(decoder.decode(parts.get(`/_xmlsignatures/${lastPart}`))) ?? []
    edit(parts, '/_xmlsignatures/sig1.xml', (text) => text.replace(pattern, (_, open) => `${open}${other}`))
  })
}
