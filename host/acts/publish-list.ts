/** Posts the public list: where, from which day, in which order. A later posting replaces the dates. */

import { publicity } from '#core/calendar/publicity.ts'
import type { NeutralOrder } from '#core/publication/neutral-order.ts'
import { isRefusal, Refused, refuse } from '#core/refusal.ts'
import type { PublicationView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { calendarOf } from '../views/calendars.ts'
import { prescribedOf, publicationOf } from '../views/publication.ts'

/** @throws Refused `result-not-frozen`, `wrong-stage`, `publicity-too-short`, `no-calendar`. */
export function publishList(
  ctx: Ctx,
  input: {
    round: string
    posted: string
    length: number
    unit: 'working' | 'calendar'
    place: string
    order: NeutralOrder
    region?: string | undefined
  },
): PublicationView {
  const room = enter(ctx, input.round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'publish', ctx.caller.lang)
  const { posted, length, unit, place, order } = input
  const { prescribed } = prescribedOf(room)
  if (prescribed && (unit !== prescribed.unit || length < prescribed.length)) {
    refuse('publicity-too-short', {
      days: prescribed.length,
      unit:
        prescribed.unit === 'working'
          ? { 'zh-CN': '工作日', en: 'working days' }
          : { 'zh-CN': '自然日', en: 'calendar days' },
      given: length,
    })
  }
  const days = publicity({ posted, length, unit }, calendarOf(ctx, input.region ?? ''))
  if (isRefusal(days)) throw new Refused(days)
  const { firstDay, lastDay, nextStep } = days
  const payload = { posted, length, unit, place, order, firstDay, lastDay, nextStep }
  decide(ctx, room, [{ kind: 'list.published', by: actorOf(ctx), subject: room.id, payload }], ['result', 'round'])
  return publicationOf(room)
}
