/** Reads a bureau's list of experts from an .xlsx, whatever its headings are called and wherever they stand. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '#core/refusal.ts'

/** One expert as listed. Only `name` and `unit` are sure to be filled in. */
export type RosterExpert = {
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly phone: string
  /** 院校, 行业 or 企业 where the list says so, else its own word. */
  readonly sourceKind: string
  readonly specialty: string
}

/** The same, as a device keeps people between rounds. */
export type PoolEntry = Omit<RosterExpert, 'specialty'> & {
  readonly classes: string[]
  readonly pastUnits: string[]
}

const rosterLimit = 20 * 1024 ** 2

type Column = keyof RosterExpert | 'pastUnits'

const headings: Readonly<Record<Column, readonly string[]>> = {
  pastUnits: ['曾任职单位', '原单位', '原工作单位', '曾工作单位', '以往单位', '近三年任职单位'],
  name: ['姓名', '专家姓名', '专家'],
  unit: ['单位', '工作单位', '所在单位', '单位名称'],
  post: ['职务职称', '职务', '职称', '单位及职务职称', '职务/职称', '职称/职务', '专业技术职务', '职务(职称)'],
  phone: ['手机', '电话', '手机号', '手机号码', '联系电话', '联系方式'],
  sourceKind: ['来源', '类别', '专家来源', '专家类别', '来源类别'],
  specialty: [
    '职业大类',
    '职业类别',
    '职业分类',
    '擅长职业',
    '专业',
    '擅长专业',
    '职业(工种)',
    '专业领域',
    '从事专业',
    '擅长职业(工种)',
  ],
}

/** Reads the first sheet that has headings for name and unit. Throws Refused `bad-roster` or `not-found`. */
export async function readRoster(path: string): Promise<RosterExpert[]> {
  return (await readPeople(path)).map(({ pastUnits: _, ...person }) => person)
}

/** The same with occupation classes and past units, one cell holding several. */
export async function readPoolList(path: string): Promise<PoolEntry[]> {
  return (await readPeople(path)).map(({ specialty, pastUnits, ...person }) => ({
    ...person,
    classes: severalIn(specialty),
    pastUnits: severalIn(pastUnits),
  }))
}

const severalIn = (cell: string): string[] => [...new Set(cell.split(/[、,，;；/]\s*/).filter((part) => part !== ''))]

type Person = RosterExpert & { readonly pastUnits: string }

async function readPeople(path: string): Promise<Person[]> {
  const source = basename(path)
  const found = await stat(path).catch(() => refuse('not-found', { path }))
  if (!found.isFile() || found.size > rosterLimit) return refuse('bad-roster', { source, why: 'xlsx?' })
  const sheets = await sheetsOf(path, source)
  for (const rows of sheets) {
    const experts = expertsIn(rows)
    if (experts && experts.length > 0) return experts
    if (experts) return refuse('bad-roster', { source, why: '姓名 = 0' })
  }
  return refuse('bad-roster', { source, why: '姓名? 单位?' })
}

async function sheetsOf(path: string, source: string): Promise<string[][][]> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  try {
    const bytes = await readFile(path)
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  } catch {
    return refuse('bad-roster', { source, why: 'xlsx?' })
  }
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        // a merged title repeats its text in every cell it covers
        cells[column - 1] = cell.isMerged && cell.master !== cell ? '' : cell.text.trim()
      })
      rows.push(cells)
    })
    return rows
  })
}

function columnsIn(row: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>()
  row.forEach((cell, at) => {
    const label = (cell ?? '').normalize('NFKC').replace(/\s/g, '').replace(/:$/, '')
    for (const [key, labels] of Object.entries(headings) as [Column, readonly string[]][]) {
      if (!columns.has(key) && labels.includes(label)) columns.set(key, at)
    }
  })
  // one column may hold both, as in "单位及职务职称"
  const post = columns.get('post')
  if (!columns.has('unit') && post !== undefined && (row[post] ?? '').includes('单位')) columns.set('unit', post)
  return columns
}

function expertsIn(rows: readonly (readonly string[])[]): Person[] | null {
  const head = rows.findIndex((row) => {
    const columns = columnsIn(row)
    return columns.has('name') && columns.has('unit')
  })
  if (head < 0) return null
  const columns = columnsIn(rows[head] ?? [])
  return rows.slice(head + 1).flatMap((row) => {
    const cell = (key: Column) => (row[columns.get(key) ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    const name = cell('name').replaceAll(' ', '')
    if (!name || !cell('unit') || headings.name.includes(name)) return []
    const { unit, post } = unitAndPost(cell('unit'), cell('post'), columns.get('unit') === columns.get('post'))
    const phone = cell('phone').replace(/[\s-]/g, '')
    const sourceKind = sourceOf(cell('sourceKind'))
    return [{ name, unit, post, phone, sourceKind, specialty: cell('specialty'), pastUnits: cell('pastUnits') }]
  })
}

/** Splits "样例职业大学 教授" at its first blank or comma; without one the whole is the unit. */
function unitAndPost(unit: string, post: string, isOneColumn: boolean): { unit: string; post: string } {
  if (!isOneColumn) return { unit, post }
  const [, first = unit, rest = ''] = /^(\S+?)[\s,，、]+(.+)$/.exec(unit) ?? []
  return { unit: first, post: rest }
}

function sourceOf(words: string): string {
  return ['院校', '行业', '企业'].find((source) => words.includes(source)) ?? words
}
