/** Opens and closes the door for seats on the local network. */
import { refuse } from '#core/refusal.ts'
import { secretary } from '#core/signing/act.ts'
import type { LanView } from '../api/shapes.ts'
import { lanAddresses } from '../doors/addresses.ts'
import type { LanIssuer } from '../doors/certificate.ts'
import { openLanDoor } from '../doors/lan.ts'
import type { Ctx, Host } from '../host.ts'
import { actorOf, decide, enter, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { unlocked } from '../signing/keyring.ts'

/**
 * Starts the door (a running one of the same kind stays). Port 0 or none: 8443, or any free port when that is taken.
 * @param input.plain without encryption; written into the round's ledger with the secretary's reason.
 * @throws Refused `unencrypted-needs-reason`, `unknown-round`, `read-only-round`.
 */
export async function startLan(
  ctx: Ctx,
  input: { port?: number | undefined; round?: string | undefined; plain?: boolean | undefined; reason: string },
): Promise<LanView> {
  const { host } = ctx
  const { port, plain = false, reason } = input
  const room = input.round === undefined ? null : enter(ctx, input.round)
  const wasPlain = host.lan?.plain ?? false
  const recorder = plain && !wasPlain ? recorderIn(room, reason) : null
  const issuer = plain || !room ? null : issuerOf(host, room)
  // Once the round has its authority, the next opening brings its certificate.
  const isOther = host.lan && (host.lan.plain !== plain || (issuer?.key && host.lan.issuer !== issuer.fingerprint))
  if (isOther) await closeLan(host)
  host.lan ??= await openLanDoor(host, { port, plain, issuer })
  if (recorder) recordUnencrypted(ctx, recorder, reason)
  for (const { id } of host.store.rounds()) host.announce(id, ['seats'])
  return lanView(host.lan)
}

/** The round in whose ledger it will stand. */
function recorderIn(room: Room | null, reason: string): Room {
  if (!room || reason.trim() === '') return refuse('unencrypted-needs-reason')
  if (room.readOnly) refuse('read-only-round')
  return room
}

function recordUnencrypted(ctx: Ctx, room: Room, reason: string): void {
  const payload = { reason: reason.trim() }
  decide(ctx, room, [{ kind: 'lan.unencrypted', by: actorOf(ctx), subject: room.id, payload }], ['seats', 'round'])
}

/** The round's authority; its key only while the secretary's own is unlocked on this laptop. */
function issuerOf(host: Host, room: Room): LanIssuer | null {
  const keys = roundKeys(room.file)
  const own = unlocked(host, room.id, secretary)
  const algorithm = own?.algorithm ?? keys.current.get(secretary)?.algorithm
  if (!keys.authority || !algorithm) return null
  const { certificate, fingerprint } = keys.authority
  return { certificate, fingerprint, algorithm, key: own?.authority ?? null }
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
  const origins = door?.origins() ?? []
  const known = new Set(door?.networks.map(({ address }) => address))
  return {
    running: door !== null,
    port: door?.port ?? null,
    addresses: origins,
    networks: (door?.networks ?? []).map(({ name }, at) => ({ name, address: origins[at] ?? '' })),
    moved: door !== null && lanAddresses().some(({ address }) => !known.has(address)),
    fingerprint: door?.fingerprint || null,
    issuedBy: !door || door.plain ? null : door.issuer ? 'round' : 'computer',
    plain: door?.plain ?? false,
  }
}
