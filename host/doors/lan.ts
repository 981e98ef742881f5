/** The door on the local network: HTTPS, one seat per device, nothing but the seat's own methods. */

import type { Host } from '../host.ts'
import { type LanAddress, lanAddresses } from './addresses.ts'
import { type LanIssuer, openLanCertificate } from './certificate.ts'

export type LanDoor = {
  readonly port: number
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string
  /** Without TLS, because the secretary chose so. */
  readonly plain: boolean
  /** Fingerprint of the authority that issued the certificate where it is a round's; null otherwise. */
  readonly issuer: string | null
  /** The networks of this computer when the door was opened. */
  readonly networks: readonly LanAddress[]
  /** "https://192.0.2.7:8443" for each address of this computer. */
  origins(): string[]
  close(): Promise<void>
}

const usualPorts = { tls: 8443, plain: 8080 }

/**
 * Opens the door. Without a port: 8443 (8080 without TLS), or any free one when that is taken.
 * @param how.plain for tablets that refuse our certificate: everything in the room can then be read and changed on its way.
 * @param how.issuer the authority of a round; without one the certificate is of this computer's own.
 */
export async function openLanDoor(
  host: Host,
  {
    port,
    plain = false,
    issuer,
  }: { port?: number | undefined; plain?: boolean | undefined; issuer?: LanIssuer | null } = {},
): Promise<LanDoor> {
  const networks = lanAddresses()
  const addresses = networks.map(({ address }) => address)
  const certificate = plain ? null : await openLanCertificate(host.store.folder, addresses, host.now(), issuer)
  const { openHttpDoor } = await import('./http.ts')
  const open = (wanted: number) =>
    openHttpDoor(host, {
      audience: 'seat',
      listen: { host: '0.0.0.0', port: wanted },
      ...(certificate && { tls: certificate }),
      names: addresses,
    })
  const door = await open(port ?? (plain ? usualPorts.plain : usualPorts.tls)).catch((error: NodeJS.ErrnoException) => {
    if (port !== undefined || error.code !== 'EADDRINUSE') throw error
    return open(0)
  })
  return {
    port: door.port,
    plain,
    issuer: certificate?.issuer ?? null,
    networks,
    fingerprint: certificate?.fingerprint ?? '',
    origins: () => addresses.map((address) => `${plain ? 'http' : 'https'}://${address}:${door.port}`),
    close: door.close,
  }
}
