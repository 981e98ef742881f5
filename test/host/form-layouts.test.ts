// Twenty layouts of one form, as offices bend them, in Word and Excel, and one saved by LibreOffice: at least 98 % of the
// fields, and never a wrong value without a warning.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFields } from '#core/form/checks.ts'
import type { FormMap } from '#core/form/form-map.ts'
import { shippedFormMaps } from '#host/forms.ts'
import { inspectFile } from '#host/intake/inspect.ts'
import { annexParts, annexValues, type FormRows, sheetForm, wordForm } from '#test/helpers/forms.ts'
import { scratchFolder } from '#test/room.ts'

const folder = scratchFolder()
const mapOf = (id: string): FormMap => {
  const map = shippedFormMaps().get(id)
  if (!map) throw new Error(`no map ${id}`)
  return map
}
const map = mapOf('urumqi-annex-1')

type Layout = { cover: readonly string[]; tables: readonly FormRows[] }
type Parts = ReturnType<typeof annexParts>

const plain = (words: string) => words
const spaced = (words: string) => Array.from(words).join('　')
const broken = (words: string) => (words.length > 4 ? `${words.slice(0, 3)}\n${words.slice(3)}` : words)
const colon = (words: string) => `${words}：`
const starred = (words: string) => ` ${words} \u200b`
const basics = ({ name, unit, place, education, post, address }: Parts): FormRows => [
  name,
  unit,
  place,
  education,
  post,
  address,
]
const whole = (parts: Parts, rows: FormRows = basics(parts)): FormRows => [
  ...rows,
  ...parts.members,
  ...parts.awards,
  ...parts.texts,
]
const withColumn = (rows: FormRows, at: number, text = ''): FormRows =>
  rows.map((row) => [...row.slice(0, at), text, ...row.slice(at)])

/** How an office bends the form. */
const layouts: Record<string, (label: (words: string) => string) => Layout> = {
  'as printed': (label) => {
    const parts = annexParts(label, annexValues)
    return { cover: parts.cover, tables: [whole(parts)] }
  },
  'rows in another order': (label) => {
    const parts = annexParts(label, annexValues)
    return {
      cover: parts.cover,
      tables: [[...parts.texts, ...basics(parts).toReversed(), ...parts.awards, ...parts.members]],
    }
  },
  'a table for each part': (label) => {
    const parts = annexParts(label, annexValues)
    return { cover: parts.cover, tables: [basics(parts), parts.members, parts.awards, parts.texts] }
  },
  'an empty column at the end and one at the front': (label) => {
    const parts = annexParts(label, annexValues)
    return {
      cover: parts.cover,
      tables: [
        withColumn(basics(parts), 0).map((row) => [...row, '']),
        [...parts.members, ...parts.awards, ...parts.texts],
      ],
    }
  },
  'an empty column behind every label': (label) => {
    const parts = annexParts(label, annexValues)
    const widened = basics(parts).map((row) => row.flatMap((cell, at) => (at % 2 === 0 ? [cell, ''] : [cell])))
    return { cover: parts.cover, tables: [widened, [...parts.members, ...parts.awards, ...parts.texts]] }
  },
  'a column nobody knows in the list of members': (label) => {
    const parts = annexParts(label, annexValues)
    const members = parts.members.map((row, at) => [row[0] ?? '', at === 0 ? '序号' : String(at), ...row.slice(1)])
    return { cover: parts.cover, tables: [basics(parts), members, parts.awards, parts.texts] }
  },
  'one field a row': (label) => {
    const parts = annexParts(label, annexValues)
    const rows = basics(parts).flatMap((row) =>
      row.flatMap((cell, at) => (at % 2 === 0 ? [[cell, row[at + 1] ?? ''] as const] : [])),
    )
    return { cover: parts.cover, tables: [rows, parts.members, parts.awards, parts.texts] }
  },
  'members on an added page': (label) => {
    const first = annexParts(label, { ...annexValues, members: annexValues.members.slice(0, 1) as never })
    const { members, cover } = annexParts(label, { ...annexValues, members: annexValues.members.slice(1) as never })
    return { cover, tables: [whole(first), members] }
  },
  'empty rows among the members, a title row above all': (label) => {
    const parts = annexParts(label, annexValues)
    const empty = [{ text: '', merge: 'below' as const }, '', '', { text: '', span: 2 }, { text: '', span: 3 }]
    const members = parts.members.flatMap((row, at) => (at === 1 ? [row, empty] : [row]))
    return {
      cover: parts.cover,
      tables: [[[{ text: '一、基本情况', span: 8 }], ...basics(parts)], [...members, ...parts.awards], parts.texts],
    }
  },
  'the cover as a table': (label) => {
    const parts = annexParts(label, annexValues)
    const cover = [
      ['申 报 单 位', annexValues.cover_unit],
      ['工作室名称', annexValues.cover_workshop],
      ['职业（工种）', annexValues.cover_occupation],
      ['填报时间', annexValues.cover_date],
    ]
    return { cover: ['附件1：'], tables: [cover, whole(parts)] }
  },
}
const labels = { plain, spaced, broken, colon, starred }
const cases: [string, Layout][] = [
  ...Object.entries(layouts).map(([name, layout], at): [string, Layout] => [
    name,
    layout(Object.values(labels)[at % 5] ?? plain),
  ]),
  ...Object.entries(layouts).map(([name, layout], at): [string, Layout] => [
    `${name}, other labels`,
    layout(Object.values(labels)[(at + 2) % 5] ?? plain),
  ]),
]

