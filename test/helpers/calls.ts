/** Calls over the network as a browser would make them: the desk by its key, a seat by its cookie. */
import http from 'node:http'
import https from 'node:https'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { DeskContract, SeatContract } from '#host/api/contract.ts'

export type RemoteDesk = ContractRouterClient<DeskContract>
export type RemoteSeat = ContractRouterClient<SeatContract>

/** The desk behind a served address. */
export function remoteDesk({ origin, key }: { origin: string; key: string }): RemoteDesk {
  return createORPCClient(new RPCLink({ url: `${origin}/rpc/desk`, headers: { authorization: `Bearer ${key}` } }))
}

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** One request, over HTTPS to a certificate nobody signed; path and headers go out exactly as they are written. */
export function send(
  origin: string,
  path: string,
  request: { method?: string; headers?: Record<string, string>; body?: string | Buffer; agent?: https.Agent } = {},
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin)
  const { method = 'GET', headers = {}, body, agent } = request
  const isChunked = headers['transfer-encoding'] !== undefined
  const length = body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const options = {
      hostname,
      port,
      path,
      method,
      headers: { ...length, ...headers },
      rejectUnauthorized: false,
      agent,
    }
    const outgoing = (protocol === 'https:' ? https : http).request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
      response.on('close', () => reject(new Error('the connection broke')))
    })
    // A body refused unread breaks the pipe while its refusal is on the way: the answer counts.
    outgoing.on('error', (error: NodeJS.ErrnoException) => error.code !== 'EPIPE' && reject(error))
    outgoing.on('close', () => reject(new Error('no answer')))
    outgoing.end(body)
  })
}

/** Takes a seat; the answer's cookie is the seat's session. */
export async function join(
  origin: string,
  input: object,
  agent?: https.Agent,
): Promise<{ answer: Answer; cookie: string }> {
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify(input), ...(agent && { agent }) }
  const answer = await send(origin, '/join', request)
  const [cookie = ''] = String(answer.headers['set-cookie'] ?? '').split(';')
  return { answer, cookie }
}

/** The seat whose session that cookie is. */
export function remoteSeat(
  origin: string,
  cookie: string,
  agent?: https.Agent,
  more: Record<string, string> = {},
): RemoteSeat {
  return createORPCClient(
    new RPCLink({
      url: `${origin}/rpc/seat`,
      async fetch(request) {
        const { pathname, search } = new URL(request.url)
        const { status, headers, body } = await send(origin, `${pathname}${search}`, {
          method: request.method,
          headers: { ...Object.fromEntries(request.headers), cookie, ...more },
          body: Buffer.from(await request.arrayBuffer()),
          ...(agent && { agent }),
        })
        const type = headers['content-type']
        return new Response(new Uint8Array(body), {
          status,
          headers: typeof type === 'string' ? { 'content-type': type } : {},
        })
      },
    }),
  )
}
