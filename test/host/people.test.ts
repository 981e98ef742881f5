/** Who chairs, who runs the room, who has come, and what an act would touch before it is done. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk } = room
let made: SmallRound
beforeAll(async () => {
  made = await smallRound(room, {
    activity: 'selection',
    experts: 5,
    alternates: 1,
    packets: 3,
    upTo: 'deliberation',
  })
}, 60_000)

describe('the chair', () => {
  test('is elected by those present, with the votes of each; a tie elects nobody', async () => {
    const { round, experts } = made
    const votes = (...counts: number[]) => counts.map((count, at) => ({ expert: experts[at] ?? '', votes: count }))
    const elect = (...counts: number[]) => desk.chair.name({ round, how: 'elected', votes: votes(...counts) })
    expect(await refusalOf(elect(2, 2, 1))).toEqual(['chair-tied', '最高票并列（2 票），没有选出组长。请再推选一次。'])
    expect((await refusalOf(elect(3, 3)))[0]).toBe('chair-votes')
    const { chair, members } = await elect(1, 3, 1)
    expect(members.map((one) => one.chair)).toEqual([false, true, false, false, false])
    expect(chair).toMatchObject({
      name: '评样二',
      how: 'elected',
      votes: [
        { name: '评样一', votes: 1 },
        { name: '评样二', votes: 3 },
        { name: '评样三', votes: 1 },
      ],
    })
  })

  test('is appointed with a ground; nobody absent chairs', async () => {
    const { round, experts } = made
    await desk.attendance.note({ round, expert: experts[4] ?? '', event: 'left' })
    const absent = desk.chair.name({ round, how: 'appointed', expert: experts[4] ?? '', note: '' })
    expect((await refusalOf(absent))[0]).toBe('chair-absent')
    const { chair } = await desk.chair.name({ round, how: 'appointed', expert: experts[0], note: '局里指定' })
    expect(chair).toMatchObject({ name: '评样一', how: 'appointed', votes: [], note: '局里指定' })
  })
})

test('officers are named by name and unit, and who is new is listed', async () => {
  const { round } = made
  const officers = [
    { name: '监督样', unit: '测试纪检组', role: 'supervisor' as const },
    { name: '唱票样', unit: '', role: 'caller' as const },
  ]
  const named = await desk.officers.name({ round, officers })
  expect(named.officers.map(({ name, role }) => [name, role])).toEqual([
    ['监督样', 'supervisor'],
    ['唱票样', 'caller'],
  ])
  const again = await desk.officers.name({ round, officers })
  expect(again.experts.length).toBe(named.experts.length)
  const member = { name: '评样三', unit: named.experts.find(({ name }) => name === '评样三')?.unit ?? '' }
  expect((await refusalOf(desk.officers.name({ round, officers: [{ ...member, role: 'caller' }] })))[0]).toBe(
    'teller-related',
  )
})

test('what comes next follows the order in which the desk goes on', async () => {
  const { round, packets } = made
  const next = async () => (await desk.floor.show({ round })).next?.packet ?? null
  await desk.floor.set({ round, packet: packets[0] })
  expect(await next()).toBe(packets[1])
  await desk.floor.set({ round, agenda: [packets[2], packets[0]] })
  expect(await next()).toBe(packets[1])
  await desk.floor.set({ round, packet: packets[2] })
  expect(await next()).toBe(packets[0])
  await desk.floor.set({ round, packet: packets[1] })
  expect(await next()).toBeNull()
  await desk.floor.set({ round, packet: null, agenda: [] })
})

test('a seat notes its own arrival once', async () => {
  const { round, experts } = made
  const own = room.seat(round, experts[1])
  await own.attendance.note({ round, expert: experts[1], event: 'arrived' })
  const { events } = await own.attendance.note({ round, expert: experts[1], event: 'arrived' })
  expect(events.filter(({ expert }) => expert === experts[1]).map(({ event, how }) => [event, how])).toEqual([
    ['arrived', 'seat'],
  ])
})

describe('what an act would touch', () => {
  const shown = async (act: 'close-stage' | 'reopen-stage' | 'enter-alternate' | 'open-vote', of: string) =>
    (await desk.touches.show({ round: made.round, act, of })).map(({ name, names }) => [
      name['zh-CN'],
      names.map((one) => one['zh-CN']),
    ])

  test('a stage to close names its minutes and dissents', async () => {
    const { round, packets, experts } = made
    await desk.minutes.record({
      round,
      packet: packets[1],
      text: '有分歧。',
      dissents: [{ expert: experts[2], text: '材料不足。' }],
    })
    expect(await shown('close-stage', 'deliberation')).toEqual([
      ['评议记录', ['2 样例乙电工技能大师工作室']],
      ['不同意见', ['评样三（2 样例乙电工技能大师工作室）']],
    ])
  })

  test('a stage to reopen names those that are open again, an alternate the sheets that are void', async () => {
    expect(await shown('reopen-stage', 'reading')).toEqual([['重新打开的阶段', ['审阅材料', '现场考察']]])
    expect(await shown('enter-alternate', made.experts[4] ?? '')).toEqual([
      ['作废的评分表', ['1 样例甲钳工技能大师工作室', '2 样例乙电工技能大师工作室', '3 样例丙焊工技能大师工作室']],
    ])
  })

  test('a vote to close names the ballots it fixes', async () => {
    const { round, packets, experts } = made
    for (const packet of packets) await desk.minutes.record({ round, packet, text: '一致。' })
    await desk.stages.close({ round, stage: 'deliberation' })
    await desk.votes.prepare({ round, packets: [packets[0]] })
    expect(await shown('open-vote', packets[0])).toEqual([
      ['申报', ['1 样例甲钳工技能大师工作室']],
      ['可以投票的席位', ['第 1 席 评样一', '第 2 席 评样二', '第 3 席 评样三', '第 4 席 评样四']],
      ['缺席，不计票', ['第 5 席 评样五']],
    ])
    await desk.votes.open({ round, packet: packets[0] })
    for (const expert of experts.slice(0, 4)) {
      await room.seat(round, expert).votes.cast({ round, expert, packet: packets[0], choice: 'for' })
    }
    const touched = await desk.touches.show({ round, act: 'close-vote', of: packets[0] })
    expect(touched.map(({ name, names }) => [name.en, names.map((one) => one.en)])).toEqual([
      ['Applications', ['1 样例甲钳工技能大师工作室']],
      ['Seats whose ballots are fixed', ['seat 1 评样一', 'seat 2 评样二', 'seat 3 评样三', 'seat 4 评样四']],
      ['Absent, not counted', ['seat 5 评样五']],
    ])
  })
})
