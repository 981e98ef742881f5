/** Seals the workbook: from here on its bytes are fixed, and only signatures are added. */
import { createHash } from 'node:crypto'
import { seal } from '#core/opc/sign.ts'
import { canonical } from '#core/opc/xml.ts'
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import { keepBytes } from '#db/packet-files.ts'
import type { SigningView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { typed } from '../papers/typing.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { certifiedOf, signingPeople } from '../signing/people.ts'
import { ledgerHead } from '../views/round.ts'
import { showSigning } from '../views/signing.ts'

/** Stands in every signature; at most 255 characters. */
const comment = '评审结果确认'
const mostWords = 120

/**
 * Builds the final workbook with the ledger, the list of signers and the handwriting in it, and seals it. Sealing anew
 * makes earlier signatures void.
 * @throws Refused `result-not-frozen`, `signing-not-begun`, `not-answered`, `no-key`, `wrong-stage`.
 */
export async function sealWorkbook(ctx: Ctx, input: { round: string; hardened: boolean }): Promise<SigningView> {
  const room = enter(ctx, input.round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  const keys = roundKeys(room.file)
  if (!keys.authority) refuse('signing-not-begun')
  const people = signingPeople(room, keys)
  const silent = people.filter(({ person, answer }) => person !== secretary && answer === null)
  if (silent.length > 0) refuse('not-answered', { names: silent.map(({ name }) => name) })
  const signers = people
    .filter(({ answer }) => answer?.answer !== 'refuse')
    .map((who) => {
      const { person, name, role } = who
      return { person, name, role, certificate: certifiedOf(keys, who).fingerprint, statement: statementOf(who) }
    })
  const head = ledgerHead(room)
  const { hardened } = input
  const [made] = (await typed(ctx, room.id, { kind: 'sealed', hardened })).files
  const bytes = made?.bytes ?? refuse('result-not-frozen')
  const file = await keepBytes(room.folder, bytes)
  const at = timestamp(ctx.host)
  const sealed = seal(bytes, { at, comment, hardened })
  const content = createHash('sha256')
    .update(canonical(sealed.packageObject) + canonical(sealed.officeObject))
    .digest('hex')
  const payload = { file, content, head, comment, hardened, signers }
  const entry = { kind: 'workbook.sealed' as const, by: actorOf(ctx), subject: room.id, payload }
  decide(ctx, room, [entry], ['signing', 'round'], undefined, at)
  return showSigning(ctx, input)
}

function statementOf({ name, person, answer }: ReturnType<typeof signingPeople>[number]): string {
  if (person === secretary) return `秘书处${name}确认：本工作簿由评审台账生成，内容与台账一致`
  if (answer?.answer === 'dissent') return `本人${name}签名，并保留不同意见：${answer.text.slice(0, mostWords)}`
  return `本人${name}已核对并确认本工作簿所载评审结果`
}
