/** Reads a recommending unit's ranked list from an .xlsx, by its headings. */
import { basename } from 'node:path'
import { text } from '#core/lang.ts'
import type { Recommended } from '#core/packets/recommended.ts'
import { badTable, readTable } from './table.ts'

const columns = {
  rank: { headings: ['推荐排序', '排序', '推荐顺序', '名次', '排名', '推荐名次', '序号'], needed: false },
  unit: { headings: ['申报单位', '申办单位', '单位名称', '单位', '工作单位', '所在单位', '建设单位'], needed: true },
  leader: { headings: ['领办人', '领办人姓名', '技能大师', '技能大师姓名', '姓名', '领衔人', '带头人'], needed: true },
  occupation: {
    headings: ['职业(工种)', '职业（工种）', '职业', '工种', '从事职业', '申报职业', '职业工种'],
    needed: false,
  },
} as const

/** The lines in the order of the list. @throws Refused `not-found`, `bad-table` (no headings, no lines). */
export async function readRecommended(path: string): Promise<Recommended[]> {
  const rows = await readTable(path, columns)
  // a remark merged across the row, such as 注：… or 填表人：…, says the same words in every cell
  const lines = rows.flatMap(({ cells }) =>
    cells.unit && cells.leader && cells.unit !== cells.leader ? [{ ...cells }] : [],
  )
  if (lines.length === 0) return badTable(basename(path), text('表头下面没有内容', 'nothing below the headings'))
  return lines.map((line, at) => ({ ...line, rank: line.rank || String(at + 1) }))
}
