// Applications come in: what is good is kept whole, what is broken is named, and nothing comes in twice.
import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { openTestHost, refusalOf, samplePath, scratchFolder } from '#test/room.ts'

const zip = '01-测试重型机床厂.zip'
const folder = '05-测试金属制品加工厂'

/** Annex 1 of the first sample as build/samples/applicants.ts words it, written out. */
const annexOfFirst = {
  cover_unit: '测试重型机床厂',
  cover_workshop: '样例甲钳工技能大师工作室',
  cover_occupation: '钳工',
  cover_date: '2026年3月5日',
  leader_name: '样例甲',
  leader_sex: '男',
  leader_ethnicity: '汉族',
  leader_politics: '中共党员',
  leader_unit: '测试重型机床厂',
  leader_phone_office: '0991-0000101',
  workshop_place: '头屯河区测试路12号测试重型机床厂实训楼1层',
  workshop_area: '48㎡',
  leader_education: '大专',
  leader_work_since: '1999年7月',
  leader_occupation: '钳工',
  leader_post: '装配车间主任',
  leader_skill: '钳工特级技师',
  leader_id_number: '650100197904120215',
  leader_address: '乌鲁木齐市头屯河区测试路12号',
  leader_mobile: '13800001101',
  members: [
    {
      name: '样甲一',
      skill: '钳工技师',
      age: '45',
      deeds: '参与“龙门镗铣床主轴箱热变形超差”攻关，负责现场试验和数据整理。',
    },
    { name: '样甲二', skill: '钳工高级工', age: '30', deeds: '近两年带教新员工2人，参加市级技能竞赛获优胜奖。' },
    { name: '样甲三', skill: '钳工高级工', age: '37', deeds: '负责工作室日常培训组织和台账管理。' },
    { name: '样甲四', skill: '钳工技师', age: '44', deeds: '提出合理化建议6条，被采纳4条。' },
    { name: '样甲五', skill: '工程师', age: '29', deeds: '负责技术资料编写，完成操作规程2份。' },
    {
      name: '样甲六',
      skill: '钳工高级工',
      age: '36',
      deeds: '参与“龙门镗铣床主轴箱热变形超差”攻关，负责现场试验和数据整理。',
    },
  ],
  awards: [
    {
      item: '职业技能竞赛',
      name: '自治区钳工技能竞赛',
      grantor: '样例自治区竞赛组委会',
      grade: '二等奖',
      rank: '2',
      year: '2021',
    },
    {
      item: '技术成果',
      name: '三点定位、温态刮研装配法',
      grantor: '样例市职工技术协会',
      grade: '一等奖',
      rank: '1',
      year: '2022',
    },
    { item: '荣誉称号', name: '市级技术能手', grantor: '样例市评选办公室', grade: '市级', rank: '', year: '2023' },
    {
      item: '合理化建议',
      name: '优秀合理化建议奖',
      grantor: '样例市总工会（测试）',
      grade: '三等奖',
      rank: '3',
      year: '2024',
    },
  ],
  leader_deeds: [
    '样例甲，自1999年7月起一直在钳工岗位工作，现为测试重型机床厂装配车间主任，钳工特级技师。' +
      '多年来扎根生产一线，坚持边干边学，先后参加省级以上专业培训5次，完成技术改造和革新项目12项。',
    '一、解决生产难题。针对龙门镗铣床主轴箱热变形超差这一长期问题，带领团队查阅图纸、反复试验，' +
      '总结出“三点定位、温态刮研”装配法，单台装配周期由21天缩短到13天，年节约费用86万元。该方法已写入单位作业指导书。',
    '二、带徒传艺。坚持“一徒一策”，与徒弟签订协议，制定年度计划，每周组织一次现场教学，每月组织一次技能比武。' +
      '近两年带领6名团队成员完成内部培训36期、860余人次。',
    '三、服务社会。主动参加技能进校园、进社区活动，为中小企业义务诊断设备和工艺问题，受到好评。',
  ].join('\n'),
  unit_profile:
    '测试重型机床厂位于乌鲁木齐市头屯河区，为国有企业，主要从事数控龙门镗铣床和重型卧式车床的设计、制造与大修。' +
    '现有职工1260人，其中技能人才486人、高技能人才194人，占技能人才的40%。\n' +
    '单位重视技能人才队伍建设，建立了培养、评价、使用和激励制度，职工教育经费足额提取，每年用于高技能人才培养的不低于规定比例。',
  unit_support:
    '本单位郑重承诺：自被纳入市级技能大师工作室建设项目后，我单位将提供不低于市级补助资金的配套资金；' +
    '配套资金和市级补助资金实行专款专用，主要用于技能大师工作室设施设备、人才培训、技能交流推广、技术技能创新研发等工作，' +
    '并在建设周期内使用完毕，确保经费使用效益。建设期满后，还将提供相应的配套资金，' +
    '主要用于领办人带徒津贴、研究（攻关）项目补贴以及日常工作费用等。',
  direction:
    '1.围绕数控龙门镗铣床和重型卧式车床的设计、制造与大修中的难点开展技术攻关，重点解决龙门镗铣床主轴箱热变形超差等问题。\n' +
    '2.推广“三点定位、温态刮研”装配法，形成可复制的操作规程和教学视频。\n' +
    '3.开展师带徒和岗位培训，培养钳工后备骨干。',
  goals:
    '1.两年内完成技术攻关项目4项以上、技术革新6项以上。\n2.每两年培养高技能人才不少于5名。\n' +
    '3.每年开展业内技术交流活动不少于1次、社会服务活动不少于2次。',
  unit_opinion: '情况属实，同意样例甲同志领办技能大师工作室，同意申报。',
}

