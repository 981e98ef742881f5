/** Takes a seat: with the one-time token of the address or with seat number and PIN; remembers whose seat this device is. */
import { ORPCError } from '@orpc/client'
import type { MeView } from '#host/api/shapes.ts'

/** Which seat this device holds. The proof of it is the host's cookie; this is only its name. */
export type Holder = { round: string; expert: string }

const drawer = 'jiangping.seat'

export function rememberedHolder(): Holder | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(drawer) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('round' in kept) || !('expert' in kept)) return null
    return { round: String(kept.round), expert: String(kept.expert) }
  } catch {
    return null
  }
}

export function rememberHolder(holder: Holder | null): void {
  try {
    if (holder) localStorage.setItem(drawer, JSON.stringify({ round: holder.round, expert: holder.expert }))
    else localStorage.removeItem(drawer)
  } catch {
    // Without storage the seat works until the page is closed; the header says so.
  }
}

let taken: string | null | undefined

/** The token in the address (`#t=TOKEN`), taken out of it at once: it is worth something only once. */
export function takeToken(): string | null {
  if (taken !== undefined) return taken
  const named = new URLSearchParams(location.hash.replace(/^#/, ''))
  taken = named.get('t')
  if (taken !== null) history.replaceState(null, '', location.pathname + location.search)
  return taken
}

type Proof = { token: string } | { seat: number; pin: string; takeOver?: true }

async function ask(proof: Proof): Promise<MeView> {
  const response = await fetch('/join', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(proof),
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as MeView
  const { code, detail } = answer as { code?: string; detail?: Record<string, unknown> }
  throw new ORPCError(code ?? 'FAULT', { status: response.status, data: { code, detail: detail ?? {} } })
}

const asked = new Map<string, Promise<MeView>>()

/** Takes the seat. The same token is sent once, however often a screen asks; a failed attempt may be repeated. */
export function join(proof: Proof): Promise<MeView> {
  const name = JSON.stringify(proof)
  const known = asked.get(name)
  if (known) return known
  const answer = ask(proof)
  asked.set(name, answer)
  answer.catch(() => asked.delete(name))
  return answer
}

/** Whose seat the host takes this device for; null when it takes it for nobody's, or cannot be asked. */
export async function whoAmI(): Promise<MeView | null> {
  try {
    const response = await fetch('/me', { credentials: 'same-origin' })
    return response.ok ? ((await response.json()) as { me: MeView | null }).me : null
  } catch {
    return null
  }
}
