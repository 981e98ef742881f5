/** Opens and closes the door for seats on the local network. */
import type { LanView } from '../api/shapes.ts'
import { openLanDoor } from '../doors/lan.ts'
import type { Ctx, Host } from '../host.ts'

/** Starts the door (a running one of the same kind stays). Port 0 or none: 8443, or any free port when that is taken. */
export async function startLan(
  { host }: Ctx,
  input: { port?: number | undefined; plain?: boolean | undefined },
): Promise<LanView> {
  if (host.lan && host.lan.plain !== (input.plain ?? false)) await closeLan(host)
  host.lan ??= await openLanDoor(host, input)
  for (const { id } of host.store.rounds()) host.announce(id, ['seats'])
  return lanView(host.lan)
}

/** Stops the door; seats keep what they have and come back when it opens again. */
export async function stopLan({ host }: Ctx): Promise<LanView> {
  await closeLan(host)
  for (const { id } of host.store.rounds()) host.announce(id, ['seats'])
  return lanView(null)
}

export function showLan({ host }: Ctx): LanView {
  return lanView(host.lan)
}

async function closeLan(host: Host): Promise<void> {
  await host.lan?.close()
  host.lan = null
}

function lanView(door: Ctx['host']['lan']): LanView {
  return {
    running: door !== null,
    port: door?.port ?? null,
    addresses: door?.origins() ?? [],
    fingerprint: door?.fingerprint || null,
    plain: door?.plain ?? false,
  }
}