const { desk } = openTestHost()
let round: string
let answer: ImportAnswer
beforeAll(async () => {
  const made = { title: '期满考核', organiser: '某局', scheme: 'urumqi-2023', activity: 'term-assessment' }
  round = (await desk.rounds.create(made)).round
  const paths = [samplePath('packets', zip), samplePath('broken.zip'), samplePath('packets', folder)]
  answer = await desk.packets.import({ round, paths })
})

describe('a good zip, a broken zip and a good folder', () => {
  test('the broken one is refused by name, and does not stop the others', () => {
    expect(answer.refused).toMatchObject([
      {
        source: 'broken.zip',
        code: 'broken-docx',
        message: '“申报表.docx”不是完好的 Word 文件，打不开。请让申报单位用 Word 重新保存为 .docx 后再交。',
      },
    ])
    expect(answer.imported.map(({ packet, source, pages, warnings }) => [packet, source, pages, warnings])).toEqual([
      ['packet-1', zip, 24, []],
      ['packet-2', folder, 17, []],
    ])
  })

  test('every filled field of the first form is read as it was written', () => {
    expect(answer.imported[0]?.fields).toEqual(annexOfFirst)
  })

  test('the desk shows the same fields, each with its place on the form', async () => {
    const { fields } = await desk.packets.show({ round, packet: 'packet-1' })
    const filled = fields.filter(({ value }) => value !== null)
    expect(Object.fromEntries(filled.map(({ id, value }) => [id, value]))).toEqual(annexOfFirst)
    expect(filled.filter(({ readFrom }) => readFrom === null)).toEqual([])
    expect(fields.find(({ id }) => id === 'leader_id_number')).toMatchObject({
      readFrom: { 'zh-CN': '表1第5行第6格' },
      personal: true,
      correction: null,
    })
    // Blocks for opinions that come later are empty on the applicant's form.
    const empty = fields.filter(({ value }) => value === null)
    expect(empty.map(({ id }) => id)).toEqual(['district_opinion', 'expert_opinion', 'bureau_opinion'])
  })

  test('the list names both by number, workshop and unit', async () => {
    const rows = await desk.packets.list({ round })
    expect(rows.map(({ no, workshop, unit, state, files }) => [no, workshop, unit, state, files])).toEqual([
      [1, '样例甲钳工技能大师工作室', '测试重型机床厂', 'unchecked', 8],
      [2, '样例戊数控车工技能大师工作室', '测试金属制品加工厂', 'unchecked', 6],
    ])
  })

  test('a file comes out of the store byte for byte as it went in', async () => {
    const { fileList } = await desk.packets.show({ round, packet: 'packet-2' })
    const pdf = fileList.find(({ kind }) => kind === 'pdf')
    const kept = await desk.files.read({ round, packet: 'packet-2', sha256: pdf?.sha256 ?? '' })
    const given = readFileSync(samplePath('packets', folder, '证明材料.pdf'))
    expect(Buffer.from(await kept.arrayBuffer()).equals(given)).toBe(true)
    expect(kept.name).toBe('证明材料.pdf')
  })
})

