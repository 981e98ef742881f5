/** Calls one method of the host by its name, in this process: the command line's way in. */
import { type AnyProcedure, call, isProcedure } from '@orpc/server'
import { Refused, refuse } from '#core/refusal.ts'
import { deskRouter } from '../api/router.ts'
import { logged, refusalOf } from '../api/wire.ts'
import type { Caller, Host } from '../host.ts'

/** Every method by its dotted name. */
export function methodNames(): string[] {
  return [...walk(deskRouter, '')].map(([name]) => name)
}

function* walk(node: object, prefix: string): Generator<[string, AnyProcedure]> {
  for (const [key, value] of Object.entries(node)) {
    const name = prefix ? `${prefix}.${key}` : key
    if (isProcedure(value)) yield [name, value]
    else if (typeof value === 'object' && value !== null) yield* walk(value, name)
  }
}

/**
 * Calls a method and returns its answer as plain JSON values; a file comes as `{name, type, size, base64}`.
 * @throws Refused, `unknown-method` and whatever the method refuses.
 */
export async function callMethod(host: Host, caller: Caller, method: string, input: unknown): Promise<unknown> {
  const procedure = new Map(walk(deskRouter, '')).get(method)
  // A stream has no end, and the command line prints one answer.
  if (!procedure || method === 'live.watch') return refuse('unknown-method', { method })
  try {
    const context = { host, caller }
    const answer = await logged(context, method, async () => call(procedure, input, { context }))
    return answer instanceof File ? await asJson(answer) : answer
  } catch (error) {
    const reason = refusalOf(error)
    throw reason ? new Refused(reason) : error
  }
}

async function asJson(file: File) {
  const base64 = Buffer.from(await file.arrayBuffer()).toString('base64')
  return { name: file.name, type: file.type, size: file.size, base64 }
}
