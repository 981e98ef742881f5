/** What a member says at the end: sign, sign with dissent, or refuse. Saying nothing is none of them. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { keepBytes } from '#db/packet-files.ts'
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readPicture } from '../intake/picture.ts'
import { actorOf, decide, demandStage, enter, memberIn } from '../room.ts'
import { ledgerHead } from '../views/round.ts'
import { showSigning } from '../views/signing.ts'

const pictureLimit = 200 * 1024
const widest = { width: 2_000, height: 1_000 } as const

export type AnswerInput = {
  round: string
  expert: string
  answer: Payload<'answer.given'>['answer']
  text: string
  witness: string
  /** PNG in base64. */
  picture?: string | undefined
}

/**
 * Until the workbook is sealed a later answer replaces an earlier one; both stay in the ledger.
 * @throws Refused `result-not-frozen`, `dissent-needs-text`, `refusal-needs-reason`, `bad-picture`, `not-on-panel`.
 */
export async function giveAnswer(ctx: Ctx, input: AnswerInput): Promise<void> {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  const { expert, answer } = input
  const [said, witness] = [input.text.trim(), input.witness.trim()]
  if (answer === 'dissent' && said === '') refuse('dissent-needs-text')
  if (answer === 'refuse' && said === '' && witness === '') refuse('refusal-needs-reason')
  const picture = input.picture ? await keepBytes(room.folder, pngOf(input.picture)) : null
  const payload = { person: expert, answer, text: said, witness, picture, head: ledgerHead(room) }
  const by = actorOf(ctx, { id: expert, name: member.person.name })
  decide(ctx, room, [{ kind: 'answer.given', by, subject: expert, payload }], ['signing', 'round'])
}

function pngOf(picture: string): Uint8Array {
  const bytes = Buffer.from(picture, 'base64')
  const read = readPicture(bytes)
  const isFit = read?.mime === 'image/png' && read.width <= widest.width && read.height <= widest.height
  if (!isFit || read.width * read.height === 0 || bytes.length > pictureLimit)
    refuse('bad-picture', { limit: '200 KB' })
  return bytes
}

/** The same at the desk. */
export async function recordAnswer(ctx: Ctx, input: AnswerInput): Promise<SigningView> {
  await giveAnswer(ctx, input)
  return showSigning(ctx, input)
}
