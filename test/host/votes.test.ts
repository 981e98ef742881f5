/** The life of a vote: prepared, open, closed, read out, published; lists, run-offs, repeats; what the room announces. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk } = room
type Choice = 'for' | 'against' | 'abstain' | 'invalid'

let made: SmallRound
beforeAll(async () => {
  made = await smallRound(room, { activity: 'selection', experts: 5, packets: 3, upTo: 'vote' })
}, 60_000)

/** One ballot on paper, entered by two people. */
function onPaper(seat: number, choices: Record<string, Choice>) {
  const { round, experts } = made
  return desk.votes.castList({ round, expert: experts[seat] ?? '', choices, second: { name: '监票人', choices } })
}
/** What each application was given: y for, n against. */
const choicesOf = (spelled: string): Record<string, Choice> =>
  Object.fromEntries([...spelled].map((letter, at) => [made.packets[at] ?? '', letter === 'y' ? 'for' : 'against']))
const viewOf = async (at: number) => {
  const { votes } = await desk.votes.list({ round: made.round })
  const found = votes[at]
  if (!found) throw new Error(`no vote ${at}`)
  return found
}

describe('a list of three with two places, and its run-off', () => {
  test('prepared: the rule is fixed, the numbers are told, nobody votes yet', async () => {
    const { round, packets, experts } = made
    await desk.votes.prepare({ round, packets: [...packets], maxYes: 2, places: 2 })
    expect(await viewOf(0)).toMatchObject({
      state: 'prepared',
      turn: 1,
      appointed: 5,
      present: 5,
      needed: 4,
      origin: { source: 'text', clause: '第十一条' },
      list: { packets, maxYes: 2, places: 2 },
    })
    const value = { numerator: 1, denominator: 2, strict: true, base: 'present' }
    expect((await refusalOf(desk.rounds.adopt({ round, choice: 'vote-rule', value })))[0]).toBe('rule-frozen')
    const [first = ''] = packets
    const expert = experts[0]
    const early = room.seat(round, expert).votes.cast({ round, expert, packet: first, choice: 'for' })
    expect((await refusalOf(early))[0]).toBe('vote-not-open')
    expect((await desk.wall.show({ round })).vote).toMatchObject({ state: 'prepared', needed: 4 })
  })

  test('a preparation is taken back with a reason, and the rule is free again', async () => {
    const { round, packets } = made
    await desk.votes.withdraw({ round, packet: packets[1], reason: '名额改为两个' })
    expect((await viewOf(2)).state).toBe('not-opened')
    expect((await refusalOf(desk.votes.withdraw({ round, packet: packets[1], reason: '再撤' })))[0]).toBe(
      'vote-not-prepared',
    )
    const value = { numerator: 1, denominator: 2, strict: true, base: 'present' }
    await desk.rounds.adopt({ round, choice: 'vote-rule', value })
    await desk.votes.prepare({ round, packets: [...packets], maxYes: 2, places: 2 })
    expect((await viewOf(0)).needed).toBe(3)
    // The wall announces each line of the ballot.
    const line = { recused: 0, present: 5, needed: 3, for: null, outcome: null }
    const { list } = await desk.wall.show({ round })
    expect([list?.voted, list?.of]).toEqual([0, 5])
    expect(list?.lines).toMatchObject([1, 2, 3].map((no) => ({ no, ...line })))
  })

  test('a ballot is whole, and agrees to no more than it may', async () => {
    const { round, packets, experts } = made
    await desk.votes.open({ round, packet: packets[0] })
    const expert = experts[0]
    const seat = room.seat(round, expert)
    expect((await seat.votes.mine({ round, expert })).lines.map(({ may }) => may)).toEqual([true, true, true])
    const single = seat.votes.cast({ round, expert, packet: packets[0], choice: 'for' })
    expect((await refusalOf(single))[0]).toBe('part-of-list')
    expect(await refusalOf(seat.votes.castList({ round, expert, choices: choicesOf('yyy') }))).toEqual([
      'too-many-yes',
      '这张选票同意了 3 项，最多可以同意 2 项。请减少后再投。',
    ])
    const part = seat.votes.castList({ round, expert, choices: { [packets[0]]: 'for' } })
    expect(await refusalOf(part)).toEqual([
      'ballot-incomplete',
      '选票没有填完，还差：样例乙电工技能大师工作室、样例丙焊工技能大师工作室。',
    ])
    const invalid = seat.votes.castList({ round, expert, choices: { ...choicesOf('yyn'), [packets[2]]: 'invalid' } })
    expect((await refusalOf(invalid))[0]).toBe('only-on-paper')
    await seat.votes.castList({ round, expert, choices: choicesOf('yyn') })
  })

  test('a ballot can be changed until the vote is closed, a paper one by the two who entered it', async () => {
    const { round, packets } = made
    for (const [seat, spelled] of ['', 'yyn', 'yyn', 'yny', 'yny'].entries()) {
      if (spelled) await onPaper(seat, choicesOf(spelled))
    }
    const expert = made.experts[0]
    // The first seat thinks again while the vote is open.
    await room.seat(round, expert).votes.castList({ round, expert, choices: choicesOf('yyn') })
    await onPaper(4, choicesOf('yny'))
    await onPaper(2, choicesOf('yny'))
    await desk.votes.close({ round, packet: packets[1] })
    const { votes } = await desk.votes.list({ round })
    expect(votes.map(({ tally }) => [tally?.for, tally?.passed, tally?.tied])).toEqual([
      [5, true, false],
      [2, false, false],
      [3, true, false],
    ])
    // Until it is published the wall shows one application after the other, as they are read out.
    expect((await desk.wall.show({ round })).list).toBeNull()
    await desk.votes.publish({ round, packet: packets[1] })
    const { list } = await desk.wall.show({ round })
    expect(list?.lines.map((line) => [line.for, line.outcome?.['zh-CN']])).toEqual([
      [5, '通过'],
      [2, '未通过'],
      [3, '通过'],
    ])
  })

  test('a repeat needs a reason; level at the last place, nobody is chosen by the order of the list', async () => {
    const { round, packets } = made
    const again = { round, packets: [...packets], maxYes: 2, places: 2 }
    expect(await refusalOf(desk.votes.prepare(again))).toEqual([
      'vote-again-needs-reason',
      '“样例甲钳工技能大师工作室”已经表决过。再次表决请写明理由。',
    ])
    await desk.votes.prepare({ ...again, purpose: 'repeat', reason: '第 2 席的纸票录入时看错，全体同意重投' })
    await desk.votes.open({ round, packet: packets[0] })
    for (const [seat, spelled] of ['yyn', 'yyn', 'nyy', 'nyy', 'yny'].entries()) await onPaper(seat, choicesOf(spelled))
    await desk.votes.close({ round, packet: packets[0] })
    const { votes } = await desk.votes.list({ round })
    // Four for the second; three each for the others, who compete for the one place left.
    expect(votes.map(({ turn, tally }) => [turn, tally?.for, tally?.passed, tally?.tied])).toEqual([
      [2, 3, false, true],
      [2, 4, true, false],
      [2, 3, false, true],
    ])
    expect(votes[0]?.earlier.map(({ turn, tally }) => [turn, tally.for, tally.passed])).toEqual([[1, 5, true]])
    expect(votes[0]?.tally?.sentence['zh-CN']).toBe(
      '应到 5 人，实到 5 人；须超过到会成员半数（3 票）同意；同意 3 票，反对 2 票，弃权 0 票，通过，但末位票数并列，须再次表决。',
    )
    const { missing } = await desk.rounds.show({ round })
    expect(missing.map(({ text }) => text['zh-CN'])).toEqual([
      '“1 样例甲钳工技能大师工作室”末位票数并列，须再次表决',
      '“3 样例丙焊工技能大师工作室”末位票数并列，须再次表决',
    ])
  })

  test('the run-off is between the two alone, and papers add up with one that cannot be read', async () => {
    const { round, packets } = made
    const two = [packets[0], packets[2]]
    const reason = '末位票数并列'
    await desk.votes.prepare({ round, packets: two, purpose: 'run-off', reason, places: 1, maxYes: 1 })
    await desk.votes.open({ round, packet: packets[2] })
    const ballot = (a: Choice, c: Choice) => ({ [packets[0]]: a, [packets[2]]: c })
    for (const [seat, choices] of [
      ballot('for', 'against'),
      ballot('against', 'for'),
      ballot('against', 'for'),
      ballot('against', 'for'),
      ballot('invalid', 'invalid'),
    ].entries()) {
      await onPaper(seat, choices)
    }
    await desk.votes.close({ round, packet: packets[0] })
    const view = await viewOf(2)
    expect(view).toMatchObject({ turn: 3, purpose: 'run-off', tally: { for: 3, against: 1, passed: true } })
    expect(view.paper).toEqual({ issued: 5, returned: 5, valid: 4, invalid: 1 })
    expect(view.earlier.map(({ turn, purpose }) => [turn, purpose])).toEqual([
      [1, 'first'],
      [2, 'repeat'],
    ])
    expect((await desk.rounds.show({ round })).missing).toEqual([])
  })

  test('the wall learns a count only as it is read aloud, and all of it once published', async () => {
    const { round, packets } = made
    const onWall = async () => {
      const { vote, readOut } = await desk.wall.show({ round })
      return { choices: vote?.ballots.map(({ choice }) => choice), tally: vote?.tally?.for ?? null, read: readOut?.for }
    }
    const hidden = [null, null, null, null, null]
    expect(await onWall()).toEqual({ choices: hidden, tally: null, read: 0 })
    const { vote } = await desk.wall.show({ round })
    await desk.votes.readOut({ round, packet: vote?.packet ?? '', upTo: 2 })
    expect((await onWall()).choices?.filter((choice) => choice !== null)).toHaveLength(2)
    expect((await onWall()).tally).toBeNull()
    await desk.votes.publish({ round, packet: packets[0] })
    expect((await onWall()).tally).not.toBeNull()
    await desk.floor.set({ round, names: false })
    const unnamed = (await desk.wall.show({ round })).vote?.ballots.map(({ name }) => name)
    expect(new Set(unnamed)).toEqual(new Set(['']))
  })
})
