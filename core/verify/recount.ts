/** The result anew, from the acts alone: every total, aggregate, rank, grade, vote and W, without a stored number. */
import { decimal, type Exact, exact, fromRatio, ratio, shown, spelled, sum } from '../exact/exact.ts'
import { text } from '../lang.ts'
import type { Entry } from '../ledger/entry.ts'
import type { EntryKind, FactValue, Judgement, Payload } from '../ledger/kinds.ts'
import { countedPoints, countingOf } from '../ranking/counting.ts'
import { kendallW } from '../ranking/kendall.ts'
import { rank, scoresOf } from '../ranking/rank.ts'
import { type SettledPlace, settleTies } from '../ranking/ties.ts'
import { type Aggregation, aggregate, aggregateByItem } from '../ranking/values.ts'
import { isRefusal } from '../refusal.ts'
import { decisionOf as decisionKindOf, usesRubric, usesVote } from '../round/stages.ts'
import { type Assessment, assess, gradeOf } from '../rubric/assess.ts'
import { factsWith } from '../rubric/with-judgements.ts'
import { activityOf, rubricOf, type Scheme } from '../scheme/scheme.ts'
import type { Claim } from './claims.ts'
import { ballotWord, countedVote, emptyVotes, neededVotes, type Votes, voteReaders } from './recount-votes.ts'

/** What a cell must show for a claim; undefined when the acts say nothing about it. */
export type Recount = (claim: Claim) => string | number | undefined

type State = {
  activity: string
  choices: Record<string, unknown>
  accepted: Set<string>
  facts: Map<string, Record<string, FactValue>>
  members: string[]
  recused: Map<string, Set<string>>
  sheets: Map<string, Payload<'sheet.submitted'>>
  votes: Votes
  listed: Map<string, number | null>
}

const pair = (expert: string, packet: string) => `${expert}/${packet}`

/** Reads the acts in order. */
function stateOf(entries: readonly Entry[]): State {
  const state: State = {
    activity: '',
    choices: {},
    accepted: new Set(),
    facts: new Map(),
    members: [],
    recused: new Map(),
    sheets: new Map(),
    votes: emptyVotes(),
    listed: new Map(),
  }
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  const apply = (entry: Entry): void => {
    const read = readers[entry.kind as EntryKind] as
      | ((state: State, payload: unknown, subject: string) => void)
      | undefined
    if (entry.payload !== null) read?.(state, entry.payload, entry.subject)
    // Of several versions handed in on different devices, somebody said which one counts.
    const kept =
      entry.kind === 'conflict.decided' ? byHash.get((entry.payload as Payload<'conflict.decided'>).kept) : undefined
    if (kept && kept !== entry) apply(kept)
  }
  entries.forEach(apply)
  return state
}

type Readers = { [K in EntryKind]?: (state: State, payload: Payload<K>, subject: string) => void }
const readers: Readers = {
  'round.created': (state, { activity }) => {
    state.activity = activity
  },
  'choice.adopted': (state, { choice, value }) => {
    state.choices[choice] = value
  },
  'packet.checked': (state, { outcome }, subject) => {
    if (outcome === 'accepted') state.accepted.add(subject)
    else state.accepted.delete(subject)
  },
  'packet.withdrawn': (state, _, subject) => {
    state.accepted.delete(subject)
  },
  'fact.recorded': (state, { key, value }, subject) => {
    state.facts.set(subject, { ...state.facts.get(subject), [key]: value })
  },
  'panel.constituted': (state, { members }) => {
    state.members = [...members]
  },
  'alternate.entered': (state, { alternate, replaces }) => {
    // one who sits already takes no second seat: two devices may have sent the same person to two
    if (state.members.includes(alternate)) return
    state.members = state.members.map((member) => (member === replaces ? alternate : member))
  },
  'declaration.made': (state, { conflicts }, subject) => {
    state.recused.set(subject, new Set(conflicts.map(({ packet }) => packet)))
  },
  'sheet.submitted': (state, payload) => {
    state.sheets.set(pair(payload.expert, payload.packet), payload)
  },
  // A second look that changes nothing leaves the first reason standing.
  'item.reconsidered': (state, { expert, packet, item, from, to, reason }) => {
    const sheet = state.sheets.get(pair(expert, packet))
    const judgement = sheet?.judgements[item]
    if (!sheet || !judgement || from === to) return
    const judgements = { ...sheet.judgements, [item]: { ...judgement, deduct: to, reason } }
    state.sheets.set(pair(expert, packet), { ...sheet, judgements })
  },
  'sheet.returned': (state, { expert, packet }) => {
    state.sheets.delete(pair(expert, packet))
  },
  'vote.prepared': ({ votes }, payload) => voteReaders['vote.prepared'](votes, payload),
  'vote.withdrawn': ({ votes }, payload) => voteReaders['vote.withdrawn'](votes, payload),
  'vote.opened': ({ votes }, payload) => voteReaders['vote.opened'](votes, payload),
  'ballot.cast': ({ votes }, payload) => voteReaders['ballot.cast'](votes, payload),
  'vote.closed': ({ votes }, payload) => voteReaders['vote.closed'](votes, payload),
  'list.settled': (state, { rows }) => {
    state.listed = new Map(rows.map(({ packet, place }) => [packet, place]))
  },
}

