/**
 * What screens announce and what the pure rules answer for the same numbers is the same, over random rooms: the panel
 * with its alternate, a list with its run-off, single votes with paper and invalid ballots. Who wins a list is worked
 * out here once more, apart from the product.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VoteView } from '#host/api/shapes.ts'
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
const choice = fc.constantFrom(...(['for', 'for', 'for', 'against', 'abstain'] as const))
const sitting = fc.record({
  // The first is always there, so at least one of them votes.
  away: fc.subarray([1, 2, 3, 4]),
  choices: fc.array(choice, { minLength: 15, maxLength: 15 }),
  /** On paper, entered at the desk by two; and whether that paper says nothing valid. */
  onPaper: fc.boolean(),
  isInvalid: fc.boolean(),
  places: fc.integer({ min: 1, max: 2 }),
})
type Sitting = typeof sitting extends fc.Arbitrary<infer T> ? T : never
type Choice = Sitting['choices'][number]

type Answer = {
  entitled: number
  present: number
  needed: number
  passed: boolean
  quorumMet: boolean | null
  sentence: string
}
type Verdict = { active: number; valid: boolean; problems: string[] }

/** A room of five with one alternate, some of them recused from the first application; what is asked of the pure rules. */
async function randomRoom(seed: number, upTo: 'reading' | 'deliberation') {
  const room = openTestHost()
  const { desk } = room
  const sample = <T>(from: fc.Arbitrary<T>, numRuns = 1): T[] => fc.sample(from, { seed, numRuns })
  const made = await smallRound(room, { activity: 'selection', experts: 5, packets: 3, alternates: 1, upTo })
  const { round, packets } = made
  const experts: string[] = [...made.experts]
  const [recused = []] = sample(fc.subarray([1, 2, 3, 4], { maxLength: 2 }))
  const recusals = Object.fromEntries(packets.map((id) => [id, [] as string[]]))
  for (const seat of recused) {
    const conflicts = [{ packet: packets[0], kind: 'other' as const, note: '' }]
    await desk.recusals.declare({ round, expert: experts[seat] ?? '', conflicts, reason: '测试' })
    recusals[packets[0]]?.push(experts[seat] ?? '')
  }
  /** Who acts on each application, whether that is enough, and how much is wrong: by the rules, and on the screen. */
  const pure = async (absent: readonly string[], alternates: readonly string[]) => {
    const { wanted } = await desk.panel.show({ round })
    const answer = await desk.rules.panel({ members: experts, recusals, absent, alternates, ...wanted })
    const { applications } = answer as { applications: Record<string, Verdict> }
    return packets.map((id) => {
      const { active, valid, problems } = applications[id] ?? { active: -1, valid: false, problems: [] }
      return [active, valid, problems.length]
    })
  }
  const shown = async () =>
    (await desk.panel.show({ round })).applications.map(({ active, valid, problems }) => [
      active,
      valid,
      problems.length,
    ])
  return { room, desk, sample, round, packets, experts, recused, recusals, pure, shown }
}

test.each([1, 2])('a random panel, one of whom falls ill (%i)', { timeout: 60_000 }, async (seed) => {
  const { desk, sample, round, experts, recused, pure, shown } = await randomRoom(seed, 'reading')
  const [ill = 1] = sample(fc.constantFrom(...[1, 2, 3, 4].filter((seat) => !recused.includes(seat))))
  const leaver = experts[ill] ?? ''
  const alternate = (await desk.panel.show({ round })).alternates[0]?.expert ?? ''
  await desk.attendance.note({ round, expert: leaver, event: 'left' })
  expect(await shown()).toEqual(await pure([leaver], []))
  // What the rules foresee with the alternate is what the desk shows once the alternate sits.
  const foreseen = await pure([leaver], [alternate])
  await desk.alternates.enter({ round, alternate, replaces: leaver, reason: '因病' })
  experts[ill] = alternate
  expect(await shown()).toEqual(foreseen)
  expect(await shown()).toEqual(await pure([], []))
})

