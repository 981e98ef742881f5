/** Compares every printed cell with what it should show: by the acts where it shows a result, else by the signed list. */
import { text } from '../lang.ts'
import { readSheet, sharedStrings, sheetParts, stringsPart } from '../opc/cells.ts'
import type { Package } from '../opc/package.ts'
import type { CheckData, CheckRow, ListedCell } from './check-data.ts'
import type { Claim, ClaimKind } from './claims.ts'
import type { Finding } from './finding.ts'
import type { Recount } from './recount.ts'
import type { Known } from './remembered.ts'

export const checkSheet = '校验数据'
export const signerSheet = '签名清单'
/** A sheet as it prints: the value of each cell that has one. */
export type ReadSheet = { name: string; cells: ReadonlyMap<string, string | number>; formulas: readonly string[] }

/** Every sheet that can be read; those that cannot are findings. */
export function readSheets(pkg: Package, known: Known, findings: Finding[]): Map<string, ReadSheet> {
  const sheets = new Map<string, ReadSheet>()
  const table = pkg.parts.get(stringsPart) ?? nothing
  let strings: string[] = []
  try {
    strings = known.of('strings', [table], () => sharedStrings(pkg))
  } catch (problem) {
    findings.push({
      code: 'package',
      text: text(`文字表无法读取：${said(problem)}`, `The table of texts cannot be read: ${said(problem)}`),
    })
  }
  for (const place of sheetParts(pkg)) {
    try {
      const bytes = pkg.parts.get(place.part) ?? nothing
      // The table of texts stands for the list read from it: where it cannot be read, there is none.
      const sheet = known.of(`sheet ${place.name}`, [bytes, table], () => readSheet(pkg, place, strings))
      sheets.set(place.name, sheet)
    } catch (problem) {
      const words = said(problem)
      findings.push({
        code: 'package',
        sheet: place.name,
        text: text(`《${place.name}》无法读取：${words}`, `Sheet "${place.name}" cannot be read: ${words}`),
      })
    }
  }
  return sheets
}

const nothing = new Uint8Array()
const said = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem))

