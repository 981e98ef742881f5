/**
 * Who is above the line, and why: places by level and in all, caps of recommenders, one for each unit and trade, ties
 * at the last place. Each applicant gets a state and the clause it follows from; order within a rank decides nothing.
 */
import type { Exact } from '../exact/exact.ts'

/** Where a rule of the line comes from: the document's clause, or the organiser's adoption. */
export type Ground = { readonly clause: string; readonly adopted: boolean }

/** Why an applicant is not in the contest at all, yet stays listed. */
export type Standing = 'competes' | 'excluded' | 'withdrawn' | 'too-few-scores' | 'held'

export type Candidate = {
  readonly id: string
  readonly standing: Standing
  /** What the record says about a standing other than `competes`. */
  readonly note?: string
  /** Competition rank after the adopted tie steps; null where the round does not rank. */
  readonly rank: number | null
  readonly value: Exact | null
  readonly level?: string
  readonly unit?: string
  readonly trade?: string
  readonly recommender?: { readonly id: string; readonly kind?: string; readonly order: number | null }
  /** The named vote, where there is one. */
  readonly vote?: { readonly votes: number; readonly needed: number; readonly passed: boolean }
}

export type Cap = Ground & {
  /** Only recommenders of these kinds, only this level; left out: all. */
  readonly kinds?: readonly string[]
  readonly level?: string
  readonly most: number
  /** A soft cap yields to a reason in writing for the applicant beyond it. */
  readonly hard: boolean
}

/** How a tie at the last place is to be decided, as adopted or prescribed. */
export const wayOuts = ['second-vote', 'reserve-list', 'leave-open'] as const
export type WayOut = (typeof wayOuts)[number]

export type LineRules = {
  /** The most that may be selected in all (控制数, 名额). */
  readonly places?: Ground & { readonly most: number }
  readonly levels?: readonly (Ground & { readonly level: string; readonly most: number })[]
  readonly caps?: readonly Cap[]
  /** One for each unit and trade (and level). A soft one yields to a reason in writing. */
  readonly onePerUnitAndTrade?: Ground & { readonly hard: boolean; readonly perLevel: boolean }
  /** The lowest result that may be selected. */
  readonly minimum?: Ground & { readonly value: Exact }
  /** Selected is only who passed the named vote. */
  readonly vote?: Ground
  /** So many of the next ranks are held in reserve. */
  readonly reserve?: Ground & { readonly most: number }
  readonly wayOut?: Ground & { readonly way: WayOut }
}

/** What was decided in writing beside the rules. */
export type LineDecisions = {
  /** Reasons that let an applicant past a soft rule, by id. */
  readonly exceptions?: Readonly<Record<string, string>>
  /** Votes of a second vote among those tied at the line, by id. */
  readonly secondVote?: Readonly<Record<string, number>>
}

export type LineState = 'in' | 'out' | 'undecided' | 'reserve'
export type LineRule =
  | 'standing'
  | 'recommender-cap'
  | 'recommender-order'
  | 'vote'
  | 'minimum'
  | 'unit-and-trade'
  | 'level-places'
  | 'places'
  | 'tie-at-the-line'
  | 'depends'
  | 'within'
  | 'second-vote'

/** What the rules say of one applicant. Others it is held against are named by id. */
export type Verdict = {
  readonly id: string
  readonly state: LineState
  readonly rule: LineRule
  readonly ground: Ground | null
  /** The limit that decides: places, cap, votes needed. */
  readonly limit: number | null
  /** Those it is tied or in conflict with, or who stand where it would have to stand. */
  readonly against: readonly string[]
  /** Places left for those tied. */
  readonly left: number | null
  /** Place in the reserve. */
  readonly reserve: number | null
  /** The reason in writing that let it past a soft rule. */
  readonly exception: string | null
}

export type Line = { readonly verdicts: readonly Verdict[]; readonly wayOut: (Ground & { way: WayOut }) | null }

const plain = {
  ground: null,
  limit: null,
  against: [],
  left: null,
  reserve: null,
  exception: null,
} as const satisfies Omit<Verdict, 'id' | 'state' | 'rule'>

