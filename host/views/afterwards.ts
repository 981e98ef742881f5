/** What follows a selection under a scheme, worked out for whoever asks; nothing is stored. */
import type { Afterwards } from '#core/afterwards/afterwards.ts'
import { follow, stateNames, type WorkshopEvent } from '#core/afterwards/follow.ts'
import { type Beneficiary, payments } from '#core/afterwards/money.ts'
import { remindersOf } from '#core/afterwards/reminders.ts'
import { type RetirementGroup, retirementOf } from '#core/calendar/retirement.ts'
import { decimal } from '#core/exact/exact.ts'
import { text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import type { AfterwardsView, MoneyView, ReminderView, ResultRow, RetirementView, StandingView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'
import { type KnownFacts, knownOfBatch, levelOf } from './eligibility-facts.ts'
import { rankingOfRound } from './results.ts'
import { orRefuse } from './votes.ts'

/** `afterwards.show`. @throws Refused `no-afterwards`. */
export function showAfterwards({ host }: Ctx, { scheme }: { scheme: string }): AfterwardsView {
  return host.schemes.get(scheme)?.afterwards ?? refuse('no-afterwards', { scheme })
}

/** `afterwards.money`. @throws Refused `no-afterwards`, `unknown-level`. */
export function showMoney(ctx: Ctx, input: { scheme: string; workshops: Beneficiary[] }): MoneyView {
  return moneyView(showAfterwards(ctx, input), input.workshops)
}

/**
 * `afterwards.round`: what the round's selected workshops are paid, from their facts of eligibility.
 * @throws Refused `unknown-round`, `no-afterwards`, and what {@link resultOf} refuses.
 */
export function showRoundMoney(ctx: Ctx, { round }: { round: string }): MoneyView {
  return moneyOfRound(enter(ctx, round))
}

/** The same, for a round already entered. */
export function moneyOfRound(room: Room, rows: readonly ResultRow[] = rankingOfRound(room).rows): MoneyView {
  const { eligibility, afterwards } = room.scheme
  const scheme = afterwards ?? refuse('no-afterwards', { scheme: room.scheme.id })
  const batch = eligibility ? knownOfBatch(room, eligibility) : new Map<string, KnownFacts>()
  const selected = rows.filter(({ decisionCode }) => decisionCode === 'selected')
  const [first, ...others] = scheme.money.subsidies
  const workshops = selected.map(({ packet, workshop }): Beneficiary => {
    const known = batch.get(packet)
    const said = <T>(key: string, is: (value: unknown) => value is T) => {
      const value = known?.get(key)?.value
      return is(value) ? value : undefined
    }
    const level = eligibility && levelOf(eligibility, known)
    return {
      workshop,
      level: level ?? (others.length === 0 ? first?.level : undefined) ?? '',
      risesFrom: said('workshop.built_level', isWords),
      receivesHigher: said('workshop.public_money_received', isYesNo),
      matching: said('host.matching_commitment_wan', isWords),
    }
  })
  return moneyView(scheme, workshops)
}

const isWords = (value: unknown): value is string => typeof value === 'string'
const isYesNo = (value: unknown): value is boolean => typeof value === 'boolean'

function moneyView(scheme: Afterwards, workshops: readonly Beneficiary[]): MoneyView {
  const { rows, total, open } = orRefuse(payments(scheme, workshops))
  return { rows: rows.map((row) => ({ ...row, wan: row.wan && decimal(row.wan) })), total: decimal(total), open }
}

/** `afterwards.follow`. @throws Refused what {@link follow} refuses, `no-afterwards`. */
export function followWorkshop(
  ctx: Ctx,
  input: { scheme: string; named: string; events: WorkshopEvent[] },
): StandingView {
  const standing = orRefuse(follow(showAfterwards(ctx, input), input))
  return { ...standing, stateName: stateNames[standing.state] }
}

/** `afterwards.reminders`. @throws Refused `no-afterwards`. */
export function showReminders(ctx: Ctx, input: { scheme: string; named: string; on: string }): ReminderView[] {
  return remindersOf(showAfterwards(ctx, input), input)
}

/** `rules.retirement`. */
export function showRetirement(
  _: Ctx,
  question: { born: string; group: RetirementGroup; on?: string | undefined },
): RetirementView {
  return {
    ...retirementOf(question),
    warning: text(
      '仅供参考：没有计入弹性退休、特殊工种和已办延迟的情形，以单位核定的退休日期为准。',
      'A help only: elastic retirement, special trades and delays already granted are not in it; the date the unit has fixed decides.',
    ),
  }
}
