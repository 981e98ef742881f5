/** 排序与建议名单: the applications by rank with the exact figures, and the list the panel proposes. */
import { fromRatio, shown } from '#core/exact/exact.ts'
import type { LineState } from '#core/ranking/line.ts'
import { preliminaryIn } from '#core/round/final-list.ts'
import { movesIn } from '#core/round/moves.ts'
import type { ResultRow } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { fingerprint, moment, zh } from '../words.ts'
import { type Cell, claims, heads, mid, score, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'
import { rankCell } from './summary.ts'

/** By rank, then by the number of the application; where nobody is ranked, by number alone. */
export function byRank(rows: readonly ResultRow[]): ResultRow[] {
  const last = rows.length + 1
  return rows.toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last) || a.no - b.no)
}

/** The applications the panel proposes: selected, or graded; in the order of the final list, else of their numbers. */
export function proposed(rows: readonly ResultRow[]): ResultRow[] {
  return rows
    .filter(({ decisionCode }) => decisionCode === 'selected' || decisionCode === 'graded')
    .toSorted((a, b) => (a.listed?.place ?? 0) - (b.listed?.place ?? 0) || a.no - b.no)
}

/** What the order of the proposal means. */
export function orderOf(rows: readonly ResultRow[]): string {
  return rows.some(({ listed }) => listed !== null) ? '按最终建议名单的位次排列' : '按申报编号排列，不分先后'
}

/** Each departure of the final list from the score order, with its reason. */
export function departureSentences(rows: readonly ResultRow[]): string[] {
  return rows
    .filter(({ listed }) => listed?.reason)
    .map(({ no, workshop, rank, listed }) => {
      const where = listed?.place ? `列第 ${listed.place} 位` : '未列入名单'
      return `${no}号${workshop}（评分第 ${rank ?? '—'} 名）${where}，理由：${listed?.reason}`
    })
}

/** Equals that an adopted step told apart, and who still shares which rank: one sentence each, so that nobody thinks the list did it. */
export function tieSentences(rows: readonly ResultRow[]): string[] {
  const byStep = Map.groupBy(
    rows.filter(({ tieBrokenBy }) => tieBrokenBy !== null),
    ({ exact }) => exact,
  )
  const broken = [...byStep.values()].map((equals) => {
    const named = byRank(equals).map(({ no, rank }) => `${no}号第 ${rank ?? '—'} 名`)
    const steps = new Set(equals.flatMap(({ tieBrokenBy }) => (tieBrokenBy ? [`“${zh(tieBrokenBy)}”`] : [])))
    return `${named.join('、')}：采用分相同，按事先选定的次序比较${[...steps].join('、')}确定先后。`
  })
  const groups = Map.groupBy(
    rows.filter((row) => row.tied && row.rank !== null),
    (row) => row.rank,
  )
  const shared = [...groups].map(
    ([rank, tied]) => `${tied.map((row) => `${row.no}号`).join('、')}并列第 ${rank} 名，不以列表次序区分先后。`,
  )
  return [...broken, ...shared]
}

/** The sheet. */
export function rankingSheet(book: PaperBook): SheetModel {
  const { result } = book
  const sheet = openSheet(book, {
    name: '排序与建议名单',
    title: '排序与建议名单',
    orientation: 'landscape',
    columns: [
      { least: 64 },
      { least: 34 },
      { least: 110, grow: 3 },
      { least: 100, grow: 3 },
      { least: 52 },
      { least: 76, grow: 1 },
      { least: 52 },
      { least: 60, grow: 0.5 },
      { least: 50 },
      { least: 74, grow: 0.6 },
      { least: 80, grow: 1 },
    ],
  })
  sheet.heading(result.withRubric ? '一、排序' : '一、评审结果')
  const table = sheet.table({
    header: [
      heads(
        '名次',
        '编号',
        '工作室',
        '申报单位',
        '领办人',
        '职业\n（工种）',
        '采用分',
        '精确值',
        '等次',
        '表决\n同意/反对/弃权',
        '结论',
      ),
    ],
  })
  for (const row of byRank(result.rows)) table.row(cellsOf(row), { tall: 30 })
  for (const tie of tieSentences(result.rows)) sheet.paragraph(`注：${tie}`)
  for (const departure of departureSentences(result.rows)) sheet.paragraph(`与评分顺序不一致：${departure}`)
  addPreliminary(sheet, book)
  addOutside(sheet, book)
  addLine(sheet, book)
  addProposal(sheet, book)
  addMoves(sheet, book)
  signatureBlock(sheet, lines.panel)
  return sheet.close()
}

function cellsOf(row: ResultRow): Cell[] {
  const { vote } = row
  return [
    rankCell(row),
    mid(row.no),
    word(row.workshop),
    word(row.unit),
    mid(row.leader),
    mid(row.occupation),
    claims(score(row.shown, { strong: true }), 'value', row.packet),
    claims(mid(row.exact ?? '—'), 'exact', row.packet),
    claims(mid(row.grade ? zh(row.grade) : '—'), 'grade', row.packet),
    claims(mid(vote ? `${vote.for} / ${vote.against} / ${vote.abstain}` : '—'), 'votes', row.packet),
    claims(word(zh(row.decision), 'strongText'), 'decision', row.packet),
  ]
}

