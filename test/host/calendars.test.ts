// Holiday calendars: what is shipped, a year that is imported, a region's own holidays.
import path from 'node:path'
import { expect, test } from 'vitest'
import { openTestHost, refusalOf, scratchFolder } from '#test/room.ts'

async function tableOf(rows: (string | Date)[][]): Promise<string> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('放假安排').addRows(rows)
  const file = path.join(scratchFolder(), '放假安排.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

test('a year without a notice is refused, and known once its table is imported', async () => {
  const { desk } = openTestHost()
  const ask = () => desk.rules.publicity({ posted: '2026-12-30', length: 2, unit: 'working' })
  const [code, sentence] = await refusalOf(ask())
  expect(code).toBe('no-calendar')
  expect(sentence).toContain('calendars.import')
  const file = await tableOf([
    ['2027 年部分节假日安排（样例）'],
    ['日期', '节日', '安排'],
    [new Date('2027-01-01T00:00:00Z'), '元旦', '放假'],
    ['2027年1月3日', '元旦', '上班'],
  ])
  const [shipped, imported] = await desk.calendars.import({ path: file })
  expect([shipped?.source, shipped?.years.at(0), shipped?.years.at(-1)]).toEqual([null, 2004, 2026])
  expect(imported).toMatchObject({ region: '', years: [2027], days: 2 })
  // 31 December 2026 is a Thursday; Sunday 3 January is worked.
  expect(await ask()).toEqual({
    firstDay: '2026-12-31',
    lastDay: '2027-01-03',
    nextStep: '2027-01-04',
    days: ['2026-12-31', '2027-01-03'],
  })
})

test("a region's own holidays count where they are asked for", async () => {
  const { desk } = openTestHost()
  const ask = (region?: string) =>
    desk.rules.publicity({ posted: '2026-05-25', length: 2, unit: 'working', ...(region ? { region } : {}) })
  expect((await refusalOf(ask('样例州')))[0]).toBe('unknown-region')
  const file = await tableOf([
    ['日期', '安排'],
    ['2026-05-27', '放假'],
  ])
  await desk.calendars.import({ path: file, region: '样例州' })
  expect(await ask('样例州')).toMatchObject({ days: ['2026-05-26', '2026-05-28'] })
  expect(await ask()).toMatchObject({ days: ['2026-05-26', '2026-05-27'] })
})

test('a table that cannot be understood says where, and changes nothing', async () => {
  const { desk } = openTestHost()
  const wrongDay = await tableOf([
    ['日期', '安排'],
    ['2027-02-30', '放假'],
  ])
  expect((await refusalOf(desk.calendars.import({ path: wrongDay })))[1]).toContain('第 2 行的日期“2027-02-30”读不懂')
  const wrongKind = await tableOf([
    ['日期', '安排'],
    ['2027-02-03', '春节'],
  ])
  expect((await refusalOf(desk.calendars.import({ path: wrongKind })))[1]).toContain('第 2 行应写“放假”或“上班”')
  expect(await desk.calendars.list({})).toHaveLength(1)
})
