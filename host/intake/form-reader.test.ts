import { describe, expect, test } from 'vitest'
import { shippedFormMaps } from '../forms.ts'
import { craftedDocx, craftedTable } from './crafted-zip.ts'
import { readDocx } from './docx-tables.ts'
import { labelsOf } from './form-labels.ts'
import { placeInWords, type ReadForm, readForm } from './form-reader.ts'
import { DamagedDocument } from './grid.ts'

const map = shippedFormMaps().get('urumqi-annex-1')
if (!map) throw new Error('no map')
const { inTable, written: writtenIn, writtenOnLine } = labelsOf(map)
const fieldLabelled = (words: string) => inTable(words)[0]
const readUrumqiForm = (document: Parameters<typeof readForm>[0]) => readForm(document, map)

const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

async function formOf(body: string): Promise<ReadForm> {
  const form = readUrumqiForm(await readDocx(craftedDocx(body)))
  if (!form) throw new Error('not recognised as the form')
  return form
}

const basics = [
  ['领办人\n姓　　名', '试一', '性 别', '女', '民　族', '汉族', '政治面貌', '群众'],
  ['工 作 单 位', { text: '样例厂', span: 3 }, '联系电话', { text: '0991-0000001', span: 3 }],
  ['工作室地点', { text: '天山区测试路\n1号', span: 3 }, '工作室\n面积（㎡）', { text: '30', span: 3 }],
  ['学历(学位)', '大专', '参加工作时间', '2001年', '从事职业（工种）', { text: '焊工', span: 3 }],
  ['行政\n职务', '', '职业资格或职业技能等级', '技师', '身份证号', { text: '650100198001010018', span: 3 }],
  ['通讯\n地址', { text: '样例街2号', span: 3 }, '手机号码', { text: '13800000001', span: 3 }],
]

describe('labels', () => {
  test.each([
    ['领办人\n\n姓　 名', 'leader_name'],
    ['工作室\n面积', 'workshop_area'],
    ['工作室面积（平方米）', 'workshop_area'],
    ['学历（学位）', 'leader_education'],
    ['学历(学位)：', 'leader_education'],
    ['区（县）\n\n人力资源和\n\n社会保障局\n\n推荐意见', 'district_opinion'],
    ['领办人主要工作业绩（可另附页详细阐述）', 'leader_deeds'],
    ['市人力资源\n\n和社会保障局\n\n意见\n\n', 'bureau_opinion'],
    ['样例厂', undefined],
  ])('%j is %s', (words, id) => expect(fieldLabelled(words)).toBe(id))

  test('printed hints and empty signature lines are not values', () => {
    expect(writtenIn('（可另附页详细阐述）')).toBe('')
    expect(writtenIn('（包括生产、科研以及高技能人才队伍情况）\n我厂成立于1958年。')).toBe('我厂成立于1958年。')
    expect(writtenIn('\n                    签字盖章：\n\n        年   月   日')).toBe('')
    expect(writtenIn('   申办单位（盖章）：\n    年  月   日')).toBe('')
    expect(writtenIn('                签字：\n          年   月   日')).toBe('')
    expect(writtenIn('同意推荐。\n签字盖章：样例局\n2026年3月12日')).toBe('同意推荐。\n签字盖章：样例局\n2026年3月12日')
    expect(writtenIn('单位')).toBe('单位')
    expect(writtenOnLine(' 天山区测试路\n1号 ')).toBe('天山区测试路1号')
    expect(writtenOnLine('Sample\nPlant')).toBe('Sample Plant')
  })
})

