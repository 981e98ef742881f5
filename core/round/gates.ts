/** What each gate between two stages demands, and what is still missing, in words. */
import { type Text, text } from '../lang.ts'
import type { ChoiceId, GateId } from '../scheme/scheme.ts'

/** One application as the gates see it. */
export type GatePacket = {
  packet: string
  no: number
  workshop: string
  state: 'unchecked' | 'accepted' | 'returned'
  missingFacts: number
  visited: boolean
  minuted: boolean
  voteClosed: boolean
  /** Level with others where the places run out. */
  voteTied: boolean
}

/** A snapshot of the round, enough to judge every gate. */
export type Situation = {
  packets: readonly GatePacket[]
  panelProblems: readonly Text[]
  panelConstituted: boolean
  members: readonly { expert: string; seat: number; name: string; declared: boolean }[]
  /** Sheets that count and are not submitted: recused pairs are not among them. */
  openSheets: readonly { expert: string; seat: number; packet: string; no: number }[]
  choicesMissing: readonly { choice: ChoiceId; name: Text }[]
  /** Applications that recusals leave too few scores for the trimmed mean that was adopted. */
  tooFewToTrim: readonly { packet: string; no: number; workshop: string; active: number }[]
  /** Null where no final list decides; else whether it is settled, and which departures from the score order lack a reason. */
  finalList: { settled: boolean; unexplained: readonly { packet: string; text: Text }[] } | null
  /** Sheets of which the devices' work does not agree. */
  unproved: readonly { expert: string; seat: number; packet: string; no: number; why: UnprovedWhy }[]
  resultFrozen: boolean
}

/** Facts changed on another device meanwhile; two versions that differ; the rows are not what the ledger says. */
export type UnprovedWhy = 'stale' | 'duplicate' | 'altered'

export type MissingPoint = {
  gate: GateId
  text: Text
  where: { packet?: string; expert?: string; choice?: string } | null
}

const entitled = ({ no, workshop }: GatePacket) => `${no} ${workshop}`

function perPacket(
  gate: GateId,
  packets: readonly GatePacket[],
  wanting: (packet: GatePacket) => boolean,
  say: (name: string) => Text,
): MissingPoint[] {
  return packets
    .filter(wanting)
    .map((packet) => ({ gate, text: say(entitled(packet)), where: { packet: packet.packet } }))
}

/** One point for each seat: a panel with ten sheets open each is ten people to remind, not a hundred lines. */
function perSeat(gate: GateId, now: Situation): MissingPoint[] {
  const bySeat = now.openSheets.toSorted((a, b) => a.seat - b.seat)
  return [...Map.groupBy(bySeat, ({ expert }) => expert)].map(([expert, sheets]) => {
    const seat = sheets[0]?.seat ?? 0
    const name = now.members.find((member) => member.expert === expert)?.name ?? ''
    const numbers = sheets.map(({ no }) => no)
    const few = numbers.length <= 4
    return {
      gate,
      text: text(
        `第 ${seat} 席 ${name} 还有 ${sheets.length} 份未提交${few ? `（申报 ${numbers.join('、')}）` : ''}`,
        `Seat ${seat}, ${name}, has ${sheets.length} sheets to submit${few ? ` (${numbers.join(', ')})` : ''}`,
      ),
      where: sheets.length === 1 && sheets[0] ? { expert, packet: sheets[0].packet } : { expert },
    }
  })
}

const unprovedWords: Readonly<Record<UnprovedWhy, Text>> = {
  stale: text(
    '提交时不知道另一台电脑更正了事实，请退回重评',
    'was handed in without knowing of a fact corrected on another device; return it',
  ),
  duplicate: text('在两台设备上交了不同的版本，请本人选定一份', 'exists in two versions; the expert must choose one'),
  altered: text(
    '与台账不符，可能被改动，请从备份恢复或退回重评',
    'is not what the ledger says and may have been altered; restore a backup or return it',
  ),
}

/** One point for each sheet on which the devices' work does not agree. */
function unproved(gate: GateId, now: Situation): MissingPoint[] {
  return now.unproved.map(({ expert, seat, packet, no, why }) => {
    const name = now.members.find((member) => member.expert === expert)?.name ?? ''
    const words = unprovedWords[why]
    return {
      gate,
      text: text(
        `第 ${seat} 席 ${name} 对申报 ${no} 的评分表${words['zh-CN']}`,
        `The sheet of seat ${seat}, ${name}, on application ${no} ${words.en}`,
      ),
      where: { expert, packet },
    }
  })
}

