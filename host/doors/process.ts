/** The host as a process of its own under the desktop shell: calls come over message ports. */
import os from 'node:os'
import path from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { deskRouter, translateRefusals } from '../api/router.ts'
import { type Caller, type Host, openHost } from '../host.ts'

/** A port as Electron or a worker hands it over. */
export type HostPort = SupportedMessagePort & { start?(): void }

const desk: Caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null }

/** Serves the desk on one port until it closes. */
export function serveOnPort(host: Host, port: HostPort): void {
  const handler = new RPCHandler(deskRouter, { clientInterceptors: [translateRefusals] })
  handler.upgrade(port, { context: { host, caller: desk } })
  port.start?.()
}

/** Where the data of this person lies when nothing else is said. */
export function defaultStore(): string {
  return process.env.JP_STORE ?? path.join(os.homedir(), 'Jiangping')
}

type ParentPort = { on(event: 'message', listener: (message: { ports: HostPort[] }) => void): void }
const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort) {
  const host = openHost(defaultStore())
  parentPort.on('message', ({ ports }) => {
    for (const port of ports) serveOnPort(host, port)
  })
}
