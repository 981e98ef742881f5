/**
 * Verifies a result workbook from nothing but its bytes: who signed it, that the signatures cover all of it, the ledger
 * in it, and every printed result anew from the acts alone. The same in the program, on the command line and in any
 * browser.
 */
import { type Text, text } from '../lang.ts'
import { canonicalJson, fingerprintOf } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'
import { sheetParts } from '../opc/cells.ts'
import {
  type Package,
  readPackage,
  readRelationships,
  relationshipsOf,
  resolveTarget,
  textOfPart,
} from '../opc/package.ts'
import { zipProblems } from '../opc/zip-names.ts'
import { refuse } from '../refusal.ts'
import type { Keys } from '../signing/keys.ts'
import { type ActsChecked, checkActs } from './acts.ts'
import { type CheckData, readCheckRows } from './check-data.ts'
import { type CoverageProblem, coverageOf } from './coverage.ts'
import type { Finding, Report, SignatureView } from './finding.ts'
import { checkRowsOf, checkSheet, compareCells, readSheets, signerSheet } from './printed.ts'
import { recountOf } from './recount.ts'
import { readSignature, type SignaturePart } from './signature-part.ts'

/** The largest number of findings that is told; a file that is wholly wrong need not say so a hundred thousand times. */
const mostFindings = 2_000

/**
 * @param options.authority SHA-256 of the authority's certificate as the bureau has it on paper; without it the report
 *   names the one in the workbook, to be compared by eye.
 * @throws Refused `not-a-workbook` when it is none of ours, or cannot be read at all.
 */
export async function verifyWorkbook(
  bytes: Uint8Array,
  options: { name: string; authority?: string | undefined },
): Promise<Report> {
  const findings: Finding[] = []
  const pkg = openPackage(bytes, options.name, findings)
  const sheets = readSheets(pkg, findings)
  const data = readData(sheets.get(checkSheet), findings)
  const acts = data ? await checkActs(data) : null
  if (acts) findings.push(...acts.findings)
  const parts = await readSignatures(pkg, findings)
  checkCoverage(pkg, parts, findings)
  const signatures = checkSigners(parts, { data, acts, sheets }, findings)
  const cells = data
    ? compareCells(sheets, data, { recount: recountFrom(data, findings), findings })
    : { compared: 0, recomputed: 0 }
  checkAuthority(acts, options.authority, findings)
  return {
    ok: findings.length === 0,
    title: data?.about.title ?? options.name,
    round: data?.about.round ?? '',
    sample: data?.about.sample ?? false,
    signatures,
    expected: data?.about.signers.length ?? 0,
    authority: acts?.authority?.fingerprint ?? null,
    ledger: acts?.ledger ?? { entries: 0, head: '', signedActs: 0, withheld: 0 },
    unsignedActs: acts?.unsignedActs ?? [],
    cells,
    findings: findings.slice(0, mostFindings),
  }
}

function openPackage(bytes: Uint8Array, name: string, findings: Finding[]): Package {
  const notOurs = (why: Text): never => refuse('not-a-workbook', { path: name, why })
  try {
    for (const { what, name: part } of zipProblems(bytes)) {
      const words = {
        twice: text(`压缩包里“${part}”出现了两次。`, `"${part}" stands twice in the file.`),
        'bad-name': text(`压缩包里有不合规的名称“${part}”。`, `The file holds the improper name "${part}".`),
        before: text('文件开头夹带了别的数据。', 'There is other data before the workbook begins.'),
        after: text('文件末尾夹带了别的数据。', 'There is other data after the workbook ends.'),
      }
      findings.push({ code: 'package', text: words[what] })
    }
  } catch {
    return notOurs(text('不是 Excel 工作簿文件', 'it is no Excel workbook'))
  }
  try {
    const pkg = readPackage(bytes)
    const names = sheetParts(pkg).map((sheet) => sheet.name)
    for (const part of pkg.declaredTwice) {
      findings.push({
        code: 'package',
        text: text(`内容类型表把“${part}”登记了两次。`, `"${part}" is declared twice.`),
      })
    }
    if (names.includes(checkSheet) || names.includes(signerSheet)) return pkg
  } catch (problem) {
    // A workbook of ours that was broken is a finding; anything else is no workbook of ours.
    const why = problem instanceof Error ? problem.message : String(problem)
    return notOurs(text(why, why))
  }
  return notOurs(text('没有签名清单和校验数据', 'it has no list of signers and no check data'))
}

