/** A door over HTTP: the desk's on loopback with a key, or the seats' on the network with their own sessions. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import { RPCHandler } from '@orpc/server/fastify'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Lang } from '#core/lang.ts'
import { refusal, sentenceOf } from '#core/refusal.ts'
import { joinSeat, seatCaller, seatOfSession } from '../acts/issue-seat-codes.ts'
import { leaveSeat } from '../acts/leave-seat.ts'
import { deskRouter, seatRouter, wallRouter } from '../api/router.ts'
import { guardSeat, refusalOf, translateRefusals } from '../api/wire.ts'
import { type Caller, type Host, timestamp } from '../host.ts'
import { readSeatSignature } from '../signing/act-signatures.ts'
import { showMe } from '../views/panel.ts'
import { wholeBodies } from './whole-bodies.ts'

type HttpDoor = { readonly port: number; close(): Promise<void> }
type Opening = {
  audience: 'desk' | 'seat'
  listen: { host: string; port: number }
  tls?: { key: string; cert: string }
  /** Host names under which this door may be called; any other is a rebinding attempt. */
  names: string[]
  /** The desk's key; every call carries it. */
  key?: string
  /** Milliseconds in which a request must have come in whole; a body that drips keeps no seat from being served. */
  patience?: number
}

const limits = { desk: 1024 * 1024 * 1024, seat: 1024 * 1024 } as const
const usualPatience = 30_000
/** Browsers keep the prefix's promise: this host only, over TLS only. Without TLS there is no such promise to keep. */
const cookieNames = { tls: '__Host-jiangping-seat', plain: 'jiangping-seat' } as const
const rendererFolders = ['../renderer', '../../out/renderer'].map((step) => path.join(import.meta.dirname, step))

const joinSchema = z.union([
  z.strictObject({ token: z.string().max(200) }),
  z.strictObject({
    round: z.string().max(80).optional(),
    seat: z.int().min(1).max(99),
    pin: z.string().regex(/^\d{6}$/),
    takeOver: z.boolean().optional(),
  }),
])

/** Everything the pages may load: their own bytes, nothing else. */
const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** Opens the door and listens. */
export async function openHttpDoor(host: Host, opening: Opening): Promise<HttpDoor> {
  const app = Fastify({
    logger: false,
    bodyLimit: limits[opening.audience],
    ...patienceOf(opening),
  } as object) as FastifyInstance
  // Two passes: names are known now, the port only once it listens.
  const known = new Set<string>()
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  app.addHook('onRequest', async (request, reply) => refuseStrangers(request, reply, known))
  if (opening.audience === 'seat') seatRoutes(app, host, opening.tls !== undefined)
  else deskRoutes(app, host, opening.key ?? '')
  await serveScreens(app, opening.audience)
  await app.listen(opening.listen)
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : opening.listen.port
  for (const name of ['localhost', ...opening.names]) known.add(`${name}:${port}`)
  return {
    port,
    async close() {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}

/** A slow request is cut off; Node looks for such ones at intervals of its own, which must be shorter. */
function patienceOf({ patience = usualPatience, tls }: Opening) {
  const limits = {
    requestTimeout: patience,
    headersTimeout: patience,
    connectionsCheckingInterval: Math.ceil(patience / 4),
  }
  return { requestTimeout: patience, ...(tls ? { https: { ...tls, ...limits } } : { http: limits }) }
}

/** Wrong Host: a foreign name was pointed at us. Wrong Origin or site: a foreign page is calling. Too long: refused unread. */
async function refuseStrangers(request: FastifyRequest, reply: FastifyReply, known: ReadonlySet<string>) {
  const { host = '', origin, 'sec-fetch-site': site } = request.headers
  if (!known.has(host)) return reply.code(421).send('421')
  if (request.method === 'GET' || request.method === 'HEAD') return
  const from = typeof origin === 'string' ? origin.replace(/^https?:\/\//, '') : null
  if ((from !== null && !known.has(from)) || site === 'cross-site') return reply.code(403).send('403')
  // A body that does not say its length could not be refused unread; no browser of ours sends one.
  if (request.headers['transfer-encoding'] !== undefined) return reply.code(411).send('411')
  if (Number(request.headers['content-length'] ?? 0) > (request.server.initialConfig.bodyLimit ?? 0)) {
    return reply.code(413).send('413')
  }
}

function langOf(request: FastifyRequest): Lang {
  return String(request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh-CN'
}

type Handler = RPCHandler<{ host: Host; caller: Caller }>

/** Hands calls below `/rpc/NAME` to their router; `callerOf` says who is calling, or null for nobody. */
function rpc(
  app: FastifyInstance,
  host: Host,
  door: {
    name: string
    handler: Handler
    callerOf(request: FastifyRequest): Caller | null
    stranger: 'not-signed-in' | 'wrong-key'
  },
): void {
  app.all(`/rpc/${door.name}/*`, async (request, reply) => {
    const caller = door.callerOf(request)
    if (!caller) return sendRefusal(reply, 401, refusal(door.stranger), langOf(request))
    const { matched } = await door.handler.handle(request, reply, {
      prefix: `/rpc/${door.name}`,
      context: { host, caller },
    })
    if (!matched) return sendRefusal(reply, 404, refusal('unknown-method', { method: request.url }), langOf(request))
  })
}

/** In the shape oRPC's client understands, so that every refusal reaches a screen the same way. */
function sendRefusal(reply: FastifyReply, status: number, reason: ReturnType<typeof refusal>, lang: Lang) {
  const json = { defined: false, code: 'REFUSED', status, message: sentenceOf(reason, lang), data: reason }
  return reply.code(status).send({ json, meta: [] })
}

// oRPC reads bodies itself: fastify must leave them alone.
function leaveBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
}

function deskRoutes(app: FastifyInstance, host: Host, key: string): void {
  leaveBodies(app)
  const digest = (spelling: string) => createHash('sha256').update(spelling).digest()
  const mine = digest(`Bearer ${key}`)
  const callerOf = (request: FastifyRequest): Caller | null => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), mine)) return null
    return { role: 'secretariat', name: '秘书处', door: 'desk', lang: langOf(request), seat: null }
  }
  const options = { rootInterceptors: [wholeBodies], clientInterceptors: [translateRefusals] }
  rpc(app, host, { name: 'desk', handler: new RPCHandler(deskRouter, options), callerOf, stranger: 'wrong-key' })
  rpc(app, host, { name: 'wall', handler: new RPCHandler(wallRouter, options), callerOf, stranger: 'wrong-key' })
}

