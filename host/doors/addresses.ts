/** Under which addresses other devices can reach this computer. */
import os from 'node:os'

/** IPv4 addresses of every network this computer is on, the loopback last: it serves when there is no network. */
export function lanAddresses(): string[] {
  const found = Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return [...found, '127.0.0.1']
}