function readData(sheet: Parameters<typeof checkRowsOf>[0] | undefined, findings: Finding[]): CheckData | null {
  const { rows, first } = sheet ? checkRowsOf(sheet) : { rows: [], first: 0 }
  const { data, bad } = readCheckRows(rows, first)
  for (const { row, why } of bad) {
    findings.push({
      code: 'ledger',
      sheet: checkSheet,
      cell: `D${row}`,
      text: text(
        `《${checkSheet}》第 ${row} 行无法读取或前后不符：${why}。`,
        `Row ${row} of the check data cannot be read: ${why}.`,
      ),
    })
  }
  if (!data)
    findings.push({
      code: 'ledger',
      sheet: checkSheet,
      text: text(
        '校验数据不完整，或者本轮评审没有启用数字签名：没有台账可以复核。',
        'The check data are not complete, or the round was not signed: there is no ledger to check.',
      ),
    })
  return data
}

async function readSignatures(pkg: Package, findings: Finding[]): Promise<SignaturePart[]> {
  const origin = '/_xmlsignatures/origin.sigs'
  const listed = (() => {
    try {
      return readRelationships(pkg.parts.get(relationshipsOf(origin)) ?? new Uint8Array()).map(({ target }) =>
        resolveTarget(origin, target),
      )
    } catch {
      return []
    }
  })()
  const there = [...pkg.parts.keys()].filter((part) => /^\/_xmlsignatures\/[^/]+\.xml$/.test(part))
  for (const part of there.filter((one) => !listed.includes(one))) {
    findings.push({
      code: 'unsigned-part',
      text: text(
        `签名文件 ${part} 没有登记，Excel 看不到它。`,
        `The signature ${part} is not registered: Excel does not see it.`,
      ),
    })
  }
  const known = new Set([origin, relationshipsOf(origin), ...there])
  for (const part of pkg.parts.keys()) {
    if (part.startsWith('/_xmlsignatures/') && !known.has(part))
      findings.push({
        code: 'unsigned-part',
        text: text(`签名文件夹里多出了 ${part}。`, `${part} does not belong among the signatures.`),
      })
  }
  return Promise.all(listed.map(async (part) => readSignature(part, textOfPart(pkg, part) ?? '')))
}

/** All signatures sign the same; what each does not cover is told once. */
function checkCoverage(pkg: Package, parts: readonly SignaturePart[], findings: Finding[]): void {
  const where = placesOf(pkg)
  const told = new Set<string>()
  // What a broken signature says it covers says nothing, as long as there are sound ones.
  const sound = parts.filter(({ problems }) => problems.length === 0)
  for (const { references } of sound.length > 0 ? sound : parts.slice(0, 1)) {
    for (const problem of coverageOf(pkg, references)) {
      const key = `${problem.what} ${problem.part} ${problem.detail}`
      if (told.has(key)) continue
      told.add(key)
      findings.push(coverageFinding(problem, where(problem.part)))
    }
  }
}

function coverageFinding({ what, part, detail }: CoverageProblem, place: { name: string; sheet?: string }): Finding {
  const { name, sheet } = place
  const sentences: Record<CoverageProblem['what'], Text> = {
    changed: text(`${name}在签名之后被改动过（${part}）。`, `${name} was changed after it was signed (${part}).`),
    gone: text(`${name}在签名之后被删去（${part}）。`, `${name} was removed after it was signed (${part}).`),
    type: text(
      `${name}的类型被改动过（${part}：${detail}）。`,
      `The type of ${name} was changed (${part}: ${detail}).`,
    ),
    twice: text(`签名把 ${part} 列了两次。`, `The signature names ${part} twice.`),
    'uncovered-part': text(
      `文件里多出了没有签名的部分：${part}。`,
      `The file holds a part that nobody signed: ${part}.`,
    ),
    'uncovered-relationship': text(
      `文件里多出了没有签名的关联：${part} ${detail}。它可能让表格显示别的内容。`,
      `The file holds a relationship that nobody signed: ${part} ${detail}. It may make the tables show something else.`,
    ),
    'relationship-gone': text(
      `签过名的关联被删去：${part} ${detail}。`,
      `A signed relationship is gone: ${part} ${detail}.`,
    ),
  }
  const isExtra = what === 'uncovered-part' || what === 'uncovered-relationship'
  return {
    code: isExtra ? 'unsigned-part' : 'changed-part',
    text: sentences[what],
    ...(sheet && { sheet }),
    found: part,
  }
}

