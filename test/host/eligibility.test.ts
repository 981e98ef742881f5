// Eligibility in a round: facts keyed in, people deciding over the machine, the register of earlier workshops.
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestHost, refusalOf, type SmallRound, scratchFolder, smallRound, type TestHost } from '#test/room.ts'

let room: TestHost
let small: SmallRound
beforeAll(async () => {
  room = openTestHost()
  small = await smallRound(room, { activity: 'selection', upTo: 'material-check' })
})
const of = (index = 0) => ({ round: small.round, packet: small.packets[index] ?? '' })
const ruleOf = async (rule: string, index = 0) =>
  (await room.desk.packets.eligibility(of(index))).rules.find(({ id }) => id === rule)
const keyIn = (facts: { key: string; value: unknown; note?: string }[], index = 0) =>
  room.desk.eligibility.record({ ...of(index), facts: facts as never })

async function registerOf(rows: string[][]): Promise<string> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('名册')
  sheet.addRows([['历年技能大师工作室名册（样例）'], ...rows])
  const file = path.join(scratchFolder(), '名册.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

describe('facts', () => {
  test('come from the form first, and what nobody knows stays open', async () => {
    const view = await room.desk.packets.eligibility(of())
    const level = view.facts.find(({ key }) => key === 'leader.skill_level')
    expect(level).toMatchObject({ known: true, from: 'form', usedBy: ['UR-E01'] })
    expect(view.facts.find(({ key }) => key === 'host.matching_commitment_wan')).toMatchObject({
      known: false,
      from: null,
    })
    expect(view.rules.find(({ id }) => id === 'UR-E10')).toMatchObject({ outcome: 'incomplete', stands: 'open' })
    expect(view.levels).toEqual(['市级'])
  })

  test('are keyed in with a page, and put right by keying in again', async () => {
    await keyIn([{ key: 'host.matching_commitment_wan', value: '9.99', note: '承诺书' }])
    expect(await ruleOf('UR-E10')).toMatchObject({ outcome: 'fail', stands: 'open' })
    await keyIn([{ key: 'host.matching_commitment_wan', value: '10' }])
    expect(await ruleOf('UR-E10')).toMatchObject({ outcome: 'pass', stands: 'met' })
  })

  test('known to be none is not the same as not known', async () => {
    expect((await ruleOf('UR-E13'))?.outcome).toBe('incomplete')
    await keyIn([{ key: 'workshop.failed_assessment_months_ago', value: null }])
    expect((await ruleOf('UR-E13'))?.outcome).toBe('pass')
  })

  test('of a wrong kind are refused with all that came with them', async () => {
    const wrong = keyIn([
      { key: 'leader.employed', value: true },
      { key: 'leader.in_service', value: '是' },
    ])
    expect((await refusalOf(wrong))[1]).toContain('“leader.in_service”应为true 或 false')
    expect((await refusalOf(keyIn([{ key: 'leader.shoe_size', value: 43 }])))[0]).toBe('unknown-fact')
    expect((await room.desk.packets.eligibility(of())).facts.find(({ key }) => key === 'leader.employed')?.known).toBe(
      false,
    )
  })
})

describe('decisions', () => {
  const decide = (more: object) =>
    room.desk.eligibility.decide({
      ...of(),
      rule: 'UR-E05',
      verdict: 'met',
      person: '王复核（样例）',
      reason: '',
      ...more,
    } as never)

  test('a miss is overridden by a named person with a reason, and both are kept', async () => {
    await keyIn([{ key: 'team.formal_staff_excl_leader', value: 1 }])
    expect((await refusalOf(decide({})))[0]).toBe('reason-missing')
    const view = await decide({ reason: '第二名员工已签合同，下月转正' })
    expect(view.rules.find(({ id }) => id === 'UR-E05')).toMatchObject({
      outcome: 'fail',
      stands: 'met',
      decision: { verdict: 'met', machine: 'fail', person: '王复核（样例）', stale: false },
    })
    const { entries } = await room.desk.ledger.list({ round: small.round })
    const entry = entries.find(({ kind }) => kind === 'eligibility.decided')
    expect(entry).toMatchObject({
      subject: small.packets[0],
      payload: { rule: 'UR-E05', machine: 'fail', verdict: 'met' },
    })
  })

  test('to confirm the machine needs a name and no reason; new facts make an old decision stale', async () => {
    await decide({ verdict: 'not-met' })
    expect((await ruleOf('UR-E05'))?.stands).toBe('not-met')
    await keyIn([{ key: 'team.formal_staff_excl_leader', value: 2 }])
    expect(await ruleOf('UR-E05')).toMatchObject({ outcome: 'pass', stands: 'met', decision: { stale: true } })
  })

  test('what is not asked is not decided', async () => {
    expect((await refusalOf(decide({ rule: 'UR-E99', reason: '无' })))[0]).toBe('unknown-rule')
  })
})

describe('the register', () => {
  test('answers for applications in both ways once it is imported, and staff have the last word', async () => {
    expect((await ruleOf('UR-U1', 1))?.outcome).toBe('incomplete')
    const [first, second] = await room.desk.packets.list({ round: small.round })
    const file = await registerOf([
      ['领办人', '单位', '职业（工种）', '命名时间', '状态'],
      [second?.leader ?? '', '别的单位（样例）', '别的工种', '2023', ''],
      [first?.leader ?? '', '别的单位（样例）', '别的工种', '2021', '2024 年撤销'],
    ])
    const register = await room.desk.register.import({ path: file })
    expect(register.workshops.map(({ state }) => state)).toEqual(['standing', 'ended'])
    expect(await ruleOf('UR-U1', 1)).toMatchObject({ outcome: 'fail', stands: 'open' })
    expect((await ruleOf('UR-U1', 0))?.outcome).toBe('pass')
    expect((await room.desk.packets.eligibility(of(1))).doubles).toMatchObject([
      { key: 'leader', rule: 'UR-U1', where: 'register' },
    ])
    await keyIn([{ key: 'leader.leads_other_workshop', value: false, note: '同名不同人' }], 1)
    expect((await ruleOf('UR-U1', 1))?.outcome).toBe('pass')
  })

  test('a table without its headings changes nothing', async () => {
    const file = await registerOf([
      ['甲', '乙'],
      ['1', '2'],
    ])
    const [code, sentence] = await refusalOf(room.desk.register.import({ path: file }))
    expect(code).toBe('bad-table')
    expect(sentence).toContain('没有找到表头：领办人、单位、职业（工种）')
    expect((await room.desk.register.list({})).workshops).toHaveLength(2)
  })
})
