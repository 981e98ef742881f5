/** The sample people's keys, answers and signatures, through the host's own methods. */
import { secretary } from '#core/signing/act.ts'
import { sampleHandwriting } from './handwriting.ts'
import type { Desk } from './play.ts'

/** Keys of one kind for everybody, or of both kinds one after another. */
export const sampleKeys = ['RS256', 'ES256', 'mixed'] as const
export type SampleKeys = (typeof sampleKeys)[number]

type SignedPlay = { round: string; members: readonly string[]; keys: SampleKeys | undefined }

/** Sample keys protect nothing: their PIN is the same for everybody. */
export const samplePin = '246810'
const kindOf = (keys: SampleKeys | undefined, at: number) =>
  keys === 'mixed' ? (at % 2 === 0 ? 'ES256' : 'RS256') : (keys ?? 'RS256')

/** Sets up signatures under an invented secretary. */
export async function beginSampleSigning(desk: Desk, round: string, keys: SampleKeys, second = false): Promise<void> {
  await desk.signing.begin({ round, name: '样例秘书', pin: samplePin, algorithm: kindOf(keys, 1), second })
}

/** A key on this laptop for every member. */
export async function makeSampleKeys(desk: Desk, { round, members, keys }: SignedPlay): Promise<void> {
  for (const [at, person] of members.entries()) {
    await desk.signing.make({ round, person, pin: samplePin, algorithm: kindOf(keys, at) })
  }
}

/** Everybody answers, one with dissent, and signs; the secretary last. */
export async function signSampleWorkbook(desk: Desk, { round, members }: SignedPlay): Promise<void> {
  const { people } = await desk.signing.show({ round })
  for (const [at, expert] of members.entries()) {
    const name = people.find(({ person }) => person === expert)?.name ?? ''
    const dissents = at === 2
    await desk.signing.answer({
      round,
      expert,
      answer: dissents ? 'dissent' : 'sign',
      text: dissents ? '对第 3 号申报成果推广的证明力保留意见（样例）。' : '',
      picture: await sampleHandwriting(name, at),
    })
  }
  await desk.signing.seal({ round })
  for (const person of [...members, secretary]) await desk.signing.sign({ round, person })
}