/** What a part is to a reader: a sheet, or a picture on one. */
function placesOf(pkg: Package): (part: string) => { name: string; sheet?: string } {
  const owners = new Map<string, string>()
  const kinds: [RegExp, string][] = [
    [/\/media\//, '图片'],
    [/\/drawings\//, '图片的位置'],
    [/sharedStrings/, '文字表'],
    [/styles/, '格式表'],
    [/workbook\.xml$/, '表的目录'],
    [/\.rels$/, '关联'],
  ]
  const visit = (sheet: string, part: string, depth: number) => {
    if (depth > 4 || owners.has(part)) return
    owners.set(part, sheet)
    const place = relationshipsOf(part)
    owners.set(place, sheet)
    try {
      for (const { target, mode } of readRelationships(pkg.parts.get(place) ?? new Uint8Array())) {
        if (mode !== 'External') visit(sheet, resolveTarget(part, target), depth + 1)
      }
    } catch {
      // No relationships: nothing hangs on this part.
    }
  }
  const sheets = sheetParts(pkg)
  for (const { name, part } of sheets) if (pkg.parts.has(relationshipsOf(part))) visit(name, part, 0)
  return (part) => {
    const own = sheets.find((sheet) => sheet.part === part)
    if (own) return { name: `《${own.name}》`, sheet: own.name }
    const sheet = owners.get(part)
    const kind = kinds.find(([pattern]) => pattern.test(part))?.[1] ?? part
    return sheet ? { name: `《${sheet}》的${kind}`, sheet } : { name: kind }
  }
}

/** Who signed, against who had to: by the ledger, by the printed list, and by the signatures themselves. */
function checkSigners(
  parts: readonly SignaturePart[],
  known: { data: CheckData | null; acts: ActsChecked | null; sheets: ReturnType<typeof readSheets> },
  findings: Finding[],
): SignatureView[] {
  const { data, acts, sheets } = known
  const keys = acts?.keys
  const expected = data?.about.signers ?? []
  const nameOf = (fingerprint: string) => keys?.all.get(fingerprint)?.name ?? fingerprint.slice(0, 16)
  const present = parts.flatMap(({ certificate }) => (certificate ? [certificate.fingerprint] : []))
  for (const fingerprint of expected.filter((one) => !present.includes(one))) {
    const name = nameOf(fingerprint)
    findings.push({
      code: 'missing-signature',
      signer: name,
      expected: fingerprint,
      text: text(
        `缺少 ${name} 的数字签名：清单上有，文件里没有。`,
        `The signature of ${name} is missing: the list has it, the file has not.`,
      ),
    })
  }
  checkRoster(sheets.get(signerSheet), expected, { nameOf, findings })
  const views = parts.map((part) =>
    checkSigner(
      part,
      { keys, expected, repeated: present.filter((one) => one === part.certificate?.fingerprint).length > 1 },
      findings,
    ),
  )
  if (parts.length === 0)
    findings.push({
      code: 'missing-signature',
      text: text('文件里没有数字签名。', 'The file carries no digital signature.'),
    })
  return views
}

function checkSigner(
  part: SignaturePart,
  { keys, expected, repeated }: { keys: Keys | undefined; expected: readonly string[]; repeated: boolean },
  findings: Finding[],
): SignatureView {
  const { certificate, at, role, statement } = part
  const fingerprint = certificate?.fingerprint ?? ''
  const certified = keys?.all.get(fingerprint)
  const name = certified?.name ?? certificate?.name ?? part.part
  const before = findings.length
  const add = (code: Finding['code'], zh: string, en: string) =>
    findings.push({ code, signer: name, text: text(zh, en) })
  if (part.problems.length > 0) {
    const what = part.problems.join(', ')
    add(
      'signature',
      `${name} 的数字签名不成立（${part.part}：${what}）。`,
      `The signature of ${name} does not hold (${part.part}: ${what}).`,
    )
  }
  if (certificate && !certified)
    add(
      'foreign-signature',
      `${name} 的证书不是本轮发证机构签发的：这个签名不算数。`,
      `The certificate of ${name} is not of this round: the signature does not count.`,
    )
  else if (certificate && !expected.includes(fingerprint))
    add('foreign-signature', `${name} 的签名不在签名清单上。`, `${name} is not on the list of signers.`)
  if (repeated) add('signature', `${name} 的证书签了不止一次。`, `The certificate of ${name} signs more than once.`)
  if (certified?.revoked && at > certified.revoked.at)
    add('certificate', `${name} 的证书在签名之前已经吊销。`, `The certificate of ${name} had been revoked before.`)
  return { name, role, statement, at, fingerprint, intact: findings.length === before }
}

/** The fingerprints printed in 签名清单 are those of the ledger. */
function checkRoster(
  sheet: { cells: ReadonlyMap<string, string | number> } | undefined,
  expected: readonly string[],
  { nameOf, findings }: { nameOf: (fingerprint: string) => string; findings: Finding[] },
): void {
  const printed = new Map<string, string>()
  for (const [cell, value] of sheet?.cells ?? []) {
    const plain = String(value).replace(/[\s:]/g, '').toLowerCase()
    if (/^[0-9a-f]{64}$/.test(plain)) printed.set(plain, cell)
  }
  for (const [fingerprint, cell] of printed) {
    if (expected.includes(fingerprint)) continue
    findings.push({
      code: 'roster',
      sheet: signerSheet,
      cell,
      found: fingerprint,
      text: text(
        `《${signerSheet}》${cell}：证书指纹 ${fingerprint.slice(0, 16)}… 不在应签名的人之中。`,
        `"${signerSheet}" ${cell}: no signer has this fingerprint.`,
      ),
    })
  }
  for (const fingerprint of expected.filter((one) => !printed.has(one))) {
    const name = nameOf(fingerprint)
    findings.push({
      code: 'roster',
      sheet: signerSheet,
      expected: fingerprint,
      signer: name,
      text: text(
        `《${signerSheet}》没有印出 ${name} 的证书指纹。`,
        `"${signerSheet}" lacks the fingerprint of ${name}.`,
      ),
    })
  }
}

function recountFrom(data: CheckData, findings: Finding[]) {
  const created = data.entries.find(({ kind }) => kind === 'round.created')?.payload as
    | Payload<'round.created'>
    | undefined
  const found = fingerprintOf(canonicalJson(data.scheme))
  if (created && created.schemeFingerprint !== found) {
    findings.push({
      code: 'ledger',
      expected: created.schemeFingerprint,
      found,
      text: text('校验数据里的方案不是本轮评审所依据的方案。', "The scheme in the check data is not the round's."),
    })
  }
  try {
    return recountOf(
      data.entries,
      data.scheme,
      data.about.packets.map(({ packet }) => packet),
    )
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    findings.push({
      code: 'result',
      text: text(`按台账无法重新计算结果：${why}。`, `The result cannot be recomputed from the ledger: ${why}.`),
    })
    return null
  }
}

function checkAuthority(acts: ActsChecked | null, wanted: string | undefined, findings: Finding[]): void {
  const found = acts?.authority?.fingerprint
  if (!wanted || !found || found === wanted.toLowerCase()) return
  findings.push({
    code: 'authority',
    expected: wanted,
    found,
    text: text(
      `发证机构不对：应为 ${wanted.slice(0, 16)}…，文件里是 ${found.slice(0, 16)}…。`,
      `The authority is not the one expected: ${wanted.slice(0, 16)}…, but ${found.slice(0, 16)}….`,
    ),
  })
}