test('the same source a second time is not imported again', async () => {
  const again = await desk.packets.import({ round, paths: [samplePath('packets', zip)] })
  expect(again).toEqual({
    imported: [],
    toConfirm: [],
    refused: [
      {
        source: zip,
        detail: { source: zip, packet: 1 },
        code: 'already-imported',
        message: `“${zip}”已经导入过（申报 1），没有重复导入。`,
      },
    ],
  })
})

test('a source the system cannot read is refused by name, and the next one comes in', async () => {
  const folder = scratchFolder()
  const broken = path.join(folder, '坏盘.zip')
  // A link to itself: every look at it is an error of the system (ELOOP).
  symlinkSync(broken, broken)
  const fresh = samplePath('packets', '03-测试石油装备制造有限公司.zip')
  const { imported, refused } = await desk.packets.import({ round, paths: [broken, fresh] })
  expect(refused.map(({ source }) => source)).toEqual(['坏盘.zip'])
  expect(refused[0]?.message).toMatch(/坏盘\.zip/)
  expect(imported).toHaveLength(1)
})

test('what does not exist is refused with what to look at', async () => {
  const gone = samplePath('packets', '99-不存在.zip')
  const { imported, refused } = await desk.packets.import({ round, paths: [gone] })
  expect(imported).toEqual([])
  expect(refused.map(({ source, code }) => [source, code])).toEqual([['99-不存在.zip', 'not-found']])
})

test('a browser hands a zip over as a file, and gets the same answer', async () => {
  const name = '02-样例电力检修有限公司.zip'
  const file = new File([readFileSync(samplePath('packets', name))], name, { type: 'application/zip' })
  const { imported, refused } = await desk.packets.upload({ round, file })
  expect(refused).toEqual([])
  expect(imported.map(({ source, fields }) => [source, fields.leader_name])).toEqual([[name, '样例乙']])
  expect((await desk.packets.upload({ round, file })).refused[0]?.code).toBe('already-imported')
  const broken = new File([readFileSync(samplePath('broken.zip'))], 'broken.zip')
  expect((await desk.packets.upload({ round, file: broken })).refused[0]).toMatchObject({ code: 'broken-docx' })
})

describe('a field read wrongly', () => {
  const correction = { packet: 'packet-1', field: 'leader_skill', value: '钳工高级技师', reason: '证书上是高级技师' }

  test('is corrected with a reason, and the old value is kept', async () => {
    const { fields } = await desk.packets.correct({ round, ...correction })
    const field = fields.find(({ id }) => id === 'leader_skill')
    expect(field).toMatchObject({
      value: '钳工高级技师',
      correction: { from: '钳工特级技师', reason: '证书上是高级技师', by: '秘书处' },
    })
    expect(field?.correction?.at).toMatch(/^2026-11-16T01:\d\d:\d\d\.000Z$/)
  })

  test('corrected twice keeps the whole story in the ledger', async () => {
    const value = '钳工特级技师'
    await desk.packets.correct({ round, ...correction, value, reason: '证书已补交' })
    const { entries } = await desk.ledger.list({ round })
    const story = entries.filter(({ kind }) => kind === 'field.corrected').map(({ payload }) => payload)
    expect(story).toEqual([
      { field: 'leader_skill', from: '钳工特级技师', to: '钳工高级技师', reason: '证书上是高级技师' },
      { field: 'leader_skill', from: '钳工高级技师', to: '钳工特级技师', reason: '证书已补交' },
    ])
  })

  test('is not corrected without a reason', async () => {
    const [code] = await refusalOf(desk.packets.correct({ round, ...correction, reason: '' }))
    expect(code).toBe('bad-input')
  })

  test('is not a field the form does not have, nor a text where rows belong', async () => {
    expect(await refusalOf(desk.packets.correct({ round, ...correction, field: 'leader_height' }))).toEqual([
      'unknown-field',
      '申报表没有“leader_height”这一栏。',
    ])
    expect((await refusalOf(desk.packets.correct({ round, ...correction, field: 'members' })))[0]).toBe('unknown-field')
  })
})

test('an application sent back says what is lacking', async () => {
  const check = { round, packet: 'packet-2', outcome: 'returned' as const }
  expect(await refusalOf(desk.packets.check(check))).toEqual([
    'bad-input',
    '输入不符合要求：退回补正须写明缺什么。请改正后重试。',
  ])
  const { check: done } = await desk.packets.check({ ...check, note: '缺营业执照复印件' })
  expect(done).toMatchObject({ outcome: 'returned', note: '缺营业执照复印件', by: '秘书处' })
})
