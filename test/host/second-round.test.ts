/** What happens around a sheet: doubts, new versions, an own order of reading, and a second look after closing. */
import { describe, expect, test } from 'vitest'
import type { Judgement } from '#core/ledger/kinds.ts'
import { openTestHost, refusalOf, type Seat, smallRound, type TestHost } from '#test/room.ts'

const full: Judgement = { deduct: '0', reason: '', pins: [] }
const less = (deduct: string, reason: string): Judgement => ({ deduct, reason, pins: [] })
/** What experts decide on the sample's first application. */
const judged = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const
const sheet = (change: Partial<Record<(typeof judged)[number], Judgement>> = {}) => ({
  ...Object.fromEntries(judged.map((item) => [item, full])),
  ...change,
})

describe('a submitted sheet', () => {
  test('is opened again by its expert with a reason, and both versions are kept and told apart', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
    const place = { round, expert: experts[0], packet: packets[0] }
    const seat = room.seat(round, experts[0])
    await seat.sheets.submit({ ...place, judgements: sheet({ C1: less('1', '缺少过程记录') }) })
    expect(await refusalOf(seat.sheets.save({ ...place, judgements: { C1: full } }))).toEqual([
      'sheet-submitted',
      '这份评分表已经提交并锁定。需要修改，请在评分表上点“更改已提交的评分”并写明理由；评分结束后请向秘书处申请退回。',
    ])
    const opened = await seat.sheets.reopen({ ...place, reason: '看错了一页' })
    expect([opened.state, opened.returned, opened.versions.length]).toEqual(['draft', '看错了一页', 1])
    const again = await seat.sheets.submit({ ...place, judgements: sheet() })
    // 108.5 is the first packet in full (room.test works it out); one point was deducted before.
    expect(again.versions.map(({ version, total, because }) => [version, total, because])).toEqual([
      [1, '107.5', null],
      [2, '108.5', { reason: '看错了一页', own: true }],
    ])
    expect(await refusalOf(room.seat(round, experts[1]).sheets.reopen({ ...place, reason: '不是我的' }))).toEqual([
      'not-allowed',
      expect.any(String),
    ])
  })
})

describe('a doubt about a fact', () => {
  test('reaches the secretariat with the page, is answered, and only its expert and the desk see it', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
    const place = { round, expert: experts[0], packet: packets[0] }
    const seat = room.seat(round, experts[0])
    const [file] = (await seat.sheets.show(place)).files
    const page = { file: file?.sha256 ?? '', page: 2 }
    await seat.doubts.raise({ ...place, item: 'B2', page, text: '面积含走廊' })
    const [doubt] = await room.desk.doubts.list({ round })
    expect(doubt).toMatchObject({ seat: 1, item: 'B2', page, text: '面积含走廊', answer: null })
    await room.desk.doubts.answer({ round, doubt: doubt?.doubt ?? '', answer: '已核实，不含走廊' })
    expect((await seat.sheets.show(place)).doubts.map(({ answer }) => answer?.text)).toEqual(['已核实，不含走廊'])
    const other = { ...place, expert: experts[1] }
    expect((await room.seat(round, experts[1]).sheets.show(other)).doubts).toEqual([])
  })

  test('needs an item of the rubric and a page of this application', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
    const place = { round, expert: experts[0], packet: packets[0], text: '有疑' }
    const { doubts } = room.seat(round, experts[0])
    expect((await refusalOf(doubts.raise({ ...place, item: 'Z9' })))[0]).toBe('unknown-item')
    const page = { file: 'a'.repeat(64), page: 1 }
    expect((await refusalOf(doubts.raise({ ...place, item: 'B2', page })))[0]).toBe('unknown-file')
    expect((await refusalOf(room.desk.doubts.answer({ round, doubt: 'doubt-9', answer: '无' })))[0]).toBe(
      'unknown-doubt',
    )
  })
})