function seatRoutes(app: FastifyInstance, host: Host, isSecure: boolean): void {
  const cookieName = isSecure ? cookieNames.tls : cookieNames.plain
  const handler: Handler = new RPCHandler(seatRouter, {
    rootInterceptors: [wholeBodies],
    clientInterceptors: [translateRefusals, guardSeat],
  })
  app.post('/join', { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }, async (request, reply) => {
    const lang = langOf(request)
    const input = joinSchema.safeParse(request.body)
    const reason = input.success
      ? null
      : refusal('bad-input', { problems: input.error.issues.map((one) => one.message) })
    if (reason) return reply.code(422).send({ ...reason, message: sentenceOf(reason, lang) })
    try {
      const { session, me } = joinSeat(host, lang, input.data ?? {})
      // One browser, one seat: whoever sat here before is out.
      leaveSeat(host, request.cookies[cookieName])
      return reply
        .setCookie(cookieName, session, {
          path: '/',
          secure: isSecure,
          httpOnly: true,
          sameSite: 'strict',
          maxAge: 43_200,
        })
        .send(me)
    } catch (error) {
      const refused = refusalOf(error)
      if (!refused) throw error
      return reply.code(422).send({ ...refused, message: sentenceOf(refused, lang) })
    }
  })
  app.post('/leave', async (request, reply) => {
    leaveSeat(host, request.cookies[cookieName])
    return reply
      .clearCookie(cookieName, { path: '/', secure: isSecure, httpOnly: true, sameSite: 'strict' })
      .code(204)
      .send()
  })
  app.get('/me', async (request, reply) => {
    // Nobody yet is an answer, not an error: every fresh device asks this first.
    const seat = seatOfSession(host, request.cookies[cookieName])
    const caller = seat && seatCaller(seat.round, seat.expert, langOf(request))
    return reply.send({ me: caller ? showMe({ host, caller }, { round: seat.round, expert: seat.expert }) : null })
  })
  app.register(async (scope) => {
    leaveBodies(scope)
    rpc(scope, host, {
      name: 'seat',
      handler,
      stranger: 'not-signed-in',
      callerOf(request) {
        const seat = seatOfSession(host, request.cookies[cookieName])
        if (!seat) return null
        host.heard.set(`${seat.round}/${seat.expert}`, timestamp(host))
        const caller = seatCaller(seat.round, seat.expert, langOf(request))
        return { ...caller, signature: readSeatSignature(request.headers['x-jiangping-signature']) }
      },
    })
  })
}

/** The built screens: each audience gets its own page, and never another's. */
async function serveScreens(app: FastifyInstance, audience: Opening['audience']): Promise<void> {
  const root = rendererFolders.find((folder) => existsSync(path.join(folder, 'seat.html')))
  if (!root) return
  const pages = audience === 'seat' ? ['seat'] : ['desk', 'wall']
  const workers = audience === 'seat' ? ['seat-worker.js'] : []
  await app.register(staticFiles, {
    root,
    index: false,
    // `sendFile` names a page without the slash; on Windows a page has many spellings, so only these are let through.
    allowedPath: (name) =>
      /^\/?(assets|pdfjs)\//.test(name) ||
      [...pages.map((page) => `${page}.html`), ...workers].includes(name.replace(/^\//, '')),
    setHeaders(reply, file) {
      // Built files carry a fingerprint in their names; pages do not.
      const forever = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/', (_request, reply) => reply.sendFile(`${pages[0]}.html`))
}