/** How many of the rooms below had to vote again between equals. */
let runOffs = 0

test.each([1, 2, 3, 4])('votes in a random room (%i)', { timeout: 90_000 }, async (seed) => {
  const { room, desk, sample, round, packets, experts, recusals, pure, shown } = await randomRoom(seed, 'deliberation')
  for (const packet of packets) await desk.minutes.record({ round, packet, text: '一致' })
  await desk.stages.close({ round, stage: 'deliberation' })

  const [adopted] = sample(rule)
  if (!adopted) throw new Error('no rule')
  const { threshold, strict, quorum, abstention } = adopted
  await desk.rounds.adopt({ round, choice: 'vote-rule', value: { ...threshold, strict, quorum, abstention } })
  const askVote = async (vote: VoteView, counts: Record<Choice, number>) =>
    (await desk.rules.vote({
      appointed: experts.length,
      recused: vote.recused,
      absent: vote.entitled - vote.present,
      threshold: { ...threshold, strict },
      abstention,
      ...(quorum && { quorum }),
      ...counts,
    })) as Answer
  const nobody = { for: 0, against: 0, abstain: 0 }
  /** Before the vote opens, desk and wall say the same, and it is what the rules say. */
  const agreeBefore = async (on: readonly string[], absent: readonly string[]) => {
    const { votes } = await desk.votes.list({ round })
    for (const packet of on) {
      const said = votes.find((vote) => vote.packet === packet)
      if (!said) throw new Error(`no vote on ${packet}`)
      const away = experts.filter((expert) => absent.includes(expert) && !recusals[packet]?.includes(expert)).length
      const recusedNow = recusals[packet]?.length ?? 0
      expect([said.state, said.appointed, said.recused, said.entitled, said.present]).toEqual([
        ...['prepared', 5, recusedNow],
        ...[5 - recusedNow, 5 - recusedNow - away],
      ])
      const rules = await askVote(said, nobody)
      expect([said.needed, said.quorum?.met ?? null]).toEqual([rules.needed, rules.quorumMet])
      const onWall = (await desk.wall.show({ round })).vote
      if (onWall?.packet === packet) {
        const numbers = ({ appointed, recused: out, present, needed, quorum: heads, rule: words }: VoteView) =>
          [appointed, out, present, needed, heads, words] as const
        expect(numbers(onWall)).toEqual(numbers(said))
      }
    }
    expect((await desk.wall.show({ round })).vote?.state).toBe('prepared')
  }
  const attend = async (away: readonly number[]) => {
    const absent = away.map((seat) => experts[seat] ?? '')
    await desk.panel.attend({ round, present: experts.filter((expert) => !absent.includes(expert)) })
    expect(await shown()).toEqual(await pure(absent, []))
    return absent
  }
  const allowed = (wanted: Choice) => (wanted === 'abstain' && abstention === 'not-allowed' ? 'against' : wanted)

  /** A ballot of several; answers those level at the last place, and the places they compete for. */
  const voteOnList = async (
    on: readonly string[],
    { away, choices, places }: Sitting,
    purpose: 'first' | 'run-off',
  ): Promise<{ tied: string[]; left: number }> => {
    const absent = await attend(away)
    await desk.votes.prepare({ round, packets: [...on], purpose, reason: '测试', places })
    await agreeBefore(on, absent)
    await desk.votes.open({ round, packet: on[0] ?? '' })
    const counts = new Map(on.map((packet) => [packet, { ...nobody }]))
    for (const [seat, expert] of experts.entries()) {
      const ballot = Object.fromEntries(
        on.flatMap((packet, at) => {
          if (absent.includes(expert) || recusals[packet]?.includes(expert)) return []
          return [[packet, allowed(choices[seat * 3 + at] ?? 'for')]]
        }),
      )
      if (Object.keys(ballot).length === 0) continue
      await room.seat(round, expert).votes.castList({ round, expert, choices: ballot })
      for (const [packet, said] of Object.entries(ballot)) {
        const count = counts.get(packet)
        if (count) count[said] += 1
      }
    }
    await desk.votes.close({ round, packet: on[0] ?? '' })
    const { votes } = await desk.votes.list({ round })
    const closed = votes.filter(({ packet }) => on.includes(packet))
    const enough: { packet: string; agreed: number }[] = []
    for (const vote of closed) {
      const count = counts.get(vote.packet) ?? nobody
      const rules = await askVote(vote, count)
      expect(vote.tally).toMatchObject(count)
      expect(vote.needed).toBe(rules.needed)
      if (rules.passed) enough.push({ packet: vote.packet, agreed: count.for })
    }
    // Chosen: fewer than `places` have more votes, and with the equals the places are still enough.
    const better = (agreed: number) => enough.filter((one) => one.agreed > agreed).length
    const atLeast = (agreed: number) => enough.filter((one) => one.agreed >= agreed).length
    const chosen = enough.filter(({ agreed }) => atLeast(agreed) <= places).map(({ packet }) => packet)
    const tied = enough.filter(({ agreed }) => better(agreed) < places && atLeast(agreed) > places)
    expect(closed.filter(({ tally }) => tally?.passed).map(({ packet }) => packet)).toEqual(
      closed.map(({ packet }) => packet).filter((packet) => chosen.includes(packet)),
    )
    expect(closed.filter(({ tally }) => tally?.tied).map(({ packet }) => packet)).toEqual(
      closed.map(({ packet }) => packet).filter((packet) => tied.some((one) => one.packet === packet)),
    )
    return { tied: tied.map(({ packet }) => packet), left: places - chosen.length }
  }

  const sittings = sample(sitting, 9)
  let level = await voteOnList(packets, sittings[0] as Sitting, 'first')
  for (const again of sittings.slice(1, 3)) {
    if (level.tied.length < 2) break
    runOffs += 1
    level = await voteOnList(level.tied, { ...again, places: level.left }, 'run-off')
  }

  for (const [at, { away, choices, onPaper, isInvalid }] of sittings.slice(3).entries()) {
    const packet = packets[at % 2] ?? ''
    const absent = await attend(away)
    await desk.votes.prepare({ round, packets: [packet], purpose: 'repeat', reason: '再议' })
    await agreeBefore([packet], absent)
    const opened = await desk.votes.open({ round, packet })
    const counts = { ...nobody }
    let invalid = 0
    for (const [seat, { expert, state }] of opened.ballots.entries()) {
      if (state !== 'waiting') continue
      const own = allowed(choices[seat] ?? 'for')
      if (seat === 0 && onPaper) {
        const said = isInvalid ? ('invalid' as const) : own
        const second = { name: '核对样', choice: said }
        await desk.votes.cast({ round, expert, packet, choice: said, second, note: isInvalid ? '涂改' : '' })
        if (isInvalid) invalid += 1
        else counts[own] += 1
      } else {
        await room.seat(round, expert).votes.cast({ round, expert, packet, choice: own })
        counts[own] += 1
      }
    }
    const closed = await desk.votes.close({ round, packet })
    const after = await askVote(closed, counts)
    expect(closed.tally).toMatchObject({ ...counts, passed: after.passed })
    expect(closed.needed).toBe(after.needed)
    expect(closed.quorum?.met ?? null).toBe(after.quorumMet)
    expect(closed.tally?.sentence['zh-CN']).toBe(after.sentence)
    const valid = counts.for + counts.against + counts.abstain
    expect(closed.paper).toEqual({ issued: closed.present, returned: valid + invalid, valid, invalid })
    // The wall shows the count only once it is published, and then the same sentence.
    expect((await desk.wall.show({ round })).vote?.tally).toBeNull()
    await desk.votes.publish({ round, packet })
    const onWall = (await desk.wall.show({ round })).vote
    expect([onWall?.packet, onWall?.tally?.sentence['zh-CN'], onWall?.needed]).toEqual([
      packet,
      after.sentence,
      after.needed,
    ])
  }
})

test('one of these rooms at least needed a run-off', () => {
  expect(runOffs).toBeGreaterThan(0)
})