/** Goes down the ranks and says of each applicant where it stands. */
export function solveLine(candidates: readonly Candidate[], rules: LineRules, decided: LineDecisions = {}): Line {
  const walk = new Walk(candidates, rules, decided)
  for (const candidate of candidates) walk.before(candidate)
  const waiting = candidates.filter(({ id }) => !walk.verdicts.has(id))
  const unranked = Number.MAX_SAFE_INTEGER
  const groups = Map.groupBy(waiting, ({ rank }) => rank ?? unranked)
  for (const rank of [...groups.keys()].toSorted((a, b) => a - b)) walk.group(groups.get(rank) ?? [])
  walk.fillReserve(waiting)
  const verdicts = candidates.flatMap(({ id }) => walk.verdicts.get(id) ?? [])
  return { verdicts, wayOut: rules.wayOut ?? null }
}

class Walk {
  readonly verdicts = new Map<string, Verdict>()
  readonly #candidates: readonly Candidate[]
  readonly #rules: LineRules
  readonly #decided: LineDecisions
  /** Places taken, surely or by somebody of a tied group. */
  readonly #taken: { all: number; byLevel: Map<string, number> } = { all: 0, byLevel: new Map() }
  /** Who holds, or may come to hold, a unit and trade. */
  readonly #holders = new Map<string, { ids: string[]; sure: boolean }>()

  constructor(candidates: readonly Candidate[], rules: LineRules, decided: LineDecisions) {
    this.#candidates = candidates
    this.#rules = rules
    this.#decided = decided
  }

  #say(id: string, verdict: Partial<Verdict> & Pick<Verdict, 'state' | 'rule'>): void {
    this.verdicts.set(id, { id, ...plain, exception: this.#decided.exceptions?.[id] ?? null, ...verdict })
  }

  /** What keeps an applicant out before anybody is compared. */
  before(candidate: Candidate): void {
    const { id, standing, vote, value } = candidate
    const { minimum, vote: byVote } = this.#rules
    if (standing !== 'competes') this.#say(id, { state: 'out', rule: 'standing' })
    else if (this.#overCap(candidate)) return
    else if (byVote && vote && !vote.passed) {
      this.#say(id, { state: 'out', rule: 'vote', ground: byVote, limit: vote.needed })
    } else if (minimum && value && value.compare(minimum.value) < 0) {
      this.#say(id, { state: 'out', rule: 'minimum', ground: minimum })
    }
  }

  /** A recommender's own order says who is beyond its cap; without an order nobody can say. */
  #overCap(candidate: Candidate): boolean {
    const { id, recommender } = candidate
    if (!recommender) return false
    const reason = this.#decided.exceptions?.[id]
    for (const cap of this.#rules.caps ?? []) {
      if (!covers(cap, candidate) || (!cap.hard && reason)) continue
      const sent = this.#candidates.filter(
        (other) => other.recommender?.id === recommender.id && covers(cap, other) && other.standing !== 'withdrawn',
      )
      if (sent.length <= cap.most) continue
      const against = sent.filter((other) => other.id !== id).map((other) => other.id)
      const orders = sent.map((other) => other.recommender?.order)
      if (orders.includes(null) || new Set(orders).size < orders.length) {
        this.#say(id, { state: 'undecided', rule: 'recommender-order', ground: cap, limit: cap.most, against })
        return true
      }
      const before = sent.filter((other) => (other.recommender?.order ?? 0) < (recommender.order ?? 0))
      if (before.length < cap.most) continue
      this.#say(id, { state: 'out', rule: 'recommender-cap', ground: cap, limit: cap.most, against: before.map(idOf) })
      return true
    }
    return false
  }

