/** What the workbook says, against a round worked out by hand. */
import { beforeAll, describe, expect, test } from 'vitest'
import { read, rowStarting, textOf, valuesOf } from '#test/papers/reading.ts'
import { smallBook } from '#test/papers/small-book.ts'

describe('the small round', () => {
  let made: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    made = await read(smallBook)
  })

  test('its sheets stand in the order of the round, the check data last', () => {
    expect(made.workbook.worksheets.map(({ name }) => name)).toEqual([
      '封面',
      '评分汇总表',
      '个人评分表-1 样例专家一',
      '个人评分表-2 样例专家二',
      '个人评分表-3 样例专家三',
      '个人评分表-4 样例专家四',
      '个人评分表-5 样例专家五',
      '事实与推导',
      '现场考察记录',
      '评议纪要与不同意见',
      '实名表决表',
      '排序与建议名单',
      '一致性与稳健性',
      '回避与出席',
      '签名清单',
      '校验数据',
    ])
  })

  test('a sheet from paper says so beside its time, with both names and the scan, and no other sheet does', () => {
    const paper = textOf(made.sheet('个人评分表-2 样例专家二'))
    expect(paper).toContain('纸质，秘书处录入')
    expect(paper).toContain(
      '注：1号评分表由专家在纸上填写，样例录入甲录入，样例录入乙照纸件再录一遍，两次一致，扫描件：扫描-02。',
    )
    expect(textOf(made.sheet('个人评分表-1 样例专家一'))).not.toContain('纸质')
  })

  test('the summary has the totals as numbers, 回避 for the recused, and the tie', () => {
    const sheet = made.sheet('评分汇总表')
    expect(rowStarting(sheet, 1)).toEqual([
      1,
      '样例甲电工技能大师工作室',
      '样例甲电力公司',
      92,
      90,
      89.5,
      91,
      90,
      90.5,
      90.33,
      90,
      90.5,
      1,
      '优秀',
    ])
    expect(rowStarting(sheet, 3)).toEqual([
      3,
      '样例丙钳工技能大师工作室',
      '样例丙机械公司',
      60,
      '回避',
      62,
      61,
      64.5,
      61.88,
      '—',
      61.5,
      61.88,
      3,
      '合格',
    ])
    expect(sheet.getCell('D5').numFmt).toBe('0.00')
    expect(sheet.getCell('M5').numFmt).toBe('0"（并列）"')
    expect(textOf(sheet)).toContain(
      '全部有效评分的平均分。文件没有规定，由组织单位（样例市人力资源和社会保障局）于 2026-11-17 14:30 选定。',
    )
  })

  test('an expert finds every mark, the reason of each deduction and the pages it rests on', () => {
    const sheet = made.sheet('个人评分表-1 样例专家一')
    expect(rowStarting(sheet, 'A1')).toEqual(['A1', '建立组织体系', '20', '不完整视情扣分', 20, 18, 10])
    expect(rowStarting(sheet, '总分')).toEqual(['总分', 92, 90.5, 60])
    expect(rowStarting(sheet, '2号 李样例')).toEqual([
      '2号 李样例',
      'A1 建立组织体系',
      '20',
      2,
      18,
      '岗位职责没有落实到人',
      '《证明材料.pdf》第 5、7 页',
    ])
    expect(textOf(sheet)).toContain('专家签名：')
  })

  test('the recused expert has no column for that application, and the list says why', () => {
    const sheet = made.sheet('个人评分表-2 样例专家二')
    expect(rowStarting(sheet, 3)).toEqual([
      3,
      '样例丙钳工技能大师工作室',
      '样例丙机械公司',
      '赵样例',
      '—',
      '—',
      '回避',
      '回避',
    ])
    expect(rowStarting(sheet, '总分')).toEqual(['总分', 90, 90.5])
  })

  test('a fact stands with its value, its page, the points and how they follow', () => {
    expect(rowStarting(made.sheet('事实与推导'), 'B1')).toEqual([
      'B1',
      '配套资金',
      '配套资金',
      '5 万元',
      '《证明材料.pdf》第 3 页',
      '60',
      50,
      '按出资计，得 50 分',
    ])
  })

  test('the ballots are named, counted, and held against the adopted rule', () => {
    const sheet = made.sheet('实名表决表')
    expect(rowStarting(sheet, 3)).toEqual([
      3,
      '样例丙钳工技能大师工作室',
      '样例丙机械公司',
      '赵样例',
      '同意',
      '回避',
      '反对',
      '反对',
      '缺席',
      1,
      2,
      0,
      2,
      '未通过',
    ])
    expect(textOf(sheet)).toContain(
      '由组织单位（样例市人力资源和社会保障局）于 2026-11-17 15:00 选定，说明：局党组会议纪要。',
    )
  })

  test('the ranking shows the exact score; only the selected are proposed', () => {
    const sheet = made.sheet('排序与建议名单')
    const row = rowStarting(sheet, 3, 3)
    expect([row[6], row[7], row[9]]).toEqual([61.88, '495/8', '1 / 2 / 0'])
    expect(textOf(sheet)).toContain('1号、2号并列第 1 名，不以列表次序区分先后。')
    expect(rowStarting(sheet, 1, 1, '样例甲电工技能大师工作室').at(-1)).toBe('建议入选')
  })

  test('a dissent is printed in full', () => {
    expect(textOf(made.sheet('评议纪要与不同意见'))).toContain(
      '样例专家四 | 我认为配套资金的凭证不足，不同意按 52.5 分计。',
    )
  })

  test('a visit shows what was claimed and what was seen', () => {
    expect(rowStarting(made.sheet('现场考察记录'), '配套资金')).toEqual([
      '配套资金',
      '4 万元',
      '5 万元',
      '补交到账回单',
    ])
  })

  test('a visit shows measures, what follows, and every photo with its hash', () => {
    const sheet = made.sheet('现场考察记录')
    expect(rowStarting(sheet, '工作室面积')).toEqual(['工作室面积', '36 ㎡', '36.40 ㎡', '激光测距'])
    expect(rowStarting(sheet, 'B1 配套资金')).toEqual(['B1 配套资金', '8', '10', '5 万元，少 5 万元，20 − 2×5 ＝ 10'])
    expect(rowStarting(sheet, '1-02')).toEqual([
      '1-02',
      '2026-11-20 10:02:30',
      '样例照片 2（由 8000×6000 缩小）',
      '2'.repeat(64),
    ])
    expect(textOf(sheet)).toContain('照片共 4 张，全部在案。划去的编号：1-03（拍糊了）。')
    expect(textOf(sheet)).toContain('已签署：样例专家一。未签署：样例专家三。')
  })

  test('the recusal is listed with its kind and note', () => {
    expect(rowStarting(made.sheet('回避与出席'), 3, '样例丙钳工技能大师工作室', '样例专家二')).toEqual([
      3,
      '样例丙钳工技能大师工作室',
      '样例专家二',
      '同一单位',
      '本人在申报单位工作',
    ])
  })

  test('the list of signatures has nine tall rows and is closed after the last name', () => {
    const sheet = made.sheet('签名清单')
    expect(valuesOf(sheet, 4)).toEqual([
      '席位',
      '姓名',
      '单位及职务职称',
      '手机',
      '表态',
      '签名',
      '证书指纹（SHA-256）',
    ])
    expect(sheet.getCell('B10').value).toBe('以下空白')
    for (let row = 5; row <= 13; row += 1) expect(sheet.getRow(row).height).toBeGreaterThanOrEqual(42)
  })

  test('the photos of the visit, and two pictures of the distribution and of the rank intervals', () => {
    const pictures = made.workbook.worksheets.flatMap((sheet) => sheet.getImages().map(() => sheet.name))
    expect(pictures).toEqual([...Array(4).fill('现场考察记录'), '一致性与稳健性', '一致性与稳健性'])
  })

  test('the check data name the round, the scheme and the head of the ledger', () => {
    const sheet = made.sheet('校验数据')
    const row = (name: string) => rowStarting(sheet, name)[1]
    expect([row('评审编号'), row('方案')]).toEqual(['r-small', 'urumqi-2023 第 1 版，样人社规〔2023〕1号'])
    expect([row('台账条数'), row('制表时间')]).toEqual(['57', '2026-11-21T14:05:00+08:00'])
    expect(row('台账指纹')).toBe('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')
  })
})

test('without a rubric the experts have opinions instead of marks, and no score is spoken of', async () => {
  const { withRubric: _, ...result } = smallBook.result
  const sheets = smallBook.sheets.map((sheet) => ({
    ...sheet,
    blocks: [],
    total: null,
    base: null,
    bonus: null,
    grade: null,
  }))
  const { workbook, sheet } = await read({
    ...smallBook,
    sheets,
    result: { ...result, withRubric: false, consensus: null },
  })
  const names = workbook.worksheets.map(({ name }) => name)
  expect(names).toContain('审阅意见-1 样例专家一')
  expect(names.filter((name) => /评分|一致性|事实/.test(name))).toEqual([])
  expect(textOf(sheet('审阅意见-1 样例专家一'))).toContain('王样例的工作室有基础。')
})

test('without a vote there is no sheet of ballots', async () => {
  const { workbook } = await read({ ...smallBook, result: { ...smallBook.result, withVote: false } })
  expect(workbook.getWorksheet('实名表决表')).toBeUndefined()
})
