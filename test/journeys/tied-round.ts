/**
 * A selection of five at the end of its votes, with everything that a person still decides: two of one unit and trade
 * level with each other, two level below them, and one that was taken back.
 */
import { submitSheet } from '#host/acts/submit-sheet.ts'
import { openHost } from '#host/host.ts'
import { deskClient, playRound } from '#host/sample/play.ts'
import { samplePath } from '#test/room.ts'

/** Votes against, by number of the application; everybody else of the five is for it. */
const against = [0, 1, 1, 0, 0]
const two = { numerator: 2, denominator: 3, strict: false, base: 'present' } as const

/** Plays it into the store; answers the round's id. */
export async function playTiedRound(store: string): Promise<string> {
  const host = openHost(store)
  const caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null } as const
  const ctx = { host, caller }
  const desk = deskClient(ctx)
  try {
    const round = await playRound(ctx, {
      ...{ scheme: 'chongqing-2024', activity: 'selection', experts: 5, packets: 5, upTo: 'material-check' },
      ...{ decidedBy: 'vote', withRubric: false, withVote: true },
    })
    const packets = (await desk.packets.list({ round })).map(({ packet }) => packet)
    const correct = (at: number, field: string, value: string) =>
      desk.packets.correct({ round, packet: packets[at] ?? '', field, value, reason: '按证明材料更正（样例）' })
    await correct(3, 'cover_unit', '测试重型机床厂')
    await correct(3, 'leader_occupation', '钳工')
    for (const [at, packet] of packets.entries()) {
      await correct(at, 'cover_level', '市级')
      const { materials } = await desk.packets.show({ round, packet })
      const present = Object.fromEntries(materials.map(({ id }) => [id, true]))
      await desk.packets.check({ round, packet, outcome: 'accepted', note: '材料齐全', materials: present })
    }
    await desk.stages.close({ round, stage: 'material-check' })

    const listed = await desk.experts.import({ round, path: samplePath('experts.xlsx') })
    const members = listed.slice(0, 5).map(({ expert }) => expert)
    await desk.panel.set({ round, members, chair: members[0] ?? null })
    await desk.stages.close({ round, stage: 'panel' })

    const line = { places: 3, reserve: 1, steps: [], wayOut: 'second-vote' }
    await desk.rounds.adopt({ round, choice: 'line', value: line, note: '样例' })
    await desk.rounds.adopt({ round, choice: 'vote-rule', value: two, note: '样例' })
    for (const expert of members) await desk.recusals.declare({ round, expert, conflicts: [] })
    await desk.stages.close({ round, stage: 'recusal' })

    for (const expert of members) {
      for (const packet of packets) submitSheet(ctx, { round, expert, packet, judgements: {}, opinion: '样例意见。' })
    }
    await desk.stages.close({ round, stage: 'reading' })
    for (const packet of packets) await desk.minutes.record({ round, packet, text: '专家组一致认可（样例）。' })
    await desk.stages.close({ round, stage: 'deliberation' })

    for (const [at, packet] of packets.entries()) {
      await desk.votes.open({ round, packet })
      for (const [no, expert] of members.entries()) {
        const choice = no < (against[at] ?? 0) ? 'against' : 'for'
        await desk.votes.cast({ round, packet, expert, choice, second: { name: '样例监票人', choice } })
      }
      await desk.votes.close({ round, packet })
      await desk.votes.publish({ round, packet })
    }
    await desk.packets.withdraw({ round, packet: packets[4] ?? '', reason: '申报单位来函撤回（样例）' })
    await desk.stages.close({ round, stage: 'vote' })
    return round
  } finally {
    await host.close()
  }
}