/** The rules must be chosen, and must be able to give a result: afterwards they are fixed. */
function scoringRules(gate: GateId, now: Situation): MissingPoint[] {
  const open = now.choicesMissing.map(({ choice, name }) => ({
    gate,
    text: text(`“${name['zh-CN']}”尚未选定`, `"${name.en}" has not been chosen`),
    where: { choice },
  }))
  const thin = now.tooFewToTrim.map(({ no, workshop, active }) => ({
    gate,
    text: text(
      `“${no} ${workshop}”只有 ${active} 位专家评分，不够去掉最高分和最低分（至少五位）；请改用平均分或中位数`,
      `"${no} ${workshop}" is scored by ${active} experts, too few for a trimmed mean (five); adopt the mean or the median`,
    ),
    where: { choice: 'aggregation' },
  }))
  return [...open, ...thin]
}

/** What one gate still lacks; empty when it is open. */
export function missingFor(gate: GateId, now: Situation): MissingPoint[] {
  const accepted = now.packets.filter(({ state }) => state === 'accepted')
  switch (gate) {
    case 'some-packet-imported':
      if (now.packets.length > 0) return []
      return [{ gate, text: text('还没有导入申报材料', 'No application has been imported'), where: null }]
    case 'every-packet-checked': {
      const open = perPacket(
        gate,
        now.packets,
        ({ state }) => state === 'unchecked',
        (name) => text(`“${name}”尚未审查`, `"${name}" has not been checked`),
      )
      if (open.length > 0 || accepted.length > 0) return open
      return [{ gate, text: text('没有一份申报通过审查', 'No application passed the check'), where: null }]
    }
    case 'panel-valid':
      if (!now.panelConstituted) {
        return [{ gate, text: text('专家组还没有确定', 'The panel has not been set'), where: null }]
      }
      return now.panelProblems.map((problem) => ({ gate, text: problem, where: null }))
    case 'every-declaration-made':
      return now.members
        .filter(({ declared }) => !declared)
        .map(({ expert, seat, name }) => ({
          gate,
          text: text(`第 ${seat} 席 ${name} 尚未作回避申报`, `Seat ${seat}, ${name}, has not made the declaration`),
          where: { expert },
        }))
    case 'scoring-rules-adopted':
      return scoringRules(gate, now)
    case 'every-fact-recorded':
      return accepted
        .filter(({ missingFacts }) => missingFacts > 0)
        .map((packet) => ({
          gate,
          text: text(
            `“${entitled(packet)}”还有 ${packet.missingFacts} 项事实未登记`,
            `"${entitled(packet)}" still lacks ${packet.missingFacts} facts`,
          ),
          where: { packet: packet.packet },
        }))
    case 'every-sheet-submitted':
      return [...perSeat(gate, now), ...unproved(gate, now)]
    case 'every-visit-recorded':
      return perPacket(
        gate,
        accepted,
        ({ visited }) => !visited,
        (name) => text(`“${name}”没有现场考察记录`, `"${name}" has no visit record`),
      )
    case 'every-minutes-recorded':
      return perPacket(
        gate,
        accepted,
        ({ minuted }) => !minuted,
        (name) => text(`“${name}”没有评议记录`, `"${name}" has no minutes`),
      )
    case 'final-list-settled':
      if (now.finalList === null) return []
      if (!now.finalList.settled) {
        return [{ gate, text: text('最终建议名单还没有提出', 'The final list has not been settled'), where: null }]
      }
      return now.finalList.unexplained.map(({ packet, text: words }) => ({ gate, text: words, where: { packet } }))
    case 'every-vote-closed':
      return [
        ...perPacket(
          gate,
          accepted,
          ({ voteClosed }) => !voteClosed,
          (name) => text(`“${name}”尚未表决`, `"${name}" has not been voted on`),
        ),
        ...perPacket(
          gate,
          accepted,
          ({ voteTied }) => voteTied,
          (name) => text(`“${name}”末位票数并列，须再次表决`, `"${name}" is tied at the last place: vote again`),
        ),
      ]
    case 'result-frozen':
      return now.resultFrozen ? [] : [{ gate, text: text('结果还没有固定', 'The result is not frozen'), where: null }]
  }
}
