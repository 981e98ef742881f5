/**
 * Verifies a result workbook from nothing but its bytes: who signed it, that the signatures cover all of it, the ledger
 * in it, and every printed result anew from the acts alone. The same in the program, on the command line and in any
 * browser.
 */
import { text } from '../lang.ts'
import { canonicalJson, fingerprintOf } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'
import type { Package } from '../opc/package.ts'
import { type ActsChecked, checkActs } from './acts.ts'
import { checkAttachedPages } from './attached.ts'
import { type CheckData, readCheckRows } from './check-data.ts'
import { checkCoverage } from './covered.ts'
import type { Finding, Report } from './finding.ts'
import { openPackage } from './opened.ts'
import { checkRowsOf, checkSheet, compareCells, type ReadSheet, readSheets, signerSheet } from './printed.ts'
import { type Recount, recountOf } from './recount.ts'
import { type Known, unremembered } from './remembered.ts'
import { checkSigners, readSignatures } from './signers.ts'

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
  return verifyOpened(openPackage(bytes, options.name, findings), options, { findings })
}

/**
 * The same for a package that is open already.
 * @param found.findings what was found in opening it. @param found.known answers of earlier checks of its like.
 */
export async function verifyOpened(
  pkg: Package,
  options: { name: string; authority?: string | undefined },
  { findings, known = unremembered }: { findings: Finding[]; known?: Known },
): Promise<Report> {
  const sheets = readSheets(pkg, known, findings)
  const checked = sheets.get(checkSheet)
  const read = checked ? known.of('data', [checked], () => readData(checked)) : readData(undefined)
  findings.push(...read.findings)
  const { data } = read
  const acts = data ? await known.of('acts', [data], () => checkActs(data)) : null
  if (acts) findings.push(...acts.findings)
  const parts = await readSignatures(pkg, known, findings)
  checkCoverage(pkg, parts, { known, findings })
  const signatures = checkSigners(parts, { data, acts, sheets }, findings)
  const recounted = data && known.of('recount', [data], () => recountFrom(data))
  if (recounted) findings.push(...recounted.findings)
  const cells = data
    ? compareCells(sheets, data, { recount: recounted?.recount ?? null, known, findings })
    : { compared: 0, recomputed: 0 }
  if (data) checkAttachedPages(data.entries, sheets.get(signerSheet), findings)
  checkAuthority(acts, options.authority, findings)
  return {
    ok: findings.length === 0,
    title: data?.about.title ?? options.name,
    round: data?.about.round ?? '',
    sample: data?.about.sample ?? false,
    signatures,
    expected: data?.about.signers.length ?? 0,
    authority: acts?.authority?.fingerprint ?? null,
    ledger: acts?.ledger ?? { entries: 0, head: '', signedActs: 0, secondActs: 0, withheld: 0 },
    unsignedActs: acts?.unsignedActs ?? [],
    moves: acts?.moves ?? [],
    cells,
    findings: findings.slice(0, mostFindings),
  }
}

function readData(sheet: ReadSheet | undefined): { data: CheckData | null; findings: Finding[] } {
  const findings: Finding[] = []
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
  return { data, findings }
}

function recountFrom(data: CheckData): { recount: Recount | null; findings: Finding[] } {
  const findings: Finding[] = []
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
    const packets = data.about.packets.map(({ packet }) => packet)
    return { recount: recountOf(data.entries, data.scheme, packets), findings }
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    findings.push({
      code: 'result',
      text: text(`按台账无法重新计算结果：${why}。`, `The result cannot be recomputed from the ledger: ${why}.`),
    })
    return { recount: null, findings }
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