  /** Those of one rank: they are in together, out together, or tied at the line. */
  group(members: readonly Candidate[]): void {
    const free = members.filter((member) => !this.#blockedByUnit(member))
    const shared = Map.groupBy(free, (member) => this.#unitKey(member) ?? member.id)
    const classes = [...shared.values()].map((equals) => this.#firstOf(equals))
    for (const [level, ofLevel] of Map.groupBy(classes, ([one]) => one?.level ?? '')) {
      this.#seat(ofLevel, level)
    }
  }

  /** Of equals with one unit and trade, the one ahead in the second vote, the others being out; all where it says nothing. */
  #firstOf(equals: readonly Candidate[]): readonly Candidate[] {
    const decided = this.#bySecondVote(
      equals.map((one) => [one]),
      1,
    )
    if (equals.length === 1 || !decided) return equals
    const first = decided.in.flat()
    const ground = this.#rules.onePerUnitAndTrade ?? null
    for (const { id } of decided.out.flat()) {
      this.#say(id, { state: 'out', rule: 'unit-and-trade', ground, limit: 1, against: first.map(idOf) })
    }
    return first
  }

  /** `classes`: who shares a unit and trade counts once, for only one of them can be in. */
  #seat(classes: readonly (readonly Candidate[])[], level: string): void {
    const { places, levels } = this.#rules
    const ofLevel = levels?.find((entry) => entry.level === level)
    const leftOfLevel = ofLevel ? ofLevel.most - (this.#taken.byLevel.get(level) ?? 0) : Number.POSITIVE_INFINITY
    const leftOfAll = places ? places.most - this.#taken.all : Number.POSITIVE_INFINITY
    const left = Math.max(0, Math.min(leftOfLevel, leftOfAll))
    const [rule, ground] =
      leftOfLevel <= leftOfAll ? (['level-places', ofLevel] as const) : (['places', places] as const)
    const limit = ground?.most ?? null
    if (left === 0) {
      const inside = this.#insiders(rule === 'level-places' ? level : null)
      for (const { id } of classes.flat()) {
        this.#say(id, { state: 'out', rule, ground: ground ?? null, limit, against: inside })
      }
    } else if (classes.length > left) this.#tie(classes, { left, ground: ground ?? null, limit, level })
    else for (const members of classes) this.#admit(members, level)
  }

  /** A class of one is in; a class of several equals is tied for its one place. */
  #admit(members: readonly Candidate[], level: string, rule: LineRule = 'within'): void {
    const [only] = members
    const ids = members.map(idOf)
    if (only && members.length === 1) this.#say(only.id, { state: 'in', rule })
    else {
      for (const { id } of members) {
        const against = ids.filter((other) => other !== id)
        const ground = this.#rules.onePerUnitAndTrade ?? null
        this.#say(id, { state: 'undecided', rule: 'unit-and-trade', ground, limit: 1, left: 1, against })
      }
    }
    this.#take(1, level)
    for (const member of members) this.#hold(member, ids, members.length === 1)
  }

