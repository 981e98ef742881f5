import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urumqiAnnex1 } from '#core/form/urumqi-annex-1.ts'
import { hashFile, pathOf } from '#db/packet-files.ts'
import { formMapsFor } from '../forms.ts'
import { craftedDocx, craftedZip } from './crafted-zip.ts'
import { newMeter } from './meter.ts'
import { type ReadPacket, readPackets } from './packet.ts'
import { openReaders } from './readers.ts'

const make = fileURLToPath(new URL('../../build/samples/make.ts', import.meta.url))
let folder: string
const readers = openReaders()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-packet-'))
  await promisify(execFile)(process.execPath, [make, folder, '--only', '3,4,6,8,9'])
})
afterAll(async () => {
  await readers.close()
  await rm(folder, { recursive: true })
})

async function readPacket(path: string): Promise<ReadPacket> {
  const maps = formMapsFor({ form: 'urumqi-annex-1' })
  const { packets } = await readPackets(readers, { path, store: join(folder, 'store'), maps, meter: newMeter() })
  const [packet] = packets
  if (!packet) throw new Error('no packet')
  return packet
}

const sample = (name: string) => readPacket(join(folder, 'packets', name))

function values({ form }: ReadPacket): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form?.fields ?? {}).map(([id, { value }]) => [id, value]))
}

const pledge =
  '本单位郑重承诺：自被纳入市级技能大师工作室建设项目后，我单位将提供不低于市级补助资金的配套资金；配套资金和市级补助资金实行专款专用，主要用于技能大师工作室设施设备、人才培训、技能交流推广、技术技能创新研发等工作，并在建设周期内使用完毕，确保经费使用效益。建设期满后，还将提供相应的配套资金，主要用于领办人带徒津贴、研究（攻关）项目补贴以及日常工作费用等。'
const goals =
  '1.两年内完成技术攻关项目4项以上、技术革新6项以上。\n2.每两年培养高技能人才不少于5名。\n3.每年开展业内技术交流活动不少于1次、社会服务活动不少于2次。'