/** Who competes no longer, with the reason; nobody disappears. */
function addOutside(sheet: PaperSheet, { result }: PaperBook): void {
  if (result.outside.length === 0) return
  sheet.heading('未参加排序的申报')
  const table = sheet.table({ header: [heads('编号', '工作室', '申报单位', '原因')], widths: [40, 220, 200, 300] })
  for (const { no, workshop, unit, reason } of result.outside) {
    table.row([mid(no), word(workshop), word(unit), word(zh(reason), 'tight')])
  }
}

/** What the end of scoring left, before the re-check on site could change a fact. */
function addPreliminary(sheet: PaperSheet, { entries, result }: PaperBook): void {
  const before = preliminaryIn(entries)
  if (before.length === 0) return
  const rows = new Map(result.rows.map((row) => [row.packet, row]))
  sheet.paragraph('初步建议名单（审查评分结束时按评分高低排列，现场考察前）：')
  const table = sheet.table({
    header: [heads('初步\n名次', '编号', '工作室', '申报单位', '当时\n采用分', '现在\n采用分')],
    widths: [50, 45, 260, 230, 80, 80],
  })
  for (const { packet, exact, rank } of before) {
    const row = rows.get(packet)
    table.row([
      mid(rank ?? '—'),
      mid(row?.no ?? '—'),
      word(row?.workshop ?? packet),
      word(row?.unit ?? '—'),
      mid(exact === null ? '—' : shown(fromRatio(exact), 2)),
      mid(row?.shown ?? '—'),
    ])
  }
}

const lineStates: Record<LineState, string> = { in: '线上', out: '线下', undecided: '待定', reserve: '备选' }

const panelStates = { 'left-out': '未列入', 'taken-in': '列入' } as const

/** Everybody, also those who were not ranked: above the line or not, by which clause, and what would have to differ. */
function addLine(sheet: PaperSheet, { result }: PaperBook): void {
  if (!result.line) return
  const { places, rows } = result.line
  const isSettled = result.rows.some(({ listed }) => listed !== null)
  sheet.heading(`二、入选线与依据${places === null ? '' : `（名额 ${places} 个）`}`)
  if (isSettled) sheet.paragraph('入选线按评分顺序推算；列入与否以下面的建议名单为准。')
  const table = sheet.table({
    header: [heads('编号', '工作室', '线上\n线下', '依据', '须有何不同', '处理办法')],
    widths: [40, 180, 50, 250, 180, 130],
  })
  for (const { no, workshop, state, listed, because, toDiffer, wayOut } of rows) {
    table.row([
      mid(no),
      word(workshop),
      word(listed ? panelStates[listed] : lineStates[state], 'strongText'),
      word(zh(because), 'tight'),
      word(toDiffer ? zh(toDiffer) : '—', 'tight'),
      word(wayOut ? zh(wayOut) : '—', 'tight'),
    ])
  }
}

function addProposal(sheet: PaperSheet, book: PaperBook): void {
  const rows = proposed(book.result.rows)
  sheet.heading(`${book.result.line ? '三' : '二'}、建议名单`)
  if (rows.length === 0) {
    sheet.paragraph('没有列入建议名单的申报。')
    return
  }
  sheet.paragraph(`${orderOf(rows)}；须经公示并由发文机关审定后生效。`)
  const table = sheet.table({
    header: [heads('序号', '编号', '工作室', '申报单位', '领办人', '职业（工种）', '结论')],
    widths: [40, 40, 190, 180, 66, 120, 120],
  })
  rows.forEach((row, at) => {
    table.row([
      mid(at + 1),
      mid(row.no),
      word(row.workshop),
      word(row.unit),
      mid(row.leader),
      mid(row.occupation),
      claims(word(zh(row.decision), 'strongText'), 'decision', row.packet),
    ])
  })
}

/** Who moved whom beside scores and rules, why, and whose signature stands for it. */
function addMoves(sheet: PaperSheet, { entries, result, signing }: PaperBook): void {
  const names = new Map(result.rows.map(({ packet, no, workshop }) => [packet, `${no}号 ${workshop}`]))
  const moves = movesIn(entries, (packet) => names.get(packet) ?? packet)
  if (moves.length === 0) return
  sheet.heading('手工调整')
  const table = sheet.table({
    header: [heads('时间', '经办人', '调整', '理由', '签名（证书指纹）')],
    widths: [80, 70, 230, 240, 140],
  })
  for (const { at, by, what, reason, certificate } of moves) {
    const signed = certificate ? fingerprint(certificate) : signing ? '没有签名' : '本轮没有启用数字签名'
    table.row([mid(moment(at)), mid(by), word(zh(what), 'tight'), word(reason, 'tight'), word(signed, 'tight')])
  }
}