  #tie(
    classes: readonly (readonly Candidate[])[],
    at: { left: number; ground: Ground | null; limit: number | null; level: string },
  ): void {
    const { left, ground, limit, level } = at
    const decided = this.#bySecondVote(classes, left)
    if (decided) {
      for (const members of decided.in) this.#admit(members, level, 'second-vote')
      for (const { id } of decided.out.flat()) {
        this.#say(id, { state: 'out', rule: 'second-vote', ground: this.#rules.wayOut ?? null, limit })
      }
      return
    }
    const ids = classes.flat().map(idOf)
    // Adopted before scoring: all of them go to the reserve together, and the places they are tied for stay open.
    const toReserve = this.#rules.wayOut?.way === 'reserve-list'
    const said = toReserve ? ({ state: 'reserve', reserve: 1 } as const) : ({ state: 'undecided' } as const)
    for (const member of classes.flat()) {
      const against = ids.filter((other) => other !== member.id)
      this.#say(member.id, { ...said, rule: 'tie-at-the-line', ground, limit, left, against })
      this.#hold(member, ids, false)
    }
    this.#take(left, level)
  }

  /** The second vote decides when every one of them has votes and none are equal across the line. */
  #bySecondVote(classes: readonly (readonly Candidate[])[], left: number) {
    const votes = this.#decided.secondVote
    const [alone, known] = [classes.every(({ length }) => length === 1), classes.map(([one]) => votes?.[one?.id ?? ''])]
    if (!votes || !alone || known.includes(undefined)) return null
    const ordered = classes.toSorted(([a], [b]) => (votes[b?.id ?? ''] ?? 0) - (votes[a?.id ?? ''] ?? 0))
    const voteAt = (place: number) => votes[ordered[place]?.[0]?.id ?? '']
    if (voteAt(left - 1) === voteAt(left)) return null
    return { in: ordered.slice(0, left), out: ordered.slice(left) }
  }

  #blockedByUnit(member: Candidate): boolean {
    const key = this.#unitKey(member)
    const holder = key === null ? undefined : this.#holders.get(key)
    if (!holder) return false
    const ground = this.#rules.onePerUnitAndTrade ?? null
    const against = holder.ids
    if (holder.sure) this.#say(member.id, { state: 'out', rule: 'unit-and-trade', ground, limit: 1, against })
    else this.#say(member.id, { state: 'undecided', rule: 'depends', ground, limit: 1, against })
    return true
  }

  /** What only one may have; null where the rule is not, or was excepted, or the record does not say. */
  #unitKey({ id, unit, trade, level }: Candidate): string | null {
    const rule = this.#rules.onePerUnitAndTrade
    if (!rule || !unit || !trade || (!rule.hard && this.#decided.exceptions?.[id])) return null
    return JSON.stringify([unit, trade, rule.perLevel ? (level ?? '') : ''])
  }

  #hold(member: Candidate, ids: string[], sure: boolean): void {
    const key = this.#unitKey(member)
    if (key !== null) this.#holders.set(key, { ids, sure })
  }

  #take(count: number, level: string): void {
    this.#taken.all += count
    this.#taken.byLevel.set(level, (this.#taken.byLevel.get(level) ?? 0) + count)
  }

  #insiders(level: string | null): string[] {
    const levelOf = new Map(this.#candidates.map((candidate) => [candidate.id, candidate.level ?? '']))
    return [...this.verdicts.values()]
      .filter(({ id, state }) => state === 'in' && (level === null || levelOf.get(id) === level))
      .map(({ id }) => id)
  }

  /** Of those tied at the line some or all will be out, and come first in the reserve: the rank of each of them. */
  #openLosers(waiting: readonly Candidate[]): number[] {
    const tied = waiting.filter(({ id }) => this.verdicts.get(id)?.rule === 'tie-at-the-line')
    const groups = Map.groupBy(tied, ({ rank, level }) => JSON.stringify([rank, level]))
    return [...groups.values()].flatMap((members) => {
      const { left = 0, state } = this.verdicts.get(members[0]?.id ?? '') ?? {}
      return members.slice(state === 'reserve' ? 0 : (left ?? 0)).map(({ rank }) => rank ?? 0)
    })
  }

  /** The next ranks below the line, as far as whole ranks fit. */
  fillReserve(waiting: readonly Candidate[]): void {
    const { reserve } = this.#rules
    if (!reserve) return
    const below = waiting.filter(({ id, rank }) => {
      const verdict = this.verdicts.get(id)
      return rank !== null && verdict?.state === 'out' && belowLine.has(verdict.rule)
    })
    const losers = this.#openLosers(waiting)
    for (const { id, rank } of below) {
      const above = below.filter((other) => (other.rank ?? 0) < (rank ?? 0)).length
      const before = above + losers.filter((tied) => tied < (rank ?? 0)).length
      const equal = below.filter((other) => other.rank === rank).length
      const verdict = this.verdicts.get(id)
      if (verdict && before + equal <= reserve.most) {
        this.verdicts.set(id, { ...verdict, state: 'reserve', reserve: before + 1 })
      }
    }
  }
}

/** Who is out by these stands next to the line. */
const belowLine: ReadonlySet<LineRule> = new Set<LineRule>(['places', 'level-places', 'second-vote'])

const idOf = ({ id }: Candidate): string => id

function covers(cap: Cap, { recommender, level }: Candidate): boolean {
  return (!cap.kinds || cap.kinds.includes(recommender?.kind ?? '')) && (!cap.level || cap.level === level)
}
