/** The host under the desktop shell: calls come over message ports. */
import { parseArgs } from 'node:util'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { deskRouter, wallRouter } from '../api/router.ts'
import { translateRefusals } from '../api/wire.ts'
import { startBackups } from '../backups.ts'
import { type Caller, type Host, openHost } from '../host.ts'
import { deskSettings } from '../views/settings.ts'
import { defaultStore } from './default-store.ts'

/** A port as Electron or a worker hands it over. */
export type HostPort = SupportedMessagePort & { start?(): void }

/** Serves one screen on one port until it closes; the wall gets only what the wall may see. */
export function serveOnPort(host: Host, port: HostPort, audience: 'desk' | 'wall' = 'desk'): void {
  const options = { clientInterceptors: [translateRefusals] }
  const handler = audience === 'desk' ? new RPCHandler(deskRouter, options) : new RPCHandler(wallRouter, options)
  const caller: Caller = {
    role: 'secretariat',
    name: '秘书处',
    door: 'desk',
    // A port carries no language with each call as HTTP does; the desk keeps its own in the settings.
    get lang() {
      return deskSettings(host).lang ?? 'zh-CN'
    },
    seat: null,
  }
  handler.upgrade(port, { context: { host, caller } })
  port.start?.()
}

type Order = { kind: 'connect'; audience: 'desk' | 'wall' } | { kind: 'close' }
export type ParentPort = { on(event: 'message', listener: (message: { data: Order; ports: HostPort[] }) => void): void }

/** Runs as a child of the desktop shell: `--store DIR` says where the data lies, the parent's port brings screens. */
export function runUnderShell(parentPort: ParentPort): void {
  const { values } = parseArgs({ options: { store: { type: 'string' } }, strict: false })
  const store = typeof values.store === 'string' ? values.store : defaultStore()
  const host = openHost(store, { computerSecret: takeComputerSecret() })
  startBackups(host)
  parentPort.on('message', ({ data, ports }) => {
    if (data.kind === 'close') void host.close().then(() => process.exit(0))
    else for (const port of ports) serveOnPort(host, port, data.audience)
  })
}

/** What the shell keeps for this person; taken out of the surroundings, so that no program started from here has it. */
function takeComputerSecret(): string | undefined {
  const secret = process.env.JP_COMPUTER_SECRET
  delete process.env.JP_COMPUTER_SECRET
  return secret
}