describe('layouts', () => {
  test('split labels, full-width spaces and a cover with underlined lines', async () => {
    const cover = [
      '附件1：',
      '申　报　单　位：　样例厂　　　　（公章）',
      '工 作 室 名 称   试一焊工技能大师工作室      ',
      '职  业 （工种）   焊工',
      '填  报  时  间___2026年3月5日___',
    ]
    const { fields, missing } = await formOf(cover.map(paragraph).join('') + craftedTable(basics))
    expect(Object.fromEntries(Object.entries(fields).map(([id, { value }]) => [id, value]))).toEqual({
      cover_unit: '样例厂',
      cover_workshop: '试一焊工技能大师工作室',
      cover_occupation: '焊工',
      cover_date: '2026年3月5日',
      leader_name: '试一',
      leader_sex: '女',
      leader_ethnicity: '汉族',
      leader_politics: '群众',
      leader_unit: '样例厂',
      leader_phone_office: '0991-0000001',
      workshop_place: '天山区测试路1号',
      workshop_area: '30',
      leader_education: '大专',
      leader_work_since: '2001年',
      leader_occupation: '焊工',
      leader_skill: '技师',
      leader_id_number: '650100198001010018',
      leader_address: '样例街2号',
      leader_mobile: '13800000001',
    })
    expect(missing).toContain('leader_post')
    expect(missing).toContain('members')
    expect(fields.leader_mobile?.readFrom).toBe('T1R6C4')
    expect(fields.cover_unit?.readFrom).toBe('P2')
    expect(placeInWords('T1R6C4')['zh-CN']).toBe('表1第6行第4格')
    expect(placeInWords('P2').en).toBe('paragraph 2 of the cover')
  })

  test('a cover laid out as a table of its own', async () => {
    const cover = [
      ['申 报 单 位', '样例厂（公章）'],
      ['职  业\n（工种）', '焊工'],
    ]
    const { fields } = await formOf(craftedTable(cover) + craftedTable(basics))
    expect(fields.cover_unit).toEqual({ value: '样例厂', readFrom: 'T1R1C2' })
    expect(fields.cover_occupation?.value).toBe('焊工')
    expect(fields.leader_occupation?.value).toBe('焊工')
  })

  test('rows added by hand below the merged cell, and an annexed table, are members too', async () => {
    const group = '技能大师工作室其他人员\n（若人员较多可另附表）'
    const members = [
      [{ text: group, merge: 'top' as const }, '姓   名', '职业资格或职业技能等级/专业技术等级', '年龄', '突出业绩'],
      [{ merge: 'below' as const }, '甲一', '焊工技师', '35', '带徒2人'],
      [{ merge: 'below' as const }, '', '', '', ''],
      ['', '甲二', '高级工', '28', ''],
      ['领办人主要工作业绩（可另附页详细阐述）', { text: '解决难题。\n带徒。', span: 4 }],
    ]
    const annex = [
      ['姓名', '职业资格或职业技能等级', '年龄', '突出业绩'],
      ['甲三', '中级工', '24', '获奖'],
    ]
    const { fields } = await formOf(craftedTable(basics) + craftedTable(members) + craftedTable(annex))
    expect(fields.members).toEqual({
      readFrom: 'T2R1C2',
      value: [
        { name: '甲一', skill: '焊工技师', age: '35', deeds: '带徒2人' },
        { name: '甲二', skill: '高级工', age: '28', deeds: '' },
        { name: '甲三', skill: '中级工', age: '24', deeds: '获奖' },
      ],
    })
    expect(fields.leader_deeds?.value).toBe('解决难题。\n带徒。')
    expect(fields.leader_name?.value).toBe('试一')
  })

  test('awards whose item is merged over two rows keep it in both', async () => {
    const awards = [
      [
        { text: '领办人\n主要获奖情况', merge: 'top' as const },
        '获奖项目',
        '奖励名称',
        '授予单位',
        '等级',
        '排名',
        '年度',
      ],
      [{ merge: 'below' as const }, { text: '竞赛', merge: 'top' as const }, '省赛', '样例委', '一等', '1', '2020'],
      [{ merge: 'below' as const }, { merge: 'below' as const }, '市赛', '样例局', '二等', '2', '2021'],
    ]
    const { fields } = await formOf(craftedTable(basics) + craftedTable(awards))
    expect(fields.awards?.value).toEqual([
      { item: '竞赛', name: '省赛', grantor: '样例委', grade: '一等', rank: '1', year: '2020' },
      { item: '竞赛', name: '市赛', grantor: '样例局', grade: '二等', rank: '2', year: '2021' },
    ])
  })

  test('label and value in one cell, tracked deletions and content controls', async () => {
    const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
    const odd = `<w:tbl><w:tr><w:tc><w:p>${run('申办单位意见：同意申报。')}</w:p></w:tc>
      <w:sdt><w:sdtContent><w:tc><w:p>${run('专家评估意见')}</w:p></w:tc></w:sdtContent></w:sdt>
      <w:tc><w:p><w:del><w:r><w:delText>不</w:delText></w:r></w:del><w:ins>${run('同意')}</w:ins></w:p></w:tc></w:tr></w:tbl>`
    const { fields } = await formOf(craftedTable(basics) + odd)
    expect(fields.unit_opinion?.value).toBe('同意申报。')
    expect(fields.expert_opinion?.value).toBe('同意')
  })

  test('another document is not the form', async () => {
    const report = craftedDocx(paragraph('申办报告') + craftedTable([['姓名', '甲', '性别', '女']]))
    expect(readUrumqiForm(await readDocx(report))).toBeNull()
  })
})

describe('damaged or hostile documents', () => {
  test.each<[string, () => Buffer]>([
    ['cut off', () => craftedDocx(paragraph('甲')).subarray(0, 200)],
    ['not a zip', () => Buffer.from('样例')],
    ['empty', () => Buffer.alloc(0)],
    ['not well-formed', () => craftedDocx('<w:p><w:r>')],
    ['a table of ten million columns', () => craftedDocx(craftedTable([[{ text: '甲', span: 10_000_000 }]]))],
    ['nested without end', () => craftedDocx('<w:sdt>'.repeat(5_000) + '</w:sdt>'.repeat(5_000))],
  ])('%s', async (_, make) => {
    await expect(readDocx(make())).rejects.toBeInstanceOf(DamagedDocument)
  })
})
