// What people write into forms, and what it means; each value worked out by hand.
import { describe, expect, test } from 'vitest'
import { checkFields } from './checks.ts'
import { parseFormMap } from './form-map.ts'
import { readArea, readCount, readDate, readIdentity, readLevel, readMoney, readPhones, readSex } from './values.ts'
import { countWords } from './word-count.ts'

describe('identity numbers', () => {
  // 11010519491231002X is the example of GB 11643: weighted sum 167, 167 mod 11 = 2, check digit X.
  test('the example of the standard', () => {
    expect(readIdentity('11010519491231002X')).toEqual({
      value: { number: '11010519491231002X', birth: '1949-12-31', sex: '女' },
    })
    expect(readIdentity(' １１０１０５ 19491231 002x ')).toMatchObject({ value: { birth: '1949-12-31' } })
  })

  test.each([
    ['11010519491231002', 'identity-length'],
    ['110105194912310021', 'identity-checksum'],
    // one digit of the place miswritten
    ['11010619491231002X', 'identity-checksum'],
    ['11010519491331002X', 'identity-birth'],
    ['110105490231002', 'identity-length'],
    ['6.50100198211250E+17', 'identity-length'],
  ])('%s: %s', (words, wrong) => expect(readIdentity(words)).toEqual({ wrong }))
})

test.each([
  ['2026年3月5日', [2026, 3, 5]],
  ['２０２６年０３月０５日', [2026, 3, 5]],
  ['2026 年 3 月 5 日', [2026, 3, 5]],
  ['2026.3.5', [2026, 3, 5]],
  ['2026-03-05', [2026, 3, 5]],
  ['2026/3/5', [2026, 3, 5]],
  ['20260305', [2026, 3, 5]],
  ['二〇二六年三月五日', [2026, 3, 5]],
  ['二○二六年十二月三十一日', [2026, 12, 31]],
  ['二〇二六年十月二十日', [2026, 10, 20]],
  ['1999年7月', [1999, 7, null]],
  ['1999.07', [1999, 7, null]],
  ['199907', [1999, 7, null]],
  ['2001年', [2001, null, null]],
  ['2001', [2001, null, null]],
])('the date %s', (words, [year, month, day]) => {
  expect(readDate(words)).toEqual({ value: { year, month, day } })
})

test.each(['2026年2月30日', '2026年13月', '去年', '3月5日', '26.3.5', ''])('%j is no date', (words) => {
  expect(readDate(words)).toEqual({ wrong: 'date' })
})

test.each([
  ['86.5平方米', '86.5'],
  ['28㎡', '28'],
  ['28m²', '28'],
  ['29.90 M2', '29.9'],
  ['约30平米', '30'],
  ['1,200平方米', '1200'],
  ['三十平方米', '30'],
  ['30', '30'],
])('the area %s', (words, value) => expect(readArea(words)).toEqual({ value }))

test.each(['三层', '30平方公里', '28-30㎡'])('%j is no area', (words) =>
  expect(readArea(words)).toEqual({ wrong: 'area' }),
)

test.each([
  ['12万元', '12'],
  ['120000元', '12'],
  ['￥120,000', '12'],
  ['7.4万', '7.4'],
  ['74,000.50元', '7.40005'],
  ['8500元整', '0.85'],
])('the amount %s in 万元', (words, value) => expect(readMoney(words)).toEqual({ value }))

test('a bare number is no amount: nobody knows its unit', () => expect(readMoney('12')).toEqual({ wrong: 'money' }))

test.each([
  ['高级技师/一级', '高级技师'],
  ['焊工高级技师', '高级技师'],
  ['国家职业资格二级', '技师'],
  ['三级/高级工', '高级工'],
  ['钳工特级技师', '特级技师'],
  ['首席技师', '首席技师'],
  ['中式烹调师（四级）', '中级工'],
  ['汽车维修工 1级', '高级技师'],
])('the level %s', (words, value) => expect(readLevel(words)).toEqual({ value }))

test('words and grade that disagree are no level', () => {
  expect(readLevel('高级工/二级')).toEqual({ wrong: 'level-conflict' })
  expect(readLevel('工程师')).toEqual({ wrong: 'level' })
})

test('phones, sex, counts', () => {
  expect(readPhones('13800001103')).toEqual({ value: ['13800001103'] })
  expect(readPhones('0991-3855123、139 0000 1103')).toEqual({ value: ['0991-3855123', '13900001103'] })
  expect(readPhones('0835-2223344转801')).toEqual({ value: ['0835-2223344转801'] })
  expect(readPhones('1380000110')).toEqual({ wrong: 'phone' })
  expect([readSex('男'), readSex('女性'), readSex('汉族')]).toEqual([
    { value: '男' },
    { value: '女' },
    { wrong: 'sex' },
  ])
  expect([readCount('35岁'), readCount('十二'), readCount('三十多')]).toEqual([
    { value: 35 },
    { value: 12 },
    { wrong: 'count' },
  ])
})

test('a text is counted as Word counts it', () => {
  // 6 Han + 1 mark, and one run "PLC-300": 8 words; letters 7 + 7 = 14, one space
  expect(countWords('带徒传艺九年。 PLC-300')).toEqual({ words: 8, characters: 14, withSpaces: 15 })
  // “ and ” and 、 count one each: 2 + 4 + 1
  expect(countWords('“一徒一策”、')).toEqual({ words: 7, characters: 7, withSpaces: 7 })
  expect(countWords('98.6%\n两行')).toEqual({ words: 3, characters: 7, withSpaces: 7 })
  expect(countWords('')).toEqual({ words: 0, characters: 0, withSpaces: 0 })
})

describe('a form against itself', () => {
  const map = parseFormMap({
    id: 'small',
    enough: 1,
    hints: [],
    fields: {
      leader_sex: { printed: ['性别'], reads: 'sex' },
      leader_birth: { printed: ['出生年月'], reads: 'month' },
      leader_id_number: { printed: ['身份证号'], reads: 'identity' },
      workshop_area: { printed: ['工作室面积'], reads: 'area' },
      members: { kind: 'rows', printed: ['人员'], columns: { age: { printed: ['年龄'], reads: 'count' } } },
    },
  })
  const codes = (fields: Parameters<typeof checkFields>[1], doubts: Parameters<typeof checkFields>[2] = []) =>
    checkFields(map, fields, doubts).map(({ fields: about, reason }) => [reason.code, ...about])

  test('nothing is said of what agrees, or of what is empty', () => {
    const fields = {
      leader_sex: '女',
      leader_birth: '1949年12月',
      leader_id_number: '11010519491231002X',
      workshop_area: '',
    }
    expect(codes(fields)).toEqual([])
  })

  test('sex and birth against the identity number, odd values, doubts', () => {
    expect(
      codes(
        {
          leader_sex: '男',
          leader_birth: '1949.11',
          leader_id_number: '11010519491231002X',
          workshop_area: '三层',
          members: [{ age: '35' }, { age: '男' }],
        },
        [{ field: 'workshop_area', why: 'not-beside' }],
      ),
    ).toEqual([
      ['value-odd', 'workshop_area'],
      ['field-doubtful', 'workshop_area'],
      ['value-odd', 'members'],
      ['identity-sex', 'leader_sex', 'leader_id_number'],
      ['identity-other-birth', 'leader_birth', 'leader_id_number'],
    ])
  })

  test('an identity number never stands in the sentence', () => {
    const [finding] = checkFields(map, { leader_id_number: '110105194912310021' })
    expect(JSON.stringify(finding)).not.toContain('1101051949')
  })
})