async function readBack(name: string, bytes: Buffer, by = map) {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const { form, problem } = await inspectFile(name, file, [by])
  const fields = Object.fromEntries(Object.entries(form?.fields ?? {}).map(([id, { value }]) => [id, value as never]))
  const warned = new Set(checkFields(by, fields, form?.doubts ?? []).flatMap(({ fields: about }) => about))
  return { fields: fields as Record<string, unknown>, warned, problem, missing: form?.missing ?? [] }
}

/** Right, missing and wrong fields; a wrong one that nobody is warned of is told by name. */
function judge(read: Awaited<ReturnType<typeof readBack>>) {
  const wanted = Object.entries(annexValues as Record<string, unknown>)
  const right = wanted.filter(([id, value]) => JSON.stringify(read.fields[id]) === JSON.stringify(value))
  const silent = wanted.filter(
    ([id, value]) =>
      read.fields[id] !== undefined &&
      JSON.stringify(read.fields[id]) !== JSON.stringify(value) &&
      !read.warned.has(id),
  )
  return { right: right.length, of: wanted.length, silent: silent.map(([id]) => [id, read.fields[id]]) }
}

describe('twenty layouts', () => {
  test('there are twenty of them', () => expect(cases.length).toBe(20))

  test('in Word: 98 % of the fields, and no wrong value without a warning', async () => {
    let right = 0
    let of = 0
    for (const [name, { cover, tables }] of cases) {
      const result = judge(await readBack('form.docx', await wordForm(cover, tables)))
      expect([name, result.silent]).toEqual([name, []])
      right += result.right
      of += result.of
    }
    expect(right / of).toBeGreaterThanOrEqual(0.98)
  })

  test('in Excel the same', async () => {
    let right = 0
    let of = 0
    for (const [name, { cover, tables }] of cases) {
      const result = judge(await readBack('form.xlsx', await sheetForm(cover, tables)))
      expect([name, result.silent]).toEqual([name, []])
      right += result.right
      of += result.of
    }
    expect(right / of).toBeGreaterThanOrEqual(0.98)
  })
})

const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

describe.skipIf(!soffice)(`a form saved by LibreOffice${soffice ? '' : ' (not here: skipped)'}`, () => {
  test('every field', { timeout: 120_000 }, async () => {
    const layout = layouts['as printed']?.(plain) ?? { cover: [], tables: [] }
    writeFileSync(path.join(folder, 'given.docx'), await wordForm(layout.cover, layout.tables))
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const out = path.join(folder, 'saved')
    for (const [from, to, target] of [
      [path.join(folder, 'given.docx'), 'odt', folder],
      [path.join(folder, 'given.odt'), 'docx:MS Word 2007 XML', out],
    ]) {
      spawnSync(soffice ?? '', [profile, '--headless', '--convert-to', to ?? '', '--outdir', target ?? '', from ?? ''])
    }
    const result = judge(await readBack('libre.docx', readFileSync(path.join(out, 'given.docx'))))
    expect(result).toEqual({ right: 26 + 2, of: 28, silent: [] })
  })
})

