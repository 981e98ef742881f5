/** `jp hub`: the bureau's collection. Its library loads only for those who have one. */
import { refuse } from '#core/refusal.ts'
import { takeExtract } from '../acts/take-extract.ts'
import type { Ctx } from '../host.ts'

type Values = {
  to?: string | undefined
  from?: string | undefined
  out?: string | undefined
  unit?: string | undefined
  leader?: string | undefined
  signer?: string | undefined
  passphrase?: string | undefined
}

/** Runs `push`, `extract` or `take`. @returns the answer as one line of JSON. @throws Refused as the acts. */
export async function hubCommand(ctx: Ctx, verb: string, file: string, values: Values): Promise<string> {
  const { to, from, out, unit, leader, signer, passphrase } = values
  if (verb === 'push') {
    const { pushArchive } = await import('../hub/push.ts')
    return JSON.stringify(await pushArchive(ctx, { path: file, to: needed('--to', to), passphrase }))
  }
  if (verb === 'take') return JSON.stringify(await takeExtract(ctx, { path: file, signer }))
  const { extractFromHub } = await import('../hub/extract.ts')
  if (verb !== 'extract') return refuse('unknown-method', { method: `hub ${verb}` })
  const asked = { from: needed('--from', from), to: needed('--out', out), unit, leader }
  return JSON.stringify(await extractFromHub(ctx, asked))
}

function needed(name: string, value: string | undefined): string {
  return value ?? refuse('bad-input', { problems: name })
}
