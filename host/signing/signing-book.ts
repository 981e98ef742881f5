/** What the papers say about keys and signers. */
import { readFile } from 'node:fs/promises'
import { secretary } from '#core/signing/act.ts'
import { pathOf } from '#db/packet-files.ts'
import type { ListedSigner, SigningBook } from '../papers/book.ts'
import type { Room } from '../room.ts'
import { roundKeys } from './act-signatures.ts'
import { signingPeople } from './people.ts'

/** Null while the round has no authority. */
export async function signingBook(room: Room): Promise<SigningBook | null> {
  const keys = roundKeys(room.file)
  if (!keys.authority) return null
  const people = signingPeople(room, keys).map(async ({ answer, ...who }): Promise<ListedSigner> => {
    const key = keys.current.get(who.person)
    const { answer: said, text, witness, at } = answer ?? { answer: 'refuse', text: '', witness: '', at: '' }
    return {
      ...who,
      answer: answer && { answer: said, text, witness, at },
      picture: answer?.picture ? await readFile(pathOf(room.folder, answer.picture)) : null,
      certificate: key ? { fingerprint: key.fingerprint, algorithm: key.algorithm, since: key.since } : null,
      signs: key !== undefined && (who.person === secretary || (answer !== null && answer.answer !== 'refuse')),
    }
  })
  return {
    authority: { fingerprint: keys.authority.fingerprint, second: keys.authority.second !== undefined },
    people: await Promise.all(people),
  }
}
