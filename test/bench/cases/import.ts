/** Taking packet files into the store: copied once, hashed while copying, durable before they count. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { hashFile, keepFile } from '#db/packet-files.ts'
import type { BenchCase, Size } from '../case.ts'
import { chance, noisyFile } from '../chance.ts'
import { compiled } from '../peers.ts'

const c = 'C, OpenSSL, 2 threads, fdatasync'
const bytes: Record<Size, number> = { small: 40e6, typical: 500e6, stress: 2e9 }
/** Sizes of papers as offices scan them. */
const papers = [300e3, 1.5e6, 5e6, 9e6, 20e6, 35e6, 50e6]

export const benchCase: BenchCase = {
  about: 'packet files into the store: copy + SHA-256, synced file by file',
  peers: [
    {
      name: c,
      command: ({ data, scratch }) => [
        compiled('store.c', {
          libraries: ['crypto', 'pthread'],
          headers: ['openssl/evp.h'],
          debian: 'libssl-dev',
        }),
        data,
        path.join(scratch, 'store'),
      ],
    },
  ],
  goals: [
    { figure: 'ms', of: c, atMost: 1.3 },
    { figure: 'rssMb', atMost: 150 },
  ],
  prepare(data, size) {
    const next = chance(1)
    for (let total = 0, at = 0; total < bytes[size]; at++) {
      const length = Math.round((papers[Math.floor(next() * papers.length)] ?? 0) * (0.8 + 0.4 * next()))
      noisyFile(path.join(data, `${at}.pdf`), length, `import ${at}`)
      total += length
    }
  },
  async product({ data, scratch }) {
    const begun = performance.now()
    const files = readdirSync(data)
    for (const file of files) await keepFile(scratch, await hashFile(path.join(data, file)), path.join(data, file))
    const ms = performance.now() - begun
    const kept = readdirSync(path.join(scratch, 'files'), { recursive: true, withFileTypes: true })
    const sizes = kept.filter((one) => one.isFile()).map((one) => statSync(path.join(one.parentPath, one.name)).size)
    return { figures: { ms }, answer: { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) } }
  },
  check({ product, [c]: peer }) {
    return peer === undefined || JSON.stringify(product) === JSON.stringify(peer)
      ? null
      : `product ${JSON.stringify(product)}, peer ${JSON.stringify(peer)}`
  },
}
