/** The door on the local network: HTTPS, one seat per device, nothing but the seat's own methods. */

import type { Host } from '../host.ts'
import { lanAddresses } from './addresses.ts'
import { openLanCertificate } from './certificate.ts'
import { openHttpDoor } from './http.ts'

export type LanDoor = {
  readonly port: number
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string
  /** "https://192.0.2.7:8443" for each address of this computer. */
  origins(): string[]
  close(): Promise<void>
}

const usualPort = 8443

/** Opens the door. Without a port: 8443, or any free one when that is taken. */
export async function openLanDoor(host: Host, port?: number): Promise<LanDoor> {
  const addresses = lanAddresses()
  const certificate = await openLanCertificate(host.store.folder, addresses, host.now())
  const open = (wanted: number) =>
    openHttpDoor(host, {
      audience: 'seat',
      listen: { host: '0.0.0.0', port: wanted },
      tls: certificate,
      names: addresses,
    })
  const door = await open(port ?? usualPort).catch((error: NodeJS.ErrnoException) => {
    if (port !== undefined || error.code !== 'EADDRINUSE') throw error
    return open(0)
  })
  return {
    port: door.port,
    fingerprint: certificate.fingerprint,
    origins: () => addresses.map((address) => `https://${address}:${door.port}`),
    close: door.close,
  }
}
