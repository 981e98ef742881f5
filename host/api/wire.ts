/** What leaves a door when a call is refused or goes wrong, and what the log keeps of it. */
import { ORPCError, ValidationError } from '@orpc/server'
import { mayCall } from '#core/panel/roles.ts'
import { type Refusal, Refused, refusal, refuse, sentenceOf } from '#core/refusal.ts'
import { diskRefusal } from '#db/disk.ts'
import type { Caller, Ctx } from '../host.ts'
import { traceOf } from '../log.ts'
import { seatedIn } from '../seats.ts'

/** What a refusal looks like on every wire: status 422, the sentence, and the code with its detail. */
export function asWireError(error: unknown, lang: Caller['lang']): unknown {
  const reason = refusalOf(error)
  if (!reason) return error
  return new ORPCError('REFUSED', { status: 422, message: sentenceOf(reason, lang), data: reason, cause: error })
}

/** The refusal in an error, if it is one: an act's own, or an input that does not fit. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (!(error instanceof ORPCError)) return diskRefusal(error)
  const { cause } = error
  if (cause instanceof Refused) return cause.refusal
  if (!(cause instanceof ValidationError)) return null
  const problems = cause.issues.map(({ path, message }) => {
    const place = (path ?? []).map((step) => (typeof step === 'object' ? String(step.key) : String(step))).join('.')
    return place ? `${place}: ${message}` : message
  })
  return refusal('bad-input', { problems })
}

type Passing<T> = { context: Ctx; path: readonly string[]; next: () => Promise<T> }

/**
 * Interceptor of the seats' door: a role that the table does not name for a method is refused before anything is read.
 * @throws Refused `not-allowed`, as it leaves on the wire.
 */
export async function guardSeat<T>(options: {
  context: Ctx
  path: readonly string[]
  next: () => Promise<T>
}): Promise<T> {
  const { caller, host } = options.context
  try {
    if (caller.seat) {
      const { round, expert } = caller.seat
      const seated = seatedIn({ file: host.store.round(round) }).find((one) => one.expert === expert)
      if (!seated) refuse('not-signed-in')
      if (!mayCall(seated.role, options.path.join('.'))) refuse('not-allowed')
    }
    return await options.next()
  } catch (error) {
    throw asWireError(error, caller.lang)
  }
}

/** Interceptor for every door: refusals leave as {@link asWireError} says, everything else as it is. */
export async function translateRefusals<T>({ context, path, next }: Passing<T>): Promise<T> {
  try {
    return await logged(context, path.join('.'), next)
  } catch (error) {
    throw asWireError(error, context.caller.lang)
  }
}

/** Does a call and writes down how it ended: the method's name and a code, nothing of what was said. */
export async function logged<T>({ host, caller: { door } }: Ctx, method: string, call: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const took = () => ({ method, door, ms: Math.round(performance.now() - begun) })
  try {
    const answer = await call()
    host.log({ event: 'called', ...took() })
    return answer
  } catch (error) {
    const reason = refusalOf(error)
    if (reason) host.log({ event: 'called', ...took(), refused: reason.code })
    else host.log({ event: 'fault', ...took(), ...traceOf(error) })
    throw error
  }
}
