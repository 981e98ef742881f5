// What happens to a list after the result: posted with its days, objected to entry by entry, filed by application.
import { beforeAll, describe, expect, test } from 'vitest'
import { partsOf } from '#test/papers/unzip.ts'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

describe('评选公示', () => {
  const room = openTestHost()
  let made: SmallRound
  beforeAll(async () => {
    made = await smallRound(room, { activity: 'selection', upTo: 'end' })
  })

  const post = (length: number, unit: 'working' | 'calendar' = 'calendar') =>
    room.desk.publication.post({ round: made.round, posted: '2026-11-25', length, unit, place: '局网站' })

  test('before it hangs, nobody can object', async () => {
    const call = room.desk.publication.object({
      round: made.round,
      packet: made.packets[0],
      received: '2026-11-26',
      from: '样例群众',
      text: '材料不实',
    })
    expect((await refusalOf(call))[0]).toBe('not-published')
  })

  test('the period of the document may be longer, never shorter', async () => {
    expect((await refusalOf(post(5)))[1]).toBe('文件规定公示 7 个自然日，可以延长，不能缩短（现填 5 个）。')
    expect((await refusalOf(post(7, 'working')))[0]).toBe('publicity-too-short')
    // Posted on Wednesday the 25th, which is not counted: the seven days are 26 November to 2 December, a Wednesday.
    const view = await post(7)
    expect(view.posted).toMatchObject({ firstDay: '2026-11-26', lastDay: '2026-12-02', nextStep: '2026-12-03' })
    expect(view.prescribed).toMatchObject({ length: 7, unit: 'calendar' })
  })

  test('an objection holds its entry, the others go on; what is decided stays decided', async () => {
    const { round, packets } = made
    const held = await room.desk.publication.object({
      round,
      packet: packets[1],
      received: '2026-12-03',
      from: '样例群众',
      text: '成果不实',
    })
    expect(held.rows.map(({ packet, standing }) => [packet, standing]).toSorted()).toEqual(
      packets.map((packet) => [packet, packet === packets[1] ? 'held' : 'published']).toSorted(),
    )
    // The last day was the second.
    expect(held.objections[0]).toMatchObject({ no: 2, inTime: false, outcome: null })
    const objection = held.objections[0]?.objection ?? ''
    const reason = '经核实，成果证明齐全'
    const cleared = await room.desk.publication.decide({ round, objection, outcome: 'rejected', reason })
    expect(cleared.rows.find(({ packet }) => packet === packets[1])?.standing).toBe('cleared')
    expect(cleared.objections[0]).toMatchObject({ outcome: 'rejected', reason, decidedBy: '秘书处' })
    const again = room.desk.publication.decide({ round, objection, outcome: 'upheld', reason })
    expect((await refusalOf(again))[0]).toBe('objection-decided')
    const unknown = room.desk.publication.decide({ round, objection: 'objection-9', outcome: 'upheld', reason })
    expect((await refusalOf(unknown))[0]).toBe('unknown-objection')
  })

  test('the dossier of one application tells its whole way, and names no phone', async () => {
    const { round, packets } = made
    const file = await room.desk.papers.dossier({ round, packet: packets[0] })
    expect(file.name).toBe('评审档案-1号.docx')
    const xml = (await partsOf(Buffer.from(await file.arrayBuffer()))).get('word/document.xml') ?? ''
    const text = xml.replace(/<[^>]+>/g, '')
    for (const part of ['结论', '材料与更正', '现场考察', '评议意见', '实名表决', '台账记录'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/1\d{10}/)
  })

  test('the templates of the notices are laid out once, and a changed one is used', async () => {
    const { round } = made
    const first = await room.desk.papers.templates({ round })
    expect(first.files).toEqual(['评审结果告知书.docx', '更正告知书.docx', '材料补正通知书.docx'])
    expect((await room.desk.papers.templates({ round })).files).toEqual([])
  })
})
