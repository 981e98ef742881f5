/** Where an expert stands far from the others: after closing, or at once where the organiser wanted a hint. */
import { decimal, type Exact, exact } from '#core/exact/exact.ts'
import { refuse } from '#core/refusal.ts'
import { hasBegun } from '#core/round/stages.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import { standsFar } from '#core/rubric/distance.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { allFields } from '#db/queries/packets.ts'
import { allMembers } from '#db/queries/people.ts'
import { allReconsiderations, arrangement } from '#db/queries/scoring.ts'
import type { ArrangementView, SecondLookView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, memberIn, type Room } from '../room.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { titleOf } from './titles.ts'

/** How reading is arranged in this round. */
export function showArrangement(ctx: Ctx, { round }: { round: string }): ArrangementView {
  const room = enter(ctx, round)
  return { ...arrangement(room.file), fixed: hasBegun(room.stages, room.stage, 'reading') }
}

type Pair = { expert: string; packet: string }
type Farness = (pair: Pair, item: string) => boolean

/**
 * Tells for any pair and item whether the expert stands far from the others who have submitted. Judged by the points as
 * they were before anybody looked again, so that one change asks nobody new.
 */
export function farnessIn(room: Room, scoring: Scoring): Farness {
  const { farFrom } = arrangement(room.file)
  const { rubric } = room
  if (!rubric || farFrom === null) return () => false
  const first = new Map(
    allReconsiderations(room.file).map((one) => [`${one.expert}/${one.packet}/${one.item}`, one.from]),
  )
  const items = new Map(itemsOf(rubric).map((item) => [item.id, item]))
  const members = allMembers(room.file)
  const deductionOf = ({ expert, packet }: Pair, item: string): Exact | null => {
    const deduct = first.get(`${expert}/${packet}/${item}`) ?? scoring.judgements({ expert, packet })[item]?.deduct
    return deduct === undefined ? null : exact(deduct)
  }
  return (pair, id) => {
    const item = items.get(id)
    const own = deductionOf(pair, id)
    if (!item || !own) return false
    const others = members
      .map(({ expert }) => ({ expert, packet: pair.packet }))
      .filter((other) => other.expert !== pair.expert && scoring.state(other) === 'submitted')
      .flatMap((other) => deductionOf(other, id) ?? [])
    // Deductions from one maximum lie as far apart as the points do.
    return standsFar(own, others, exact(item.max), farFrom)
  }
}

/**
 * The items this expert is asked to look at again, with the own points only: never a name or a value of anybody else.
 * @throws Refused `blind` before scoring is closed.
 */
export function showSecondRound(ctx: Ctx, { round, expert }: { round: string; expert: string }): SecondLookView[] {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  if (!room.closed.has('reading')) refuse('blind')
  const { rubric } = room
  if (!rubric) return []
  const scoring = readScoring(room)
  const isFar = farnessIn(room, scoring)
  const titles = titleOf(room, allFields(room.file))
  const answers = new Map(
    allReconsiderations(room.file)
      .filter((one) => one.expert === member.expert)
      .map((one) => [`${one.packet}/${one.item}`, one]),
  )
  return acceptedPackets(room).flatMap(({ id: packet, no }) => {
    const pair = { expert: member.expert, packet }
    if (scoring.state(pair) !== 'submitted') return []
    return judgementItems(rubric, scoring.facts(packet))
      .filter(({ id }) => isFar(pair, id) || answers.has(`${packet}/${id}`))
      .map(({ id, max, mustDeduct }): SecondLookView => {
        const item = itemsOf(rubric).find((one) => one.id === id)
        const answer = answers.get(`${packet}/${id}`)
        const judgement = scoring.judgements(pair)[id]
        const whole = exact(item?.max ?? '0')
        const kept = (deduct: string) => decimal(whole.sub(exact(deduct)))
        return {
          packet,
          no,
          workshop: titles(packet).workshop,
          item: id,
          itemName: item?.name ?? { 'zh-CN': id, en: id },
          criterion: item?.criterion ?? { 'zh-CN': '', en: '' },
          max: item?.max ?? '0',
          maxDeduct: decimal(max),
          mustDeduct,
          points: kept(answer?.from ?? judgement?.deduct ?? '0'),
          reason: answer?.from === answer?.to ? (judgement?.reason ?? '') : '',
          answer: answer ? { points: kept(answer.to), reason: answer.reason, at: answer.at } : null,
        }
      })
  })
}
