/** Taking packet files into the store: copied once, hashed while copying, durable before they count. */
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { newMeter } from '#host/intake/meter.ts'
import { openReaders } from '#host/intake/readers.ts'
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
        path.join(scratch, 'store'),
        path.join(data, 'a'),
        path.join(data, 'b'),
      ],
    },
  ],
  goals: [
    { figure: 'ms', of: c, atMost: 1.3 },
    { figure: 'rssMb', atMost: 150 },
  ],
  prepare(data, size) {
    for (const folder of ['a', 'b']) mkdirSync(path.join(data, folder))
    const next = chance(1)
    for (let total = 0, at = 0; total < bytes[size]; at++) {
      const length = Math.round((papers[Math.floor(next() * papers.length)] ?? 0) * (0.8 + 0.4 * next()))
      noisyFile(path.join(data, at % 2 === 0 ? 'a' : 'b', `${at}.pdf`), length, `import ${at}`)
      total += length
    }
  },
  async product({ data, scratch }) {
    // Two packets, as two readers take them at the same time.
    const readers = openReaders()
    const folders = ['a', 'b'].map((name) => path.join(data, name))
    const begun = performance.now()
    const copied = await Promise.all(folders.map((folder) => readers.copy(folder, scratch, newMeter())))
    const ms = performance.now() - begun
    await readers.close()
    const files = copied.flatMap((source) => source.files)
    for (const { sha256, size } of files) {
      const kept = statSync(path.join(scratch, 'files', sha256.slice(0, 2), sha256))
      if (kept.size !== size) throw new Error(`${sha256}: ${kept.size} of ${size} bytes`)
    }
    return { figures: { ms }, answer: { files: files.length, hashes: files.map(({ sha256 }) => sha256).sort() } }
  },
  check({ product, [c]: peer }) {
    return peer === undefined || JSON.stringify(product) === JSON.stringify(peer) ? null : 'the hashes differ'
  },
}
