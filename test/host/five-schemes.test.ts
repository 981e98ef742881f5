/** A small round of every shipped scheme, played through the host's own methods in the document's own order. */
import { describe, expect, test } from 'vitest'
import { playRound } from '#host/sample/play.ts'
import { openTestHost, refusalOf } from '../room.ts'

const room = openTestHost()
const { desk } = room

async function played(scheme: string, activity: string) {
  const round = await playRound(room.ctx, { scheme, activity, experts: 5, packets: 3, upTo: 'end' })
  const view = await desk.rounds.show({ round })
  const result = await desk.results.compute({ round })
  return { round, view, result, stages: view.stages.map(({ id }) => id).join(' ') }
}

test('luzhou: score, order, site re-check, deliberation with the final list', async () => {
  const { result, stages } = await played('luzhou-2025', 'selection')
  expect(stages).toBe('import material-check panel recusal reading visit deliberation result export')
  expect(result).toMatchObject({ frozen: true, withRubric: true, withVote: false })
  const decided = result.rows.map(({ rank, listed, decision }) => [rank, listed?.place, decision['zh-CN']])
  expect(decided).toEqual([
    [1, 1, '列入最终建议名单'],
    [2, 2, '列入最终建议名单'],
    [3, null, '未列入'],
  ])
})

test('luzhou: what departs from the score order needs its reason, and keeps it', async () => {
  const request = { scheme: 'luzhou-2025', activity: 'selection', experts: 5, packets: 3 }
  const round = await playRound(room.ctx, { ...request, upTo: 'deliberation' })
  const { rows } = await desk.lists.show({ round })
  const [first, second, third] = rows.map(({ packet }) => packet)
  if (!first || !second || !third) throw new Error('too few applications')
  const lifted = [
    { packet: first, place: 1 },
    { packet: third, place: 2 },
  ]
  const [code, sentence] = await refusalOf(desk.lists.settle({ round, rows: lifted }))
  expect(code).toBe('departure-needs-reason')
  expect(sentence).toContain('却未列入')
  const reason = '现场复核发现设备未到位'
  const settled = await desk.lists.settle({ round, rows: [...lifted, { packet: second, place: null, reason }] })
  expect(settled.rows.map(({ place, reason: said }) => [place, said])).toEqual([
    [1, ''],
    [null, reason],
    [2, ''],
  ])
  expect(settled.rows[1]?.departure?.['zh-CN']).toContain('得分高于列入名单的')
  const gaps = [
    { packet: first, place: 1 },
    { packet: second, place: 3 },
  ]
  expect((await refusalOf(desk.lists.settle({ round, rows: gaps })))[0]).toBe('bad-places')
})

test('luzhou: nobody from an applicant unit sits on the panel, whatever the misprint says', async () => {
  const request = { scheme: 'luzhou-2025', activity: 'selection', experts: 5, packets: 1 }
  const round = await playRound(room.ctx, { ...request, upTo: 'recusal' })
  const { members } = await desk.panel.show({ round })
  const [first] = members
  const [application] = await desk.packets.list({ round })
  if (!first || !application) throw new Error('nobody')
  await desk.packets.correct({
    ...{ round, packet: application.packet, field: 'cover_unit', value: first.unit },
    reason: '按营业执照更正',
  })
  const { missing } = await desk.rounds.show({ round })
  const problems = (await desk.panel.show({ round })).problems.map((problem) => problem['zh-CN'])
  expect([...problems, ...missing.map(({ text }) => text['zh-CN'])].join()).toContain(
    `${first.name}（${first.unit}）来自本次申报单位。第七条（四）2按回避的本意采用`,
  )
})

test('luzhou: the deliberation cannot be closed before the list is settled', async () => {
  const request = { scheme: 'luzhou-2025', activity: 'selection', experts: 5, packets: 1 }
  const round = await playRound(room.ctx, { ...request, upTo: 'deliberation' })
  expect((await desk.rounds.show({ round })).missing.map(({ text }) => text['zh-CN'])).toContain(
    '最终建议名单还没有提出',
  )
})

describe('where the document is silent the organiser chooses, and is asked', () => {
  test('yunyang: by score order as suggested, or by vote', async () => {
    const byOrder = await played('yunyang-2022', 'selection')
    expect(byOrder.stages).toBe('import material-check panel recusal reading deliberation result export')
    expect(byOrder.result.rows.map(({ decision }) => decision['zh-CN'])).toEqual(['通过评审', '通过评审', '未通过'])
    const round = await playRound(room.ctx, {
      ...{ scheme: 'yunyang-2022', activity: 'selection', experts: 5, packets: 1 },
      decidedBy: 'vote',
      upTo: 'end',
    })
    const { stages, choices } = await desk.rounds.show({ round })
    expect(stages.map(({ id }) => id)).toContain('vote')
    expect(choices.find(({ id }) => id === 'decision')?.shown?.['zh-CN']).toBe('由实名表决确定')
  })

  test('nothing is decided for the organiser: reading does not open before the choice', async () => {
    const made = await desk.rounds.create({
      ...{ title: '云阳评审', organiser: '某局', scheme: 'yunyang-2022', activity: 'selection' },
    })
    const asked = made.choices.find(({ id }) => id === 'decision')
    expect(asked).toMatchObject({ value: null, offered: ['order', 'vote'] })
    const wrong = desk.rounds.adopt({ round: made.round, choice: 'decision', value: 'grade', note: '' })
    expect((await refusalOf(wrong))[0]).toBe('choice-not-offered')
    const { stages } = await desk.rounds.adopt({ round: made.round, choice: 'decision', value: 'vote', note: '' })
    expect(stages.map(({ id }) => id)).toContain('vote')
  })

  test('chongqing and lüliang: by vote as suggested', async () => {
    for (const scheme of ['chongqing-2024', 'lvliang-2025']) {
      const { stages, result } = await played(scheme, 'selection')
      expect(stages).toBe('import material-check panel recusal reading deliberation vote result export')
      expect(result.rows.map(({ decisionCode }) => decisionCode)).toEqual(['selected', 'selected', 'selected'])
    }
  })
})

test('assessments grade: yunyang by its own 75, the others by adopted bounds', async () => {
  for (const [scheme, activity, grades] of [
    ['yunyang-2022', 'biennial-assessment', ['合格', '不合格']],
    ['luzhou-2025', 'term-acceptance', ['合格', '不合格']],
    ['chongqing-2024', 'biennial-assessment', ['优秀', '合格', '不合格']],
  ] as const) {
    const { result } = await played(scheme, activity)
    for (const { grade } of result.rows) expect(grades).toContain(grade?.['zh-CN'])
  }
})

test('lüliang: the form itself asks for an odd panel of five or more', async () => {
  const { activities } = room.host.schemes.get('lvliang-2025') ?? { activities: [] }
  expect(activities[0]?.panel).toMatchObject({ minimum: 5, parity: 'odd', origin: { source: 'text' } })
})
