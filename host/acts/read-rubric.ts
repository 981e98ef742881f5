/** Reads a rubric from a table 考核项目 | 考核细则 | 分值 | 评分标准. Nothing is kept: adopting it is a choice of its own. */
import { basename } from 'node:path'
import { rubricFromRows } from '#core/rubric/adopted.ts'
import type { RubricDraftView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readTable } from '../intake/table.ts'

const columns = {
  block: { headings: ['考核项目', '项目', '一级指标', '评审项目', '指标'], needed: true },
  detail: { headings: ['考核细则', '细则', '二级指标', '考核内容', '评审内容', '内容'], needed: true },
  points: { headings: ['分值', '分数', '满分', '标准分'], needed: true },
  criterion: { headings: ['评分标准', '评分说明', '评分细则', '评分办法'], needed: false },
}

/** @throws Refused `not-found`, `bad-table`. What is wrong inside the table comes as `problems`, row by row. */
export async function readRubric(_: Ctx, { path, title }: { path: string; title: string }): Promise<RubricDraftView> {
  const rows = await readTable(path, columns)
  const named = title.trim() || basename(path).replace(/\.xlsx$/i, '')
  return rubricFromRows(
    rows.map(({ row, cells }) => ({ row, ...cells })),
    named,
  )
}
