/** What changes in a room that is already at work: draws, alternates, comings and goings, reopened stages. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openTestHost, refusalOf, scratchFolder, smallRound } from '#test/room.ts'

/** A pool list of that many people, as an office keeps it. */
async function poolList(count: number, changed?: number): Promise<string> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('专家库')
  sheet.addRow(['姓名', '工作单位', '职务职称', '手机', '职业类别', '来源', '原单位'])
  for (let no = 1; no <= count; no += 1) {
    const unit = no === changed ? '换了的单位' : `测试学院${no}`
    sheet.addRow([
      `库样${no}`,
      unit,
      '教授',
      `1390000${1000 + no}`,
      no % 2 === 0 ? '机械、电工' : '餐饮',
      '院校',
      '某厂；某校',
    ])
  }
  const file = path.join(scratchFolder(), 'pool.xlsx')
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
  return file
}

describe('the draw', () => {
  test('is fixed, drawn, listed, and repeated on another machine; a changed pool is refused', async () => {
    const { desk } = openTestHost()
    await desk.pool.import({ path: await poolList(12) })
    const pool = await desk.pool.list({})
    expect(pool.classes).toEqual(['餐饮', '电工', '机械'])
    expect(pool.people.find(({ name }) => name === '库样2')).toMatchObject({
      classes: ['机械', '电工'],
      pastUnits: ['某厂', '某校'],
    })
    const { round } = await desk.rounds.create({
      title: '抽取测试',
      organiser: '样例局',
      scheme: 'urumqi-2023',
      activity: 'selection',
    })
    const chance = { round, entropy: '3 5 1 6 2', entropySource: '骰子五次' }
    expect((await refusalOf(desk.draws.make({ ...chance, fingerprint: '' })))[0]).toBe('draw-not-fixed')
    const plan = {
      round,
      exclusions: [{ name: '库样4', unit: '测试学院4', reason: '与申报单位有合作' }],
      places: [
        { class: '机械', count: 3 },
        { class: '餐饮', count: 2 },
      ],
      alternates: 1,
      witnesses: ['监督甲'],
    }
    const fixed = await desk.draws.fix(plan)
    const fingerprint = fixed.fingerprint ?? ''
    const drawn = await desk.draws.make({ ...chance, fingerprint })
    expect([drawn.members.length, drawn.alternates.length]).toEqual([5, 1])
    const { transcript } = drawn
    if (!transcript) throw new Error('no transcript')
    expect(JSON.stringify(transcript)).not.toContain('1390000')

    // Another machine: the transcript alone, and the same pool drawn anew.
    const other = openTestHost().desk
    expect((await other.draw.replay({ transcript })).result).toEqual(transcript.result)
    await other.pool.import({ path: await poolList(12) })
    const twin = await other.rounds.create({
      title: '同',
      organiser: '样例局',
      scheme: 'urumqi-2023',
      activity: 'selection',
    })
    const again = await other.draws.fix({ ...plan, round: twin.round })
    expect(again.fingerprint).toBe(fingerprint)
    const same = await other.draws.make({ ...chance, round: twin.round, fingerprint })
    expect(same.transcript?.result).toEqual(transcript.result)

    const [first, ...rest] = transcript.plan.pool
    const touched = { ...transcript, plan: { ...transcript.plan, pool: [{ ...first, unit: '别处' }, ...rest] } }
    expect((await refusalOf(desk.draw.replay({ transcript: touched as typeof transcript })))[0]).toBe('draw-changed')
    await desk.pool.import({ path: await poolList(12, 7) })
    expect((await refusalOf(desk.draws.make({ ...chance, fingerprint })))[0]).toBe('draw-changed')
  })
})