describe('the second round', () => {
  /** Everybody gives C1 (maximum 3) in full but the first, who deducts `deduct`. */
  async function closed(room: TestHost, deduct: string) {
    const { round, packets, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
    for (const expert of experts) {
      for (const packet of packets) {
        const own: Record<string, Judgement> =
          expert === experts[0] && packet === packets[0] ? { C1: less(deduct, '缺少过程记录') } : {}
        await room.seat(round, expert).sheets.submit({
          round,
          expert,
          packet,
          judgements: await inFull(room.seat(round, expert), { round, expert, packet }, own),
        })
      }
    }
    await room.desk.stages.close({ round, stage: 'reading' })
    return { round, packets, experts }
  }
  /** What each application asks of an expert differs with its facts: what cannot be had in full gets the least deduction. */
  async function inFull(
    seat: Seat,
    place: { round: string; expert: string; packet: string },
    own: Record<string, Judgement>,
  ) {
    const { blocks } = await seat.sheets.show(place)
    const items = blocks.flatMap(({ items: all }) => all).filter(({ kind }) => kind === 'judgement')
    return Object.fromEntries(
      items.map(({ id, mustDeduct }) => [id, own[id] ?? (mustDeduct ? less('1', '低于标准') : full)]),
    )
  }

  test('asks only the expert far away, without names or values, and keeps both scores', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await closed(room, '1.2')
    const place = { round, expert: experts[0], packet: packets[0], item: 'C1' }
    const seat = room.seat(round, experts[0])
    const asked = await seat.sheets.second({ round, expert: experts[0] })
    // Two fifths of three points are 1.2.
    expect(asked.map(({ item, points, reason, answer }) => [item, points, reason, answer])).toEqual([
      ['C1', '1.8', '缺少过程记录', null],
    ])
    expect(await room.seat(round, experts[1]).sheets.second({ round, expert: experts[1] })).toEqual([])

    expect((await refusalOf(seat.sheets.reconsider({ ...place, item: 'C2', deduct: '1', reason: '再看' })))[0]).toBe(
      'not-far',
    )
    expect((await refusalOf(seat.sheets.reconsider({ ...place, deduct: '9', reason: '再看' })))[0]).toBe(
      'above-maximum',
    )
    const [look] = await seat.sheets.reconsider({ ...place, deduct: '0.5', reason: '记录在第 9 页' })
    expect([look?.points, look?.answer?.points, look?.answer?.reason]).toEqual(['1.8', '2.5', '记录在第 9 页'])
    expect((await seat.sheets.show({ round, expert: experts[0], packet: packets[0] })).total).toBe('108')
    expect((await refusalOf(seat.sheets.reconsider({ ...place, deduct: '0', reason: '又' })))[0]).toBe('reconsidered')
    // What the rows show now is what the ledger says: nobody altered the sheet.
    const { pairs } = await room.desk.completeness.show({ round })
    expect(pairs.map(({ state }) => state)).toEqual(pairs.map(() => 'here'))
    // The result is counted from the second look; the ledger keeps both.
    const entries = (await room.desk.ledger.list({ round })).entries.filter(({ kind }) => kind === 'item.reconsidered')
    expect(entries.map(({ payload }) => payload)).toEqual([
      { ...{ packet: packets[0], expert: experts[0], item: 'C1' }, from: '1.2', to: '0.5', reason: '记录在第 9 页' },
    ])
  })

  test('takes a reasoned stay, and asks nobody who is just below the share', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await closed(room, '3')
    const seat = room.seat(round, experts[0])
    const place = { round, expert: experts[0], packet: packets[0], item: 'C1' }
    const [look] = await seat.sheets.reconsider({ ...place, deduct: '3', reason: '确实没有任何记录' })
    expect([look?.points, look?.answer?.points]).toEqual(['0', '0'])
    const { round: next, experts: others } = await closed(room, '1.19')
    expect(await room.seat(next, others[0]).sheets.second({ round: next, expert: others[0] })).toEqual([])
  })

  test('is closed to everybody before scoring is closed, and its arrangement is fixed once reading has begun', async () => {
    const room = openTestHost()
    const { round, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
    expect((await refusalOf(room.seat(round, experts[0]).sheets.second({ round, expert: experts[0] })))[0]).toBe(
      'blind',
    )
    expect((await refusalOf(room.desk.reading.arrange({ round, farFrom: '0.4' })))[0]).toBe('reading-begun')
  })

  test('a share that is none is refused with what it should be', async () => {
    const room = openTestHost()
    const { round } = await smallRound(room, { activity: 'term-assessment', upTo: 'recusal' })
    for (const farFrom of ['0', '1.5', 'x']) {
      expect((await refusalOf(room.desk.reading.arrange({ round, farFrom })))[0]).toBe('bad-share')
    }
    expect((await refusalOf(room.desk.reading.arrange({ round, hint: true })))[0]).toBe('bad-share')
  })
})

describe('while scoring', () => {
  test('a hint comes only where it was arranged, and only when three others have submitted', async () => {
    const room = openTestHost()
    const { round, packets, experts } = await smallRound(room, {
      activity: 'term-assessment',
      upTo: 'reading',
      reading: { farFrom: '0.4', hint: true },
    })
    const place = { round, expert: experts[0], packet: packets[0] }
    const seat = room.seat(round, experts[0])
    const farItems = async () => {
      const { blocks } = await seat.sheets.save({ ...place, judgements: { C1: less('3', '没有记录') } })
      return blocks.flatMap(({ items }) => items.filter(({ isFar }) => isFar).map(({ id }) => id))
    }
    for (const expert of experts.slice(1, 3)) {
      await room.seat(round, expert).sheets.submit({ ...place, expert, judgements: sheet() })
    }
    expect(await farItems()).toEqual([])
    await room.seat(round, experts[3]).sheets.submit({ ...place, expert: experts[3], judgements: sheet() })
    expect(await farItems()).toEqual(['C1'])
  })

  test('each expert reads in an own order that stays the same, where that was arranged', async () => {
    const room = openTestHost()
    const { round, experts } = await smallRound(room, { activity: 'term-assessment', packets: 12, upTo: 'recusal' })
    await room.desk.reading.arrange({ round, order: 'random' })
    const orderOf = async (expert: string) =>
      (await room.seat(round, expert).sheets.list({ round, expert })).map(({ no }) => no).join()
    const orders = await Promise.all(experts.map(orderOf))
    expect(new Set(orders).size).toBe(experts.length)
    expect(await Promise.all(experts.map(orderOf))).toEqual(orders)
    for (const order of orders) {
      expect(
        order
          .split(',')
          .map(Number)
          .toSorted((a, b) => a - b),
      ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    }
  })
})