describe('the sample packets', () => {
  test('a zip whose form has rows added and is signed: every field', async () => {
    const packet = await sample('03-测试石油装备制造有限公司.zip')
    expect(values(packet)).toEqual({
      cover_unit: '测试石油装备制造有限公司',
      cover_workshop: '样例丙焊工技能大师工作室',
      cover_occupation: '焊工',
      cover_date: '2026年3月5日',
      leader_name: '样例丙',
      leader_sex: '男',
      leader_ethnicity: '回族',
      leader_politics: '群众',
      leader_unit: '测试石油装备制造有限公司',
      leader_phone_office: '0991-0000103',
      workshop_place: '米东区测试路26号测试石油装备制造有限公司实训楼3层',
      workshop_area: '29.9㎡',
      leader_education: '中专',
      leader_work_since: '2003年9月',
      leader_occupation: '焊工',
      leader_post: '焊接班班长',
      leader_skill: '焊工高级技师',
      leader_id_number: '650100198211250417',
      leader_address: '乌鲁木齐市米东区测试路26号',
      leader_mobile: '13800001103',
      members: [
        {
          name: '样丙一',
          skill: '焊工技师',
          age: '32',
          deeds: '参与“厚壁容器环缝根部未熔合返修多”攻关，负责现场试验和数据整理。',
        },
        { name: '样丙二', skill: '焊工高级工', age: '39', deeds: '近两年带教新员工2人，参加市级技能竞赛获优胜奖。' },
        { name: '样丙三', skill: '焊工高级工', age: '46', deeds: '负责工作室日常培训组织和台账管理。' },
        { name: '样丙四', skill: '焊工技师', age: '31', deeds: '提出合理化建议6条，被采纳4条。' },
        { name: '样丙五', skill: '工程师', age: '38', deeds: '负责技术资料编写，完成操作规程2份。' },
        {
          name: '样丙六',
          skill: '焊工高级工',
          age: '45',
          deeds: '参与“厚壁容器环缝根部未熔合返修多”攻关，负责现场试验和数据整理。',
        },
        { name: '样丙七', skill: '焊工中级工', age: '30', deeds: '近两年带教新员工2人，参加市级技能竞赛获优胜奖。' },
        { name: '样丙八', skill: '焊工高级工', age: '37', deeds: '负责工作室日常培训组织和台账管理。' },
        { name: '样丙九', skill: '助理工程师', age: '44', deeds: '提出合理化建议6条，被采纳4条。' },
      ],
      awards: [
        {
          item: '职业技能竞赛',
          name: '自治区焊工技能竞赛',
          grantor: '样例自治区竞赛组委会',
          grade: '二等奖',
          rank: '2',
          year: '2021',
        },
        {
          item: '技术成果',
          name: '小线能量、多层多道、逐层锤击焊接法',
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
      leader_deeds:
        '样例丙，自2003年9月起一直在焊工岗位工作，现为测试石油装备制造有限公司焊接班班长，焊工高级技师。多年来扎根生产一线，坚持边干边学，先后参加省级以上专业培训5次，完成技术改造和革新项目12项。\n一、解决生产难题。针对厚壁容器环缝根部未熔合返修多这一长期问题，带领团队查阅图纸、反复试验，总结出“小线能量、多层多道、逐层锤击”焊接法，一次探伤合格率由91%提高到98.6%。该方法已写入单位作业指导书。\n二、带徒传艺。坚持“一徒一策”，与徒弟签订协议，制定年度计划，每周组织一次现场教学，每月组织一次技能比武。近两年带领9名团队成员完成内部培训36期、860余人次。\n三、服务社会。主动参加技能进校园、进社区活动，为中小企业义务诊断设备和工艺问题，受到好评。',
      unit_profile:
        '测试石油装备制造有限公司位于乌鲁木齐市米东区，为有限责任公司，主要从事压力容器、换热器和撬装设备的制造。现有职工680人，其中技能人才312人、高技能人才125人，占技能人才的40%。\n单位重视技能人才队伍建设，建立了培养、评价、使用和激励制度，职工教育经费足额提取，每年用于高技能人才培养的不低于规定比例。',
      unit_support: `${pledge}\n申办单位（盖章）：测试石油装备制造有限公司\n2026年3月5日`,
      direction:
        '1.围绕压力容器、换热器和撬装设备的制造中的难点开展技术攻关，重点解决厚壁容器环缝根部未熔合返修多等问题。\n2.推广“小线能量、多层多道、逐层锤击”焊接法，形成可复制的操作规程和教学视频。\n3.开展师带徒和岗位培训，培养焊工后备骨干。',
      goals,
      unit_opinion: '情况属实，同意样例丙同志领办技能大师工作室，同意申报。\n签字盖章：样例法人\n2026年3月6日',
      district_opinion: '经初审，符合申办条件，同意推荐。\n签字盖章：米东区人社局（样例）\n2026年3月12日',
    })
    expect(packet.form?.missing).toEqual(['expert_opinion', 'bureau_opinion'])
    expect([packet.formFile, packet.warnings, packet.skipped]).toEqual(['申报表.docx', [], []])
    expect(packet.files.map(({ name, kind, pages }) => [name, kind, pages])).toEqual([
      ['照片/01工作室标识牌.jpg', 'photo', 1],
      ['照片/02制度上墙.jpg', 'photo', 1],
      ['照片/03成果荣誉展示栏.jpg', 'photo', 1],
      ['照片/04学习交流场所.jpg', 'photo', 1],
      ['照片/05带徒现场.jpg', 'photo', 1],
      ['照片/06设施设备.jpg', 'photo', 1],
      ['申报表.docx', 'form', null],
      ['证明材料.pdf', 'pdf', 17],
    ])
  })

  test('a folder whose form is split into two tables and an annexed list: every field', async () => {
    const packet = await sample('04-样例公共交通集团修理厂')
    expect(values(packet)).toEqual({
      cover_unit: '样例公共交通集团修理厂',
      cover_workshop: '样例丁汽车维修工技能大师工作室',
      cover_occupation: '汽车维修工',
      cover_date: '2026年3月5日',
      leader_name: '样例丁',
      leader_sex: '男',
      leader_ethnicity: '汉族',
      leader_politics: '中共党员',
      leader_unit: '样例公共交通集团修理厂',
      leader_phone_office: '0991-0000104',
      workshop_place: '天山区测试路33号样例公共交通集团修理厂实训楼1层',
      workshop_area: '32.5㎡',
      leader_education: '大专',
      leader_work_since: '1996年12月',
      leader_occupation: '汽车维修工',
      leader_post: '技术科副科长',
      leader_skill: '汽车维修工高级技师',
      leader_id_number: '650100197602180511',
      leader_address: '乌鲁木齐市天山区测试路33号',
      leader_mobile: '13800001104',
      members: [
        {
          name: '样丁一',
          skill: '汽车维修工技师',
          age: '39',
          deeds: '参与“低温环境下纯电动公交车续航骤降”攻关，负责现场试验和数据整理。',
        },
        {
          name: '样丁二',
          skill: '汽车维修工高级工',
          age: '46',
          deeds: '近两年带教新员工3人，参加市级技能竞赛获优胜奖。',
        },
        { name: '样丁三', skill: '汽车维修工高级工', age: '31', deeds: '负责工作室日常培训组织和台账管理。' },
        { name: '样丁四', skill: '汽车维修工技师', age: '38', deeds: '提出合理化建议6条，被采纳4条。' },
      ],
      awards: [
        {
          item: '职业技能竞赛',
          name: '自治区汽车维修工技能竞赛',
          grantor: '样例自治区竞赛组委会',
          grade: '二等奖',
          rank: '2',
          year: '2021',
        },
        {
          item: '技术成果',
          name: '分箱测温、按序均衡保养法',
          grantor: '样例市职工技术协会',
          grade: '一等奖',
          rank: '1',
          year: '2022',
        },
      ],
      leader_deeds:
        '样例丁，自1996年12月起一直在汽车维修工岗位工作，现为样例公共交通集团修理厂技术科副科长，汽车维修工高级技师。多年来扎根生产一线，坚持边干边学，先后参加省级以上专业培训5次，完成技术改造和革新项目12项。\n一、解决生产难题。针对低温环境下纯电动公交车续航骤降这一长期问题，带领团队查阅图纸、反复试验，总结出“分箱测温、按序均衡”保养法，冬季续航提高11%，故障抛锚减少三成。该方法已写入单位作业指导书。\n二、带徒传艺。坚持“一徒一策”，与徒弟签订协议，制定年度计划，每周组织一次现场教学，每月组织一次技能比武。近两年带领4名团队成员完成内部培训36期、860余人次。\n三、服务社会。主动参加技能进校园、进社区活动，为中小企业义务诊断设备和工艺问题，受到好评。',
      unit_profile:
        '样例公共交通集团修理厂位于乌鲁木齐市天山区，为国有企业，主要从事城市公交车辆的二级维护、大修和新能源车辆检修。现有职工530人，其中技能人才265人、高技能人才106人，占技能人才的40%。\n单位重视技能人才队伍建设，建立了培养、评价、使用和激励制度，职工教育经费足额提取，每年用于高技能人才培养的不低于规定比例。',
      unit_support: pledge,
      direction:
        '1.围绕城市公交车辆的二级维护、大修和新能源车辆检修中的难点开展技术攻关，重点解决低温环境下纯电动公交车续航骤降等问题。\n2.推广“分箱测温、按序均衡”保养法，形成可复制的操作规程和教学视频。\n3.开展师带徒和岗位培训，培养汽车维修工后备骨干。',
      goals,
      unit_opinion: '情况属实，同意样例丁同志领办技能大师工作室，同意申报。',
    })
    expect(packet.form?.fields.leader_deeds?.readFrom).toBe('T2R1C2')
  })

  test('a zip with GBK names', async () => {
    const packet = await sample('06-样例城市轨道运营公司.zip')
    expect(packet.formFile).toBe('申报表.docx')
    expect(packet.files.map(({ name }) => name)).toContain('照片/02制度上墙.jpg')
    expect(packet.form?.fields.leader_name?.value).toBe('样例己')
  })

  test('a zip with one more folder and rubbish in it', async () => {
    const packet = await sample('08-样例餐饮服务有限公司.zip')
    const inside = '样例辛中式烹调师技能大师工作室申报材料'
    expect(packet.skipped).toEqual([`${inside}/~$申报表.docx`, `${inside}/照片/Thumbs.db`])
    expect(packet.formFile).toBe(`${inside}/申报表.docx`)
  })

  test('a form with gaps names them', async () => {
    expect((await sample('09-测试起重安装队')).form?.missing).toEqual([
      'leader_ethnicity',
      'leader_phone_office',
      'leader_post',
      'awards',
      'direction',
      'unit_opinion',
      'district_opinion',
      'expert_opinion',
      'bureau_opinion',
    ])
  })

  test('the field list has the ids of the contract, and only phones, number and address are personal', () => {
    expect(urumqiAnnex1.length).toBe(31)
    expect(urumqiAnnex1.filter(({ personal }) => personal).map(({ id }) => id)).toEqual([
      'leader_phone_office',
      'leader_id_number',
      'leader_address',
      'leader_mobile',
    ])
  })
})

describe('packets that are not in order', () => {
  test('a damaged form refuses the packet by name', async () => {
    await expect(readPacket(join(folder, 'broken.zip'))).rejects.toMatchObject({
      refusal: { code: 'broken-docx', detail: { file: '申报表.docx' } },
    })
  })

  test('an old Word form refuses the packet; a packet without a form is read with a warning', async () => {
    const old = join(folder, 'old.zip')
    await writeFile(old, craftedZip([{ name: '申报表.doc', body: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]))
    await expect(readPacket(old)).rejects.toMatchObject({
      refusal: { code: 'old-word', detail: { file: '申报表.doc' } },
    })
    const bare = join(folder, 'bare.zip')
    await writeFile(bare, craftedZip([{ name: '证明材料.pdf', body: '样例' }]))
    const packet = await readPacket(bare)
    expect(packet.form).toBeNull()
    expect(packet.warnings).toEqual([
      { code: 'broken-pdf', detail: { file: '证明材料.pdf' } },
      { code: 'no-form', detail: { source: 'bare.zip' } },
    ])
  })

  test('a damaged second document beside a good form is only a warning; a second form too', async () => {
    const mixed = join(folder, 'mixed')
    await mkdir(mixed)
    const packet = await sample('03-测试石油装备制造有限公司.zip')
    const form = await readFile(
      pathOf(join(folder, 'store'), packet.files.find(({ kind }) => kind === 'form')?.sha256 ?? ''),
    )
    await writeFile(join(mixed, 'a.docx'), form)
    await writeFile(join(mixed, 'b.docx'), form)
    await writeFile(join(mixed, 'c.docx'), craftedDocx('<w:p/>').subarray(0, 50))
    const read = await readPacket(mixed)
    expect(read.formFile).toBe('a.docx')
    expect(read.warnings.map(({ code, detail }) => [code, detail.file])).toEqual([
      ['broken-docx', 'c.docx'],
      ['second-form', 'b.docx'],
    ])
  })
})

test('the bodies lie in the store under their own hash, and nothing half copied beside them', async () => {
  const packet = await sample('06-样例城市轨道运营公司.zip')
  for (const { sha256, size } of packet.files) {
    const path = pathOf(join(folder, 'store'), sha256)
    expect([await hashFile(path), (await stat(path)).size]).toEqual([sha256, size])
  }
  expect(await readdir(join(folder, 'store', 'files', 'incoming'))).toEqual([])
})
