/** What follows a selection under a scheme, worked out for whoever asks; nothing is stored. */
import { follow, stateNames, type WorkshopEvent } from '#core/afterwards/follow.ts'
import { type Beneficiary, payments } from '#core/afterwards/money.ts'
import { remindersOf } from '#core/afterwards/reminders.ts'
import { type RetirementGroup, retirementOf } from '#core/calendar/retirement.ts'
import { decimal } from '#core/exact/exact.ts'
import { text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import type { AfterwardsView, MoneyView, ReminderView, RetirementView, StandingView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { orRefuse } from './votes.ts'

/** `afterwards.show`. @throws Refused `no-afterwards`. */
export function showAfterwards({ host }: Ctx, { scheme }: { scheme: string }): AfterwardsView {
  return host.schemes.get(scheme)?.afterwards ?? refuse('no-afterwards', { scheme })
}

/** `afterwards.money`. @throws Refused `no-afterwards`, `unknown-level`. */
export function showMoney(ctx: Ctx, input: { scheme: string; workshops: Beneficiary[] }): MoneyView {
  const { rows, total, open } = orRefuse(payments(showAfterwards(ctx, input), input.workshops))
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
