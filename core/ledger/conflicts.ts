/** Sheets and ballots that one person handed in on two devices, neither of which knew of the other. */

import { knowledgeOf } from './causality.ts'
import { canonicalJson, type Entry } from './entry.ts'
import type { Payload } from './kinds.ts'

/** What can be handed in twice. */
export type ConflictSubject = 'sheet' | 'ballot'

export type Standing = {
  readonly about: ConflictSubject
  readonly expert: string
  readonly packet: string
  /** The versions that stand, in the order of the ledger; the last of them is the one the rows show. */
  readonly versions: readonly Entry[]
  /** Whether the versions say different things; two equal ones are a repetition, no conflict. */
  readonly differ: boolean
}

const subjects: Readonly<Record<string, ConflictSubject>> = { 'sheet.submitted': 'sheet', 'ballot.cast': 'ballot' }

type Place = { expert: string; packet: string; turn?: number }

/**
 * For every sheet and ballot the versions that stand: each one handed in, less those that a later one, a return or the
 * person's own decision has put aside knowingly.
 * @param ordered a whole ledger in its order.
 */
export function standingVersions(ordered: readonly Entry[]): Standing[] {
  const knows = knowledgeOf(ordered)
  const found = new Map<string, { about: ConflictSubject; place: Place; versions: Entry[] }>()
  const slotOf = (about: ConflictSubject, { expert, packet, turn = 1 }: Place) => {
    // A repeated vote is another ballot, not the same one twice.
    const key = `${about}/${expert}/${packet}/${turn}`
    const slot = found.get(key) ?? { about, place: { expert, packet }, versions: [] }
    found.set(key, slot)
    return slot
  }
  for (const entry of ordered) {
    const about = subjects[entry.kind]
    if (about) {
      const slot = slotOf(about, entry.payload as Place)
      slot.versions = [...slot.versions.filter((version) => !knows(entry, version)), entry]
    } else if (entry.kind === 'sheet.returned') {
      const slot = slotOf('sheet', entry.payload as Place)
      slot.versions = slot.versions.filter((version) => !knows(entry, version))
    } else if (entry.kind === 'conflict.decided') {
      const { about: what, setAside, ...place } = entry.payload as Payload<'conflict.decided'>
      for (const slot of found.values()) {
        const isMeant = slot.about === what && slot.place.expert === place.expert && slot.place.packet === place.packet
        if (isMeant) slot.versions = slot.versions.filter(({ hash }) => !setAside.includes(hash))
      }
    }
  }
  return [...found.values()].map(({ about, place, versions }) => ({
    about,
    ...place,
    versions,
    differ: new Set(versions.map(contentOf)).size > 1,
  }))
}

/** What a version says, apart from when and where. */
function contentOf({ payload }: Entry): string {
  return canonicalJson(payload)
}

/** Those that the person must decide between. */
export function openConflicts(ordered: readonly Entry[]): Standing[] {
  return standingVersions(ordered).filter(({ differ }) => differ)
}
