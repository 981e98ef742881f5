/** Sends an act; where the host wants it signed, signs what it says and sends it again. Screens notice nothing. */
import type { OwnKeys } from './own-key.ts'
import { signActs } from './own-key.ts'

type Wanted = { at: string; acts: string[] }
type Answer = { json?: { data?: { code?: string; detail?: Wanted } } }
export type Signer = { keys: OwnKeys; certificate: string; round: string; expert: string }

/** Carries the signature: the call itself stays as it is. */
export const signatureHeader = 'x-jiangping-signature'

/**
 * A fetch that signs.
 * @param signerOf this device's keys with their certificate; null while there is none.
 */
export function signingFetch(
  signerOf: () => Promise<Signer | null>,
  send: typeof fetch = (...given) => fetch(...given),
): (request: Request, init?: RequestInit) => Promise<Response> {
  return async (request, init) => {
    const body = request.method === 'GET' ? undefined : await request.clone().text()
    const answer = await send(request, init)
    if (answer.status !== 422) return answer
    const wanted = await wantedOf(answer.clone())
    const signer = wanted && (await signerOf())
    if (!wanted || !signer || !isWhatWasAsked(wanted, body ?? '', signer)) return answer
    const signed = await signActs(signer.keys, wanted.acts)
    const signature = { certificate: signer.certificate, at: wanted.at, ...signed }
    const headers = new Headers(request.headers)
    headers.set(signatureHeader, btoa(JSON.stringify(signature)))
    return send(request.url, {
      method: request.method,
      headers,
      body: body ?? null,
      credentials: 'same-origin',
      ...init,
    })
  }
}

async function wantedOf(answer: Response): Promise<Wanted | null> {
  const { json } = (await answer.json().catch(() => ({}))) as Answer
  return json?.data?.code === 'signature-needed' ? (json.data.detail ?? null) : null
}

/**
 * The key signs nothing but what this screen has just asked for: every act is this person's, in this round, and says
 * nothing else than the call did.
 */
export function isWhatWasAsked(
  { acts }: Wanted,
  body: string,
  { round, expert }: Pick<Signer, 'round' | 'expert'>,
): boolean {
  const { json: input = {} } = JSON.parse(body || '{}') as { json?: Record<string, unknown> }
  return acts.every((text) => {
    const act = JSON.parse(text) as { round: string; person: string; payload: Record<string, unknown> }
    if (act.round !== round || act.person !== expert) return false
    return Object.entries(input).every(([key, value]) => {
      const said = act.payload[key]
      if (said === undefined || value === undefined || key === 'picture') return true
      return JSON.stringify(sorted(value)) === JSON.stringify(sorted(said)) || isPartOf(value, said)
    })
  })
}

/** A sheet may hold more than this call sent: what was saved before. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return false
  if (typeof whole !== 'object' || whole === null) return false
  const said = whole as Record<string, unknown>
  return Object.entries(part).every(
    ([key, value]) => JSON.stringify(sorted(value)) === JSON.stringify(sorted(said[key])),
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.trim() : value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
