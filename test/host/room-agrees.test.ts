/** What screens announce and what the pure rules answer for the same numbers is the same, over random rooms. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestHost, smallRound } from '#test/room.ts'

const bases = ['present', 'entitled', 'appointed'] as const
const share = fc
  .record({
    numerator: fc.integer({ min: 1, max: 4 }),
    denominator: fc.integer({ min: 1, max: 4 }),
    base: fc.constantFrom(...bases),
  })
  .filter(({ numerator, denominator }) => numerator <= denominator)
const rule = fc.record({
  threshold: share,
  strict: fc.boolean(),
  quorum: fc.option(share),
  abstention: fc.constantFrom('counts' as const, 'leaves-base' as const, 'not-allowed' as const),
})
const sitting = fc.record({
  // At least one of the five is there, and the first is always one of them.
  away: fc.subarray([1, 2, 3, 4]),
  choices: fc.array(fc.constantFrom('for' as const, 'against' as const, 'abstain' as const), {
    minLength: 5,
    maxLength: 5,
  }),
})

test.each([1, 2, 3])('a random room (%i)', { timeout: 60_000 }, async (seed) => {
  const room = openTestHost()
  const { desk } = room
  const { round, experts, packets } = await smallRound(room, {
    activity: 'selection',
    experts: 5,
    packets: 3,
    upTo: 'deliberation',
  })
  for (const packet of packets) await desk.minutes.record({ round, packet, text: '一致' })
  const [recused] = fc.sample(fc.subarray([1, 2, 3, 4], { maxLength: 2 }), { seed, numRuns: 1 })
  for (const seat of recused ?? []) {
    const conflicts = [{ packet: packets[0], kind: 'other' as const, note: '' }]
    await desk.recusals.declare({ round, expert: experts[seat] ?? '', conflicts, reason: '测试' })
  }
  await desk.stages.close({ round, stage: 'deliberation' })
  const [adopted] = fc.sample(rule, { seed, numRuns: 1 })
  if (!adopted) throw new Error('no rule')
  const { threshold, strict, quorum, abstention } = adopted
  await desk.rounds.adopt({ round, choice: 'vote-rule', value: { ...threshold, strict, quorum, abstention } })

  for (const [at, { away, choices }] of fc.sample(sitting, { seed, numRuns: 6 }).entries()) {
    const packet = packets[at % 2] ?? ''
    const absent = away.map((seat) => experts[seat] ?? '')
    await desk.panel.attend({ round, present: experts.filter((expert) => !absent.includes(expert)) })

    const shownPanel = (await desk.panel.show({ round })).applications
    const recusals = Object.fromEntries(packets.map((id) => [id, [] as string[]]))
    for (const seat of recused ?? []) recusals[packets[0]]?.push(experts[seat] ?? '')
    const pure = (await desk.rules.panel({ members: [...experts], recusals, absent, minimum: 5, parity: 'any' })) as {
      applications: Record<string, { active: number }>
    }
    expect(shownPanel.map(({ active }) => active)).toEqual(packets.map((id) => pure.applications[id]?.active))

    if (at > 1) await desk.votes.prepare({ round, packets: [packet], purpose: 'repeat', reason: '再议' })
    const opened = await desk.votes.open({ round, packet })
    const onWall = (await desk.wall.show({ round })).vote
    const counts = { for: 0, against: 0, abstain: 0 }
    for (const [seat, { expert, state }] of opened.ballots.entries()) {
      if (state !== 'waiting') continue
      const wanted = choices[seat] ?? 'for'
      const choice = wanted === 'abstain' && abstention === 'not-allowed' ? 'against' : wanted
      counts[choice] += 1
      await room.seat(round, expert).votes.cast({ round, expert, packet, choice })
    }
    const question = {
      appointed: opened.appointed,
      recused: opened.recused,
      absent: opened.entitled - opened.present,
      threshold: { ...threshold, strict },
      abstention,
      ...(quorum && { quorum }),
    }
    const before = (await desk.rules.vote({ ...question, for: 0, against: 0, abstain: 0 })) as { needed: number }
    expect([opened.needed, onWall?.needed]).toEqual([before.needed, before.needed])
    const closed = await desk.votes.close({ round, packet })
    const after = (await desk.rules.vote({ ...question, ...counts })) as {
      needed: number
      passed: boolean
      quorumMet: boolean | null
      sentence: string
    }
    expect(closed.tally).toMatchObject({ ...counts, passed: after.passed })
    expect(closed.needed).toBe(after.needed)
    expect(closed.quorum?.met ?? null).toBe(after.quorumMet)
    expect(closed.tally?.sentence['zh-CN']).toBe(after.sentence)
  }
})
