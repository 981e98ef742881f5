/** Opens and closes the door for seats on the local network. */
import type { LanView } from '../api/shapes.ts'
import { openLanDoor } from '../doors/lan.ts'
import type { Ctx } from '../host.ts'

/** Starts the door (a running one stays). Port 0 or none: 8443, or any free port when that is taken. */
export async function startLan({ host }: Ctx, { port }: { port?: number | undefined }): Promise<LanView> {
  host.lan ??= await openLanDoor(host, port)
  for (const { id } of host.store.rounds()) host.announce(id, ['seats'])
  return lanView(host.lan)
}

/** Stops the door; seats keep what they have and come back when it opens again. */
export async function stopLan({ host }: Ctx): Promise<LanView> {
  await host.lan?.close()
  host.lan = null
  for (const { id } of host.store.rounds()) host.announce(id, ['seats'])
  return lanView(null)
}

export function showLan({ host }: Ctx): LanView {
  return lanView(host.lan)
}

function lanView(door: Ctx['host']['lan']): LanView {
  return {
    running: door !== null,
    port: door?.port ?? null,
    addresses: door?.origins() ?? [],
    fingerprint: door?.fingerprint ?? null,
  }
}
