/** 校验数据: the ledger, the scheme and the list of every printed cell, for whoever verifies the workbook. */
import { keysOf } from '#core/signing/keys.ts'
import { checkRows, type ListedCell } from '#core/verify/check-data.ts'
import type { PaperBook } from '../book.ts'
import { letters } from './columns.ts'
import type { ModelCell, ModelRow, SheetModel } from './model.ts'
import { marginsOf } from './print.ts'
import type { Kind } from './styles.ts'

/** Excel takes 32,767 characters in a cell. */
const perCell = 32_000
const rowHeight = 15

/** The sheet; it is the last one. Only its first rows are printed: the rest is for programs. */
export function checkDataSheet(book: PaperBook, cells: ReadonlyMap<string, readonly ListedCell[]>): SheetModel {
  const head = rowOf(
    ['姓名或说明', '公钥（Ed25519，SPKI）', '签名（Ed25519）', '规范 JSON（RFC 8785），过长时续在右侧各格'],
    'head',
  )
  const printed = [head, ...explanation(book).map(([name, words]) => rowOf([name, '', '', words], 'data'))]
  const data = book.signing ? dataRows(book, cells) : []
  return {
    name: '校验数据',
    orientation: 'landscape',
    widths: [120, 130, 130, 380],
    rows: [...printed, ...data],
    titleRows: 1,
    repeated: { from: 1, to: 1 },
    frozen: 0,
    filter: null,
    pictures: [],
    margins: marginsOf(book, 'landscape'),
    printed: `A1:D${printed.length}`,
  }
}

function rowOf(values: readonly string[], kind: Kind): ModelRow {
  const cells = values.map((value, at): ModelCell => {
    return { value: value === '' ? null : value, kind, piece: 'whole', from: at + 1, to: at + 1 }
  })
  return { height: rowHeight, turn: false, cells: cells.filter(({ value }) => value !== null) }
}

/** Printed, and not for programs: rows without JSON. */
function explanation(book: PaperBook): [string, string][] {
  const { round, schemeVersion, madeAt, signing } = book
  const use = signing
    ? '供核验程序使用：台账、方案、每个印出的单元格及其含义。请勿改动，改动任何一格都会使全部数字签名失效。'
    : '本轮评审没有启用数字签名，本表不含台账；以纸质签名和归档包为准。'
  return [
    ['这张表', use],
    ['怎样核验', '在匠评中打开“核验工作簿”，或双击随附的核验网页，选中本文件；也可在 Excel 中查看数字签名。'],
    ['签名怎样算', '有公钥的行：对 D 列起的 JSON 文本（UTF-8）做 Ed25519 签名，即 C 列。'],
    ['个人信息', '申报表全文、身份证号、电话不在本表；这些条目只留指纹，全文在归档包中。'],
    ['评审编号', round.round],
    ['方案', `${round.scheme} 第 ${schemeVersion} 版，${round.document.number}`],
    ['是否样例', round.sample ? '是' : '否'],
    ['台账条数', String(round.ledger.entries)],
    ['台账指纹', round.ledger.head],
    ['制表时间', madeAt],
  ]
}

function dataRows(book: PaperBook, cells: ReadonlyMap<string, readonly ListedCell[]>): ModelRow[] {
  const { round, panel, result, signing, entries, scheme } = book
  const keys = keysOf(entries)
  const about = {
    round: round.round,
    title: round.title,
    sample: round.sample,
    head: round.ledger.head,
    entries: entries.length,
    madeAt: book.madeAt,
    authority: keys.authority?.certificate ?? null,
    signers:
      signing?.people.flatMap(({ signs, certificate }) => (signs && certificate ? [certificate.fingerprint] : [])) ??
      [],
    packets: result.rows.map(({ packet, no, workshop }) => ({ packet, no, workshop })),
    experts: panel.members.map(({ expert, seat, name }) => ({ expert, seat, name })),
  }
  return checkRows({ about, scheme, entries, cells }, keys).map(([name, key, signature, json]) => {
    const pieces = Math.ceil(json.length / perCell)
    const parts = Array.from({ length: pieces }, (_, at) => json.slice(at * perCell, (at + 1) * perCell))
    return rowOf([name, key, signature, ...parts], 'data')
  })
}

/** Every cell of a sheet that shows something, in reading order. */
export function listedCells({ rows }: SheetModel): ListedCell[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ value, from, claim }): ListedCell[] => {
      if (value === null) return []
      const address = `${letters(from)}${row + 1}`
      return [claim ? [address, value, claim] : [address, value]]
    }),
  )
}
