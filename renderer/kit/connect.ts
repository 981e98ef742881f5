/** The one way from a screen to the host: a client per audience, over the window's port or over HTTP. */
import { createORPCClient, DynamicLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { DeskContract, SeatContract, WallContract } from '#host/api/contract.ts'
import { takeKey } from './key.ts'
import { useLang } from './lang.ts'
import { portTo, type Shell, shell } from './shell.ts'

export type DeskClient = ContractRouterClient<DeskContract>
export type SeatClient = ContractRouterClient<SeatContract>
export type WallClient = ContractRouterClient<WallContract>
type Audience = 'desk' | 'seat' | 'wall'
type Link = HttpLink<Record<never, never>> | PortLink<Record<never, never>>

type Send = (request: Request, init?: RequestInit) => Promise<Response>
let sendSeatCall: Send = (request, init) => fetch(request, init)

/** Puts something between a seat's calls and the network: a seat signs what it sends. */
export function sendSeatCallsWith(send: Send): void {
  sendSeatCall = send
}

function overHttp(audience: Audience): Link {
  const key = audience === 'seat' ? null : takeKey()
  const allowed = key === null ? {} : { authorization: `Bearer ${key}` }
  return new HttpLink({
    url: `${location.origin}/rpc/${audience}`,
    // Some answers carry sentences of the host's own; they should be in the language of the screen.
    ...(audience === 'seat' && { fetch: (request: Request, init: RequestInit) => sendSeatCall(request, init) }),
    headers: () => ({ ...allowed, 'accept-language': useLang.getState().lang }),
  })
}

async function overPort(desktop: Shell): Promise<Link> {
  const port = await portTo(desktop)
  port.start()
  return new PortLink({ port })
}

/** A client that finds its link on the first call, so that a screen need not wait for the port. */
function clientFor<C extends object>(audience: Audience): C {
  const desktop = shell()
  let link: Promise<Link> | undefined
  const found = () => {
    link ??= desktop === undefined ? Promise.resolve(overHttp(audience)) : overPort(desktop)
    return link
  }
  if (desktop === undefined && audience !== 'seat') takeKey()
  return createORPCClient(new DynamicLink(found)) as C
}

let desk: DeskClient | undefined
let seat: SeatClient | undefined
let wall: WallClient | undefined

/** The secretariat's client. */
export function deskClient(): DeskClient {
  desk ??= clientFor<DeskClient>('desk')
  return desk
}

/** An expert's client. */
export function seatClient(): SeatClient {
  seat ??= clientFor<SeatClient>('seat')
  return seat
}

/** The wall's client. */
export function wallClient(): WallClient {
  wall ??= clientFor<WallClient>('wall')
  return wall
}