describe('the form of Lüliang', () => {
  const lvliang = mapOf('lvliang-annex')
  const cover = [
    '申报单位  样例酿造厂  （公章）',
    '工作室职业（工种）  酿酒师',
    '领办人姓名  样例子',
    '领办人职业技能等级  高级技师',
    '填报时间  2025年4月8日',
  ]
  const rows: FormRows = [
    ['申报单位名称', { text: '样例酿造厂', span: 3 }, '是否已经授牌', { text: '否', span: 3 }],
    ['负责人', { text: '负样一', span: 3 }, '办公电话', { text: '0358-3380001', span: 3 }],
    ['联系人', { text: '联样二', span: 3 }, '办公电话', { text: '0358-3380002', span: 3 }],
    ['E-mai', { text: 'yangli@example.invalid', span: 3 }, '传真', { text: '0358-3380003', span: 3 }],
    ['通讯地址', { text: '样例县测试街1号', span: 3 }, '邮政编码', { text: '033000', span: 3 }],
    ['开户银行及资金账户', { text: '样例银行 0000 1111', span: 7 }],
    ['技能大师姓名', '样例子', '性别', '女', '民族', '汉族', '出生年月', '1949年12月'],
    ['参加工作时间', '1968.7', '政治面貌', '群众', '身份证号', { text: '11010519491231002X', span: 3 }],
    ['工作单位及职务', { text: '样例酿造厂 车间主任', span: 7 }],
    ['从事职业（工种）', { text: '酿酒师', span: 3 }, '职业技能等级', { text: '高级技师', span: 3 }],
    [
      '获得中华技能大奖、\n全国技术能手、三晋\n技术能手、吕梁技术\n状元、吕梁技术能手、市级非遗项目传承人以及掌握传统技能、民间绝技的高技能以上人才',
      { text: '三晋技术能手（2015年）', span: 7 },
    ],
    ['工作室人员', { text: '甲、乙、丙', span: 7 }],
    ['工作室地点', { text: '厂区二楼', span: 3 }, '工作室面积', { text: '120㎡', span: 3 }],
    ['工作室基本设施', { text: '酿造设备一套', span: 7 }],
    ['技能大师工作业绩\n获县市级以上奖励或\n国家专利情况、主要创新发明等情况', { text: '专利两项。', span: 7 }],
    ['申报单位意见', { text: '同意申报。\n（签字盖章）  年 月 日', span: 7 }],
    ['县市区人力资源和社会保障局或市直部门\n意见', { text: '（签字盖章）    年 月 日', span: 7 }],
    ['专家评审意见', { text: '', span: 7 }],
    [
      { text: '行政部门审核意见', merge: 'top' },
      { text: '市人力资源和社会保障局', span: 3 },
      { text: '市财政局', span: 4 },
    ],
    [
      { text: '', merge: 'below' },
      { text: '（签字盖章）  年 月  日', span: 3 },
      { text: '（签字盖章）  年 月  日', span: 4 },
    ],
  ]

  test.each([
    ['lvliang.docx', wordForm],
    ['lvliang.xlsx', sheetForm],
  ])('%s: every filled field, the two office phones told apart', async (name, write) => {
    const { fields, warned, missing } = await readBack(name, await write(cover, [rows]), lvliang)
    expect(fields).toMatchObject({
      cover_unit: '样例酿造厂',
      cover_occupation: '酿酒师',
      cover_leader: '样例子',
      cover_leader_skill: '高级技师',
      cover_date: '2025年4月8日',
      unit_name: '样例酿造厂',
      plaque_awarded: '否',
      unit_head: '负样一',
      unit_head_phone: '0358-3380001',
      contact: '联样二',
      contact_phone: '0358-3380002',
      email: 'yangli@example.invalid',
      fax: '0358-3380003',
      unit_address: '样例县测试街1号',
      postcode: '033000',
      bank_account: '样例银行 0000 1111',
      leader_name: '样例子',
      leader_sex: '女',
      leader_ethnicity: '汉族',
      leader_birth: '1949年12月',
      leader_work_since: '1968.7',
      leader_politics: '群众',
      leader_id_number: '11010519491231002X',
      leader_unit: '样例酿造厂 车间主任',
      leader_occupation: '酿酒师',
      leader_skill: '高级技师',
      leader_titles: '三晋技术能手（2015年）',
      members: '甲、乙、丙',
      workshop_place: '厂区二楼',
      workshop_area: '120㎡',
      facilities: '酿造设备一套',
      leader_deeds: '专利两项。',
      unit_opinion: '同意申报。',
    })
    expect([...warned]).toEqual([])
    expect(missing).toEqual(['district_opinion', 'expert_opinion', 'experts', 'bureau_opinion', 'finance_opinion'])
  })
})
