// An application that its applicant takes back: out of ranks and gates, still named with the reason, on screen and on paper.
import { expect, test } from 'vitest'
import { rankingSheet } from '#host/papers/sheets/ranking.ts'
import { bookOf } from '#host/views/paper-book.ts'
import { openTestHost, refusalOf } from '#test/room.ts'
import { playFixedScoring } from './fixed-round.ts'

test('the ranks close up, and the reason stays: on screen, on paper and in the ledger', async () => {
  const room = openTestHost()
  const { round, packets, desk } = await playFixedScoring(room)
  const ranksOf = async () =>
    (await desk.results.compute({ round })).rows.map(({ no, rank, shown }) => [no, rank, shown])
  // 102.85; (91+90+90+93+88.5)/5 = 90.5; (77.8+77.3+76.8+71.3)/4 = 75.8.
  expect(await ranksOf()).toEqual([
    [1, 1, '102.85'],
    [3, 2, '90.50'],
    [2, 3, '75.80'],
  ])
  const gone = { round, packet: packets[2], reason: '申报单位 11 月 18 日来函撤回', person: '样例单位' }
  expect(await desk.packets.withdraw(gone)).toMatchObject({
    state: 'withdrawn',
    check: { outcome: 'withdrawn', note: '申报单位 11 月 18 日来函撤回' },
  })
  expect(await refusalOf(desk.packets.withdraw(gone))).toEqual([
    'already-withdrawn',
    expect.stringMatching(/^“.+”已经退出。$/),
  ])
  expect(await ranksOf()).toEqual([
    [1, 1, '102.85'],
    [2, 2, '75.80'],
  ])
  const { outside } = await desk.results.compute({ round })
  expect(outside.map(({ no, reason }) => [no, reason['zh-CN']])).toEqual([
    [3, '申报人退出：申报单位 11 月 18 日来函撤回'],
  ])
  // Neither visit nor minutes nor a vote is asked for it any more.
  for (const packet of packets.slice(0, 2)) {
    await desk.visits.record({ round, packet, date: '2026-11-18', place: '现场', present: ['甲'], opinion: '一致' })
  }
  await desk.stages.close({ round, stage: 'visit' })
  for (const packet of packets.slice(0, 2)) await desk.minutes.record({ round, packet, text: '意见一致。' })
  await desk.stages.close({ round, stage: 'deliberation' })
  const { members } = await desk.panel.show({ round })
  for (const packet of packets.slice(0, 2)) {
    await desk.votes.open({ round, packet })
    for (const { expert } of members) {
      const recused = packet === packets[1] && expert === members[3]?.expert
      const second = { name: '监票人', choice: 'for' as const }
      if (!recused) await desk.votes.cast({ round, packet, expert, choice: 'for', second })
    }
    await desk.votes.close({ round, packet })
  }
  await desk.stages.close({ round, stage: 'vote' })
  await desk.results.freeze({ round })
  expect((await refusalOf(desk.packets.withdraw({ ...gone, packet: packets[1] })))[0]).toBe('result-frozen')
  await desk.stages.close({ round, stage: 'result' })

  const cells = rankingSheet(await bookOf(room.ctx, round)).rows.map(({ cells: row }) => row.map(({ value }) => value))
  const heading = cells.findIndex(([first]) => first === '未参加排序的申报')
  const row = cells[heading + 2] ?? []
  expect([row[0], row[3]]).toEqual([3, '申报人退出：申报单位 11 月 18 日来函撤回'])
  const { entries } = await desk.ledger.list({ round })
  expect(entries.find(({ kind }) => kind === 'packet.withdrawn')?.payload).toEqual({
    reason: '申报单位 11 月 18 日来函撤回',
    person: '样例单位',
  })
}, 120_000)
