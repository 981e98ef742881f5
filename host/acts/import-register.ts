/** Takes in the bureau's register of earlier workshops (历年名册), a table that replaces the one before. */
import { basename } from 'node:path'
import { text } from '#core/lang.ts'
import { putSetting, replaceEarlierWorkshops } from '#db/queries/device.ts'
import type { RegisterView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { badTable, readTable } from '../intake/table.ts'
import { showRegister } from '../views/register.ts'
import { takeExtract } from './take-extract.ts'

const columns = {
  name: { headings: ['工作室名称', '名称', '工作室'], needed: false },
  leader: { headings: ['领办人', '领办人姓名', '命名专家', '技能大师', '姓名'], needed: true },
  unit: { headings: ['单位', '依托单位', '申报单位', '所在单位', '单位名称'], needed: true },
  occupation: { headings: ['职业（工种）', '职业', '工种', '职业工种'], needed: true },
  level: { headings: ['层级', '级别', '等级'], needed: false },
  named: { headings: ['命名时间', '命名年份', '获建年份', '年份', '认定时间'], needed: false },
  state: { headings: ['状态', '现状'], needed: false },
}
const ended = /撤销|取消|终止|注销|到期/

/**
 * An Excel table, or a signed extract of the bureau's collection (.json).
 * @throws Refused `not-found`, `bad-table`, and as `takeExtract`; then the register stays as it was.
 */
export async function importRegister(ctx: Ctx, { path }: { path: string }): Promise<RegisterView> {
  if (/\.json$/i.test(path)) return takeExtract(ctx, { path }).then(() => showRegister(ctx))
  const rows = await readTable(path, columns)
  const source = basename(path)
  if (rows.length === 0) return badTable(source, text('表头下面没有内容', 'nothing below the headings'))
  const empty = rows.filter(({ cells }) => !cells.leader && !cells.unit).map(({ row }) => row)
  if (empty.length > 0) {
    return badTable(
      source,
      text(`第 ${empty.join('、')} 行没有领办人和单位`, `rows ${empty.join(', ')} name neither leader nor unit`),
    )
  }
  const { device } = ctx.host.store
  replaceEarlierWorkshops(
    device,
    rows.map(({ cells: { name, leader, unit, occupation, level, named, state } }) => ({
      name: name || `${leader}${occupation}技能大师工作室`,
      ...{ leader, unit, occupation, level, named },
      state: ended.test(state) ? 'ended' : 'standing',
    })),
  )
  putSetting(device, 'register.source', source)
  putSetting(device, 'register.importedAt', timestamp(ctx.host))
  return showRegister(ctx)
}
