/** Follows one workshop through what happened to it: where it stands, what that brings, what may come next. */
import { addMonths } from '../calendar/day.ts'
import { type Text, text } from '../lang.ts'
import { isRefusal, type Refusal, refusal } from '../refusal.ts'
import type { Afterwards, EffectKind, Step, WorkshopEventKind, WorkshopState } from './afterwards.ts'

export type WorkshopEvent = {
  readonly event: WorkshopEventKind
  readonly on: string
  /** Where things are to be put right: the last day for it. The period begins the day after the written notice. */
  readonly until?: string | undefined
  /** Where the document leaves two ways. */
  readonly to?: WorkshopState | undefined
}

export type Effect = {
  readonly kind: EffectKind
  readonly on: string
  /** For a ban: the first day on which an application is possible again. */
  readonly until: string | null
  readonly text: Text
}

export type Standing = {
  readonly state: WorkshopState
  readonly since: string
  readonly clause: string | null
  /** The last day to put things right, while rectifying. */
  readonly rectifyBy: string | null
  readonly effects: readonly Effect[]
  /** What the document lets happen next. */
  readonly next: readonly { event: WorkshopEventKind; to: readonly WorkshopState[]; clause: string; text: Text }[]
}

/**
 * Where a workshop stands after its events, in their order.
 * Refuses `no-such-step` (the document knows no such event there), `events-out-of-order`, `step-needs-choice`,
 * `rectification-open`, `rectification-too-long`, `rectification-exact`, `outside-watch`.
 */
export function follow(
  scheme: Afterwards,
  { named, events }: { named: string; events: readonly WorkshopEvent[] },
): Standing | Refusal {
  let standing: Omit<Standing, 'next'> = {
    state: scheme.period ? 'building' : 'standing',
    since: named,
    clause: null,
    rectifyBy: null,
    effects: [],
  }
  for (const event of events) {
    if (event.on < standing.since) return refusal('events-out-of-order', { on: event.on, since: standing.since })
    const taken = take(scheme, named, standing, event)
    if (isRefusal(taken)) return taken
    standing = taken
  }
  const { state } = standing
  return {
    ...standing,
    next: scheme.steps
      .filter(({ from }) => from.includes(state))
      .map(({ event, to, clause, text: words }) => ({ event, to, clause, text: words })),
  }
}

function take(
  scheme: Afterwards,
  named: string,
  before: Omit<Standing, 'next'>,
  event: WorkshopEvent,
): Omit<Standing, 'next'> | Refusal {
  const step = scheme.steps.find((one) => one.event === event.event && one.from.includes(before.state))
  if (!step) return refusal('no-such-step', { event: eventNames[event.event], state: stateNames[before.state] })
  if (event.event === 'ground-found' && scheme.watch && event.on > addMonths(named, scheme.watch.months)) {
    return refusal('outside-watch', { clause: scheme.watch.clause, until: addMonths(named, scheme.watch.months) })
  }
  const [only, ...others] = step.to
  const to = event.to ?? (others.length === 0 ? only : undefined)
  if (to === undefined || !step.to.includes(to)) {
    return refusal('step-needs-choice', { clause: step.clause, choices: step.to })
  }
  const rectifyBy = rectifyUntil(step, event)
  if (isRefusal(rectifyBy)) return rectifyBy
  const kinds: EffectKind[] = [...(to === 'revoked' ? (['title-cancelled'] as const) : []), ...step.effects]
  return {
    state: to,
    since: event.on,
    clause: step.clause,
    rectifyBy,
    effects: [...before.effects, ...kinds.map((kind) => effectOf(scheme, kind, event.on))],
  }
}

function rectifyUntil({ rectification, clause }: Step, { on, until }: WorkshopEvent): string | null | Refusal {
  if (!rectification) return null
  if (rectification.length === 'exact') {
    const end = addMonths(on, rectification.months)
    return until === undefined || until === end ? end : refusal('rectification-exact', { clause, until: end })
  }
  if (until === undefined || until <= on) return refusal('rectification-open', { clause })
  if (rectification.length === 'entered') return until
  const last = addMonths(on, rectification.months)
  return until <= last
    ? until
    : refusal('rectification-too-long', { clause, months: rectification.months, until: last })
}

function effectOf(scheme: Afterwards, kind: EffectKind, on: string): Effect {
  const until = kind === 'ban' && scheme.ban ? addMonths(on, scheme.ban.months) : null
  return { kind, on, until, text: effectText(scheme, kind, until) }
}

function effectText({ ban, money }: Afterwards, kind: EffectKind, until: string | null): Text {
  switch (kind) {
    case 'title-cancelled':
      return text('取消（撤销）工作室称号', 'the title is cancelled')
    case 'plaque-returned':
      return text('收回牌匾', 'the plaque is taken back')
    case 'money-recovered':
      return (
        money.recovery ??
        text(
          '追回补助资金：拟追回全额，由组织单位决定',
          'the subsidy is recovered: in full, unless the organiser decides otherwise',
        )
      )
    case 'prize-paid':
      return text(
        `一次性补贴 ${money.prize?.wan ?? '0'} 万元`,
        `a prize of ${money.prize?.wan ?? '0'} × 10,000 yuan, once`,
      )
    case 'ban':
      return text(
        `${ban?.binds['zh-CN'] ?? ''}满 ${ban?.months ?? 0} 个月（${until ?? ''}）前不得申办`,
        `no application before ${until ?? ''} (${ban?.months ?? 0} full months): ${ban?.binds.en ?? ''}`,
      )
    case 'preferred':
      return text('优先推荐上一层级', 'preferred for the next level')
    case 'announced':
      return text('向社会公告', 'announced to the public')
  }
}

/** The words for states and events, for screens and refusals. */
export const stateNames: Readonly<Record<WorkshopState, Text>> = {
  building: text('建设期内', 'in its building period'),
  standing: text('正常', 'standing'),
  rectifying: text('限期整改', 'under rectification'),
  downgraded: text('已降级', 'downgraded'),
  revoked: text('已取消称号', 'revoked'),
}
const eventNames: Readonly<Record<WorkshopEventKind, Text>> = {
  'assessed-excellent': text('考核优秀', 'assessed as excellent'),
  'assessed-qualified': text('考核合格', 'assessed as qualified'),
  'assessed-unqualified': text('考核不合格', 'assessed as unqualified'),
  'ordered-to-rectify': text('要求限期整改', 'ordered to rectify'),
  'reassessed-qualified': text('整改后合格', 'qualified after rectification'),
  'reassessed-unqualified': text('整改后仍不合格', 'still unqualified after rectification'),
  'ground-found': text('发现取消情形', 'a ground of revocation found'),
}
