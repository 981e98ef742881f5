/** Who has a key in a round and in what capacity they sign: the panel, then the secretary. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import type { Certified, Keys } from '#core/signing/keys.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { allMembers } from '#db/queries/people.ts'
import type { Room } from '../room.ts'

export type Signatory = { readonly person: string; readonly name: string; readonly unit: string; readonly role: string }

export type Answer = Payload<'answer.given'> & { at: string; door: string }

/** The last answer of each member. */
export function answersOf(room: Pick<Room, 'file'>): Map<string, Answer> {
  return new Map(
    entriesOf(room.file, ['answer.given']).map(({ payload, at, by }) => {
      const answer = { ...(payload as Payload<'answer.given'>), at, door: by.door }
      return [answer.person, answer] as const
    }),
  )
}

/** Everybody who may sign, with what they have answered. */
export function signingPeople(room: Room, keys: Keys): (Signatory & { answer: Answer | null })[] {
  const answers = answersOf(room)
  return signatoriesOf(room, keys).map((who) => ({ ...who, answer: answers.get(who.person) ?? null }))
}

/** Every member in seat order, then the secretary under the name given when signatures were set up. */
export function signatoriesOf(room: Room, keys: Keys): Signatory[] {
  const members = allMembers(room.file).map(({ expert, chair, person }) => ({
    person: expert,
    name: person.name,
    unit: person.unit,
    role: chair ? '评审专家组组长' : '评审专家',
  }))
  const own = keys.current.get(secretary)
  const office = { person: secretary, name: own?.name ?? '秘书处', unit: room.row.organiser, role: '秘书处' }
  return [...members, office]
}

/** @throws Refused `unknown-expert`. */
export function signatoryIn(room: Room, keys: Keys, person: string): Signatory {
  return signatoriesOf(room, keys).find((one) => one.person === person) ?? refuse('unknown-expert', { expert: person })
}

/** @throws Refused `no-key`. */
export function certifiedOf(keys: Keys, { person, name }: Signatory): Certified {
  return keys.current.get(person) ?? refuse('no-key', { name })
}
