/** The final list against the score order: which applications depart from it, and so need a reason. Luzhou 第七条（四）3. */
import type { Exact } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'

/** One application: its aggregate (null: nobody scored it) and its place on the list (null: not on it). */
export type ListEntry = {
  readonly packet: string
  readonly name: string
  readonly value: Exact | null
  readonly place: number | null
  /** The rank after the adopted tie steps: of equal scores the one with the better rank goes before. */
  readonly rank?: number | null
}

/** Why an application stands elsewhere than the scores put it. */
export type Departure = { readonly packet: string; readonly because: Text }

/**
 * Every departure from the score order. An application departs when it is placed before one with a higher score, or
 * is left out although one with a lower or the same score is listed: the order of a list breaks no tie. Equal scores may
 * stand in any order, unless an adopted step told them apart; who merely moves up because another was left out does not depart, and ending the list earlier is
 * no departure.
 */
export function departures(entries: readonly ListEntry[]): Departure[] {
  const listed = entries.filter(({ place }) => place !== null).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
  return entries.flatMap((entry) => {
    const { packet, name } = entry
    const better = (other: ListEntry) => goesBefore(other, entry)
    if (entry.place === null) {
      const under = listed.find((other) => goesBefore(entry, other))
      if (!under) {
        const level = listed.find((other) => isLevel(entry, other) && !goesBefore(other, entry))
        if (!level) return []
        const same = `“${name}”与列入名单的“${level.name}”得分相同，却未列入`
        return [
          {
            packet,
            because: text(same, `"${name}" scored the same as "${level.name}", who is listed, and is left out`),
          },
        ]
      }
      const [zh, en] = isLevel(entry, under)
        ? [`“${name}”与列入名单的“${under.name}”得分相同、按选定的次序在前，却未列入`, 'went before']
        : [`“${name}”得分高于列入名单的“${under.name}”，却未列入`, 'scored above']
      return [{ packet, because: text(zh, `"${name}" ${en} "${under.name}", who is listed, and is left out`) }]
    }
    const behind = listed.slice(listed.indexOf(entry) + 1).filter(better)
    const [first] = behind
    if (!first) return []
    const others = behind.length > 1 ? text(`等 ${behind.length} 项`, ` and ${behind.length - 1} more`) : text('', '')
    return [
      {
        packet,
        because: isLevel(entry, first)
          ? text(
              `“${name}”排在得分相同、按选定的次序在前的“${first.name}”${others['zh-CN']}之前`,
              `"${name}" is placed before "${first.name}"${others.en}, whom the adopted tie step puts first`,
            )
          : text(
              `“${name}”排在得分更高的“${first.name}”${others['zh-CN']}之前`,
              `"${name}" is placed before "${first.name}"${others.en}, with a higher score`,
            ),
      },
    ]
  })
}

function isLevel({ value }: ListEntry, other: ListEntry): boolean {
  return value !== null && other.value !== null && value.equals(other.value)
}

/** By score; of equals the one that an adopted step put first. */
function goesBefore(one: ListEntry, other: ListEntry): boolean {
  if (!isLevel(one, other)) return exceeds(one.value, other.value)
  return one.rank != null && other.rank != null && one.rank < other.rank
}

function exceeds(one: Exact | null, other: Exact | null): boolean {
  if (one === null) return false
  return other === null || one.gt(other)
}

/** Places must be 1, 2, 3 … without gap or repetition. */
export function placesFit(places: readonly number[]): boolean {
  return places.toSorted((a, b) => a - b).every((place, index) => place === index + 1)
}

/** One application of the preliminary list: its place in score order and the exact points, as scoring ended. */
export type Preliminary = NonNullable<Payload<'stage.closed'>['order']>[number]

/** The preliminary list as the last end of scoring left it; empty where none was. */
export function preliminaryIn(entries: readonly Pick<Entry, 'kind' | 'payload'>[]): readonly Preliminary[] {
  const left = entries.flatMap(({ kind, payload }) => {
    if (kind !== 'stage.closed') return []
    const { stage, order } = payload as Payload<'stage.closed'>
    return stage === 'reading' ? [order ?? []] : []
  })
  return left.at(-1) ?? []
}
