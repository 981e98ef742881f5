/** Under which addresses other devices can reach this computer. */
import os from 'node:os'

/** An address and the name this computer gives the network it belongs to (以太网, WLAN, eth0). */
export type LanAddress = { readonly name: string; readonly address: string }

/** IPv4 addresses of every network this computer is on, the loopback last: it serves when there is no network. */
export function lanAddresses(): LanAddress[] {
  const found = Object.entries(os.networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, address })),
  )
  return [...found, { name: '', address: '127.0.0.1' }]
}