/** The rows of 校验数据 that are for programs, and the number of the first. */
export function checkRowsOf({ cells }: ReadSheet): { rows: CheckRow[]; first: number } {
  const rows = new Map<number, Map<string, string>>()
  for (const [address, value] of cells) {
    const [, column = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const own = rows.get(Number(row)) ?? new Map<string, string>()
    own.set(column, String(value))
    rows.set(Number(row), own)
  }
  const order = (column: string) => [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const numbers = [...rows.keys()].toSorted((a, b) => a - b)
  const first = numbers.find((row) => rows.get(row)?.get('D')?.startsWith('{"')) ?? 0
  const found = numbers
    .filter((row) => first > 0 && row >= first)
    .map((row): CheckRow => {
      const own = rows.get(row) ?? new Map<string, string>()
      const json = [...own.keys()].filter((column) => order(column) >= 4).toSorted((a, b) => order(a) - order(b))
      return [
        own.get('A') ?? '',
        own.get('B') ?? '',
        own.get('C') ?? '',
        json.map((column) => own.get(column)).join(''),
      ]
    })
  return { rows: found, first }
}

const claimNames: Record<ClaimKind, string> = {
  item: '单项得分',
  subtotal: '小计',
  base: '基本分',
  bonus: '加分',
  total: '总分',
  counted: '折算得分',
  deduct: '扣分',
  reason: '扣分理由',
  opinion: '评审意见',
  mean: '平均分',
  'trimmed-mean': '去极值平均分',
  median: '中位数',
  value: '采用分',
  exact: '精确值',
  rank: '名次',
  grade: '等次',
  ballot: '表决',
  for: '同意票数',
  against: '反对票数',
  abstain: '弃权票数',
  votes: '表决票数',
  needed: '需要票数',
  passed: '表决结果',
  decision: '结论',
  W: '和谐系数 W',
  'W-uncorrected': '未校正的 W',
}

/** Compares; answers how many cells were compared, and how many of them recomputed. */
export function compareCells(
  sheets: ReadonlyMap<string, ReadSheet>,
  data: CheckData,
  { recount, known, findings }: { recount: Recount | null; known: Known; findings: Finding[] },
): { compared: number; recomputed: number } {
  const names = namesOf(data)
  let [compared, recomputed] = [0, 0]
  for (const [sheet, listed] of data.cells) {
    const printed = sheets.get(sheet)
    if (!printed) {
      findings.push({ code: 'cell', sheet, text: text(`缺少《${sheet}》这张表。`, `The sheet "${sheet}" is missing.`) })
      continue
    }
    const own = known.of('cells', [printed, data], () => compareSheet(printed, listed, { recount, names }))
    compared += listed.length
    recomputed += own.recomputed
    for (const finding of own.findings) findings.push(finding)
  }
  for (const { name } of sheets.values()) {
    if (name === checkSheet || data.cells.has(name)) continue
    findings.push({
      code: 'cell',
      sheet: name,
      text: text(`《${name}》不是导出时的表。`, `The sheet "${name}" was not there when the workbook was made.`),
    })
  }
  return { compared, recomputed }
}

function compareSheet(
  printed: ReadSheet,
  listed: readonly ListedCell[],
  { recount, names }: { recount: Recount | null; names: (claim: Claim) => string },
): { recomputed: number; findings: Finding[] } {
  const findings: Finding[] = []
  let recomputed = 0
  for (const cell of listed) {
    const expected = expectedOf(cell, recount)
    if (expected.recomputed) recomputed += 1
    compareOne(printed.name, cell, { printed: printed.cells.get(cell[0]), expected, names, findings })
  }
  reportStrangers(printed, listed, findings)
  return { recomputed, findings }
}

type Expected = { value: string | number; recomputed: boolean; listed: string | number }

/** What the acts say; where they say nothing, what was listed. */
function expectedOf([, listed, claim]: ListedCell, recount: Recount | null): Expected {
  const value = claim && recount ? recount(claim) : undefined
  return value === undefined ? { value: listed, recomputed: false, listed } : { value, recomputed: true, listed }
}

function compareOne(
  sheet: string,
  [cell, , claim]: ListedCell,
  given: {
    printed: string | number | undefined
    expected: Expected
    names: (claim: Claim) => string
    findings: Finding[]
  },
): void {
  const { printed, expected, names, findings } = given
  const place = { sheet, cell, expected: String(expected.value), found: printed === undefined ? '' : String(printed) }
  const shown = printed === undefined ? '空白' : `“${printed}”`
  if (!isSame(printed, expected.value)) {
    const what = claim && expected.recomputed ? `${names(claim)}${claimNames[claim[0]]}` : ''
    const zh = what
      ? `《${sheet}》${cell}：印的是${shown}，按台账重新计算，${what}应为“${expected.value}”。`
      : `《${sheet}》${cell}：印的是${shown}，导出时是“${expected.value}”。`
    const en = `"${sheet}" ${cell}: shows ${shown}, expected "${expected.value}"${what ? ' (recomputed from the acts)' : ''}.`
    findings.push({ code: expected.recomputed ? 'result' : 'cell', ...place, text: text(zh, en) })
  } else if (!isSame(expected.listed, expected.value)) {
    const zh = `《${checkSheet}》中《${sheet}》${cell} 的登记值是“${expected.listed}”，应为“${expected.value}”。`
    findings.push({
      code: 'cell',
      ...place,
      text: text(zh, `The list has "${expected.listed}" for "${sheet}" ${cell}, expected "${expected.value}".`),
    })
  }
}

/** Texts are compared as they print: office programs change line ends and blanks at the end. */
function isSame(printed: string | number | undefined, expected: string | number): boolean {
  if (typeof printed === 'number' || typeof expected === 'number') return printed === expected
  const plain = (words: string) =>
    words
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .trimEnd()
  return plain(printed ?? '') === plain(expected)
}

function reportStrangers(
  { name, cells, formulas }: ReadSheet,
  listed: readonly ListedCell[],
  findings: Finding[],
): void {
  const known = new Set(listed.map(([address]) => address))
  for (const [cell, value] of cells) {
    if (known.has(cell) || value === '') continue
    const found = String(value)
    findings.push({
      code: 'cell',
      sheet: name,
      cell,
      found,
      expected: '',
      text: text(
        `《${name}》${cell}：多出了“${found}”，导出时是空白。`,
        `"${name}" ${cell}: shows "${found}" where nothing was.`,
      ),
    })
  }
  for (const cell of formulas) {
    findings.push({
      code: 'cell',
      sheet: name,
      cell,
      text: text(`《${name}》${cell}：含有公式，导出时没有。`, `"${name}" ${cell} holds a formula; none was there.`),
    })
  }
}

/** "3号 样例丙… 第2席 样例专家二 " before the name of a figure. */
function namesOf({ about }: CheckData): (claim: Claim) => string {
  const packets = new Map(about.packets.map(({ packet, no, workshop }) => [packet, `${no}号 ${workshop} `]))
  const experts = new Map(about.experts.map(({ expert, seat, name }) => [expert, `第${seat}席 ${name} `]))
  return ([, packet, expert, item]) =>
    `${packets.get(packet) ?? ''}${expert ? (experts.get(expert) ?? '') : ''}${item ? `${item} ` : ''}`
}
