/** Serves the desk's screens to a browser on this computer: the shell where there is no desktop window. */

import os from 'node:os'
import { holdStore } from '#db/hold.ts'
import { startBackups } from '../backups.ts'
import type { Host } from '../host.ts'

export type DeskDoor = {
  url: string
  wallUrl(round: string): string
  key: string
  port: number
  close(): Promise<void>
}

/**
 * Opens the desk on loopback. One desk a store: a second program that stays open is told of the first.
 * The key stands in the address's fragment, which browsers never send.
 * @throws Refused `store-in-use`.
 */
export async function serveDesk(host: Host, { port = 0 }: { port?: number } = {}): Promise<DeskDoor> {
  // Loaded when it is wanted: most starts of the command line serve nothing.
  const { openHttpDoor } = await import('./http.ts')
  const letGo = holdStore(host.store.folder, `${os.hostname()} · ${process.pid}`)
  const key = host.newSecret(24)
  const door = await openHttpDoor(host, {
    audience: 'desk',
    listen: { host: '127.0.0.1', port },
    names: ['127.0.0.1'],
    key,
  }).catch((error: unknown) => {
    letGo()
    throw error
  })
  const stopBackups = startBackups(host)
  const origin = `http://127.0.0.1:${door.port}`
  return {
    key,
    port: door.port,
    url: `${origin}/#k=${key}`,
    wallUrl: (round) => `${origin}/wall.html#k=${key}&round=${encodeURIComponent(round)}`,
    close() {
      stopBackups()
      letGo()
      return door.close()
    },
  }
}