describe('a member does not come', () => {
  test('the alternate takes the seat, declares and scores anew; what was handed in is void and said', {
    timeout: 60_000,
  }, async () => {
    const room = openTestHost()
    const { desk } = room
    const { round, experts, packets } = await smallRound(room, {
      activity: 'term-assessment',
      experts: 5,
      alternates: 1,
      packets: 3,
      upTo: 'visit',
    })
    const before = await desk.panel.show({ round })
    const [alternate] = before.alternates
    const gone = experts[3]
    const enter = { round, alternate: alternate?.expert ?? '', replaces: gone, reason: '因病不能到会' }
    expect(await refusalOf(desk.alternates.enter(enter))).toEqual(['still-present', '第 4 席没有登记缺席，不能递补。'])
    await desk.attendance.note({ round, expert: gone, event: 'left-early' })
    expect((await desk.panel.show({ round })).applications.map(({ active, valid }) => [active, valid])).toEqual([
      [4, false],
      [4, false],
      [4, false],
    ])
    const after = await desk.alternates.enter(enter)
    expect(after.members[3]).toMatchObject({ seat: 4, name: alternate?.name, declared: false, present: true })
    expect(after.alternates[0]?.entered).toMatchObject({ seat: 4, reason: '因病不能到会' })
    expect(after.applications.map(({ active, valid }) => [active, valid])).toEqual([
      [5, true],
      [5, true],
      [5, true],
    ])
    const entered = (await desk.ledger.list({ round })).entries.find(({ kind }) => kind === 'alternate.entered')
    expect(entered?.payload).toMatchObject({ sheets: packets })
    expect((await refusalOf(desk.alternates.enter(enter)))[0]).toBe('not-on-panel')
    // The desk says what has to be done again, and by whom.
    const { warnings } = await desk.rounds.show({ round })
    expect(warnings.map((text) => text['zh-CN'])).toContain(
      `第 4 席 ${alternate?.name} 递补入组，${before.members[3]?.name} 的 3 份评分表作废；还须作回避申报、提交 3 份评分表`,
    )
    const { result } = { result: await desk.results.compute({ round }) }
    expect(result.rows.map(({ counted }) => counted)).toEqual([4, 4, 4])
  })

  test('comings and goings carry their time, and attendance follows', { timeout: 60_000 }, async () => {
    const room = openTestHost()
    const { desk } = room
    const { round, experts } = await smallRound(room, {
      activity: 'selection',
      experts: 5,
      packets: 3,
      upTo: 'deliberation',
    })
    const [one, two] = experts
    const late = '2026-11-18T09:20:00+08:00'
    await desk.attendance.note({ round, expert: two, event: 'left-early', time: '2026-11-18T10:00:00+08:00' })
    await desk.attendance.note({ round, expert: one, event: 'late', time: late })
    const { seats, events } = await desk.attendance.show({ round })
    expect(seats.map(({ present }) => present)).toEqual([true, false, true, true, true])
    expect(events.map(({ event, time }) => [event, time])).toEqual([
      ['late', late],
      ['left-early', '2026-11-18T10:00:00+08:00'],
    ])
    expect((await refusalOf(room.seat(round, one).attendance.note({ round, expert: one, event: 'left' })))[0]).toBe(
      'not-allowed',
    )
    await room.seat(round, two).attendance.note({ round, expert: two, event: 'arrived' })
    expect((await desk.attendance.show({ round })).seats[1]?.present).toBe(true)
  })
})

describe('reopening a stage', () => {
  test('is asked for with a reason, approved by the chair or a supervisor, and kept', { timeout: 60_000 }, async () => {
    const room = openTestHost()
    const { desk } = room
    const { round, experts, packets } = await smallRound(room, {
      activity: 'selection',
      experts: 5,
      packets: 3,
      upTo: 'vote',
    })
    const [chair, member] = experts
    expect((await refusalOf(desk.reopenings.ask({ round, stage: 'result', reason: '早了' })))[0]).toBe('not-closed-yet')
    await desk.reopenings.ask({ round, stage: 'deliberation', reason: '漏记一条不同意见' })
    expect((await refusalOf(desk.reopenings.ask({ round, stage: 'visit', reason: '再' })))[0]).toBe('reopening-pending')
    const no = desk.reopenings.decide({ round, granted: true, approver: member })
    expect((await refusalOf(no))[0]).toBe('not-approver')
    await room.seat(round, chair).reopenings.decide({ round, granted: true, note: '同意补记' })
    expect((await desk.rounds.show({ round })).stage).toBe('deliberation')
    await desk.minutes.record({
      round,
      packet: packets[0],
      text: '补记。',
      dissents: [{ expert: member, text: '保留意见' }],
      speakers: [{ expert: chair, text: '同意推荐' }],
      motions: [{ text: '列入建议名单', by: '评样一', outcome: '无异议' }],
    })
    const [minutes] = await desk.minutes.list({ round })
    expect(minutes).toMatchObject({
      present: expect.arrayContaining([expect.any(String)]),
      motions: [{ outcome: '无异议' }],
    })
    expect(minutes?.present).toHaveLength(5)
    await desk.stages.close({ round, stage: 'deliberation' })
    const [kept] = await desk.reopenings.list({ round })
    expect(kept).toMatchObject({ stage: 'deliberation', granted: true, reason: '漏记一条不同意见', note: '同意补记' })
    await desk.reopenings.ask({ round, stage: 'visit', reason: '重测面积' })
    await desk.reopenings.decide({ round, granted: false, approver: chair, note: '没有必要' })
    expect((await desk.rounds.show({ round })).stage).toBe('vote')
  })
})