/** Two decimals, or all there are when there are more: as papers print points. */
function printed(spelling: string): number {
  if (spelling.includes('/')) return Number(shown(fromRatio(spelling), 2))
  return Number(spelling)
}

const none = '—'

/** Prepares the recount of one round. @throws Error when the scheme does not have the round's activity. */
export function recountOf(entries: readonly Entry[], scheme: Scheme, applicants: readonly string[]): Recount {
  const state = stateOf(entries)
  const activity = activityOf(scheme, state.activity)
  if (!activity) throw new Error(`no activity ${state.activity}`)
  const choices = state.choices as Parameters<typeof usesRubric>[1]
  const rubric = usesRubric(activity, choices) ? (choices['own-rubric'] ?? rubricOf(scheme, activity)) : undefined
  const withVote = usesVote(activity, choices)
  const kind = decisionKindOf(activity, choices)
  const counting = countingOf(choices.aggregation)
  const { method } = counting
  const packets = applicants.filter((packet) => state.accepted.has(packet))
  const { members } = state
  const isRecused = (expert: string, packet: string) => state.recused.get(expert)?.has(packet) === true
  const counts = (expert: string, packet: string) =>
    isRecused(expert, packet) ? undefined : state.sheets.get(pair(expert, packet))

  const made = new Map<string, Assessment>()
  const assessment = (expert: string, packet: string): Assessment | undefined => {
    const sheet = counts(expert, packet)
    if (!rubric || !sheet) return undefined
    const known = made.get(pair(expert, packet))
    if (known) return known
    const { fraction, 'bonus-in-grade': bonusInGrade } = choices
    const adopted = { ...(fraction && { fraction }), ...(bonusInGrade !== undefined && { bonusInGrade }) }
    const judgements: Readonly<Record<string, Judgement>> = sheet.judgements
    const fresh = assess({ rubric, facts: factsWith(rubric, state.facts.get(packet) ?? {}, judgements), adopted })
    made.set(pair(expert, packet), fresh)
    return fresh
  }
  const pointsOf = (expert: string, packet: string, isBase = false): Exact[] | null => {
    const own = assessment(expert, packet)
    return own && rubric ? countedPoints(rubric, counting, own.items, isBase) : null
  }
  const items = members.map((expert) => packets.map((packet) => pointsOf(expert, packet)))
  const scores = items.map((row) => row.map((points) => points && sum(points)))
  const byItem = counting.over === 'item' ? { items } : {}
  const ranking = rubric ? rank({ experts: members, applicants: packets, scores, method, ...byItem }) : null
  const column = (packet: string) => scoresOf(scores, packets.indexOf(packet))
  const onBaseOf = (packet: string): Exact | null => {
    const bases = members.map((expert) => pointsOf(expert, packet, true)).filter((points) => points !== null)
    return counting.over === 'item' ? aggregateByItem(method, bases) : aggregate(method, bases.map(sum))
  }

  const countOf = (packet: string) => (withVote ? countedVote(state.votes, packet) : null)

  // What tells equals apart was adopted before scoring; each step gives every application a figure, or none.
  const figureOf = (step: string, packet: string): Exact | null => {
    if (step === 'votes') {
      const votes = countOf(packet)?.for
      return votes === undefined ? null : exact(votes)
    }
    if (!step.startsWith('block-')) return aggregate(step as Aggregation, column(packet))
    const block = step.slice('block-'.length)
    const points = members.map((expert) => assessment(expert, packet)?.subtotals[block] ?? null)
    return aggregate(
      method,
      points.filter((own) => own !== null),
    )
  }
  const steps = (choices.line?.steps ?? []).map((step) => ({
    name: text(step, step),
    values: new Map(
      packets.flatMap((packet) => {
        const figure = figureOf(step, packet)
        return figure === null ? [] : [[packet, figure] as const]
      }),
    ),
  }))
  const places = new Map<string, SettledPlace>(
    ranking && !isRefusal(ranking)
      ? settleTies(ranking.places, steps).map((place) => [place.applicant, place] as const)
      : [],
  )

  const gradeName = (packet: string): string | null => {
    const value = places.get(packet)?.value
    const onBase = onBaseOf(packet)
    if (!rubric || kind !== 'grade' || !value || !onBase) return null
    const id = gradeOf(rubric, choices['bonus-in-grade'] === false ? onBase : value)
    return rubric.grades.find((grade) => grade.id === id)?.name['zh-CN'] ?? id
  }
  const decision = (packet: string): string => {
    const passed = countOf(packet)?.passed
    if (kind !== 'grade') {
      const place = state.listed.get(packet)
      const yes = kind === 'order' ? (place === undefined ? undefined : place !== null) : passed
      if (yes === undefined) return '待定'
      const verdicts = activity.decision.verdicts
      return yes ? (verdicts?.passed['zh-CN'] ?? '入选') : (verdicts?.failed['zh-CN'] ?? '未入选')
    }
    const grade = gradeName(packet)
    if (!grade || (withVote && passed === undefined)) return '待定'
    return withVote && !passed ? `${grade}（表决未通过，待复议）` : grade
  }
  const points = (value: Exact | null | undefined) => (value ? printed(decimal(value)) : none)
  const mean = (value: Exact | null) => (value ? Number(shown(value, 2)) : none)
  const absence = (expert: string, packet: string) => (isRecused(expert, packet) ? '回避' : '未提交')

  return ([what, packet, expert = '', item = '']) => {
    const own = assessment(expert, packet)
    switch (what) {
      case 'item':
        return points(own?.items[item])
      case 'subtotal':
        return points(own?.subtotals[item])
      case 'base':
        return points(own?.base)
      case 'bonus':
        return points(own?.bonus)
      case 'total':
        return own?.total ? points(own.total) : counts(expert, packet) ? none : absence(expert, packet)
      case 'counted': {
        const counted = scores[members.indexOf(expert)]?.[packets.indexOf(packet)]
        return counted ? printed(spelled(counted)) : counts(expert, packet) ? none : absence(expert, packet)
      }
      case 'deduct':
        return points(decimalOf(counts(expert, packet)?.judgements[item]?.deduct))
      case 'reason':
        return counts(expert, packet)?.judgements[item]?.reason
      case 'opinion':
        return counts(expert, packet)?.opinion || '（没有另写意见）'
      case 'mean':
      case 'trimmed-mean':
      case 'median':
        return mean(aggregate(what, column(packet)))
      case 'value':
        return mean(places.get(packet)?.value ?? null)
      case 'exact': {
        const value = places.get(packet)?.value
        return value ? ratio(value) : none
      }
      case 'rank':
        return places.get(packet)?.rank ?? none
      case 'grade':
        return gradeName(packet) ?? none
      case 'ballot':
        return ballotWord(state.votes, packet, expert)
      case 'for':
      case 'against':
      case 'abstain':
        return countOf(packet)?.[what] ?? none
      case 'votes': {
        const counted = countOf(packet)
        return counted ? `${counted.for} / ${counted.against} / ${counted.abstain}` : none
      }
      case 'needed':
        return neededVotes(state.votes, packet)
      case 'passed': {
        const counted = countOf(packet)
        return counted ? (counted.passed ? '通过' : '未通过') : '未表决'
      }
      case 'decision':
        return decision(packet)
      case 'W':
        return kendallW(scores)?.corrected ?? '不能计算'
      case 'W-uncorrected':
        return kendallW(scores)?.uncorrected ?? '不能计算'
    }
  }
}

function decimalOf(spelling: string | undefined): Exact | null {
  return spelling === undefined ? null : exact(spelling)
}
