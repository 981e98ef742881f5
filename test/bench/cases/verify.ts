/** Every paper of a round read again and compared with its name, as proving, salvaging and archiving do. */
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { alteredFiles, hashFile, pathOf } from '#db/packet-files.ts'
import type { BenchCase, Size } from '../case.ts'
import { chance, noisyFile } from '../chance.ts'
import { compiled } from '../peers.ts'

const c = 'C, OpenSSL, 2 threads'
const bytes: Record<Size, number> = { small: 40e6, typical: 500e6, stress: 2e9 }
/** Sizes of papers as offices scan them. */
const papers = [300e3, 1.5e6, 5e6, 9e6, 20e6, 35e6, 50e6]

/** The papers of the store, folder by folder. */
const foldersOf = (data: string) => readdirSync(path.join(data, 'files')).map((name) => path.join(data, 'files', name))
const hashesOf = (data: string) =>
  foldersOf(data)
    .flatMap((folder) => readdirSync(folder))
    .sort()

export const benchCase: BenchCase = {
  about: 'SHA-256 of every paper in the store',
  peers: [
    {
      name: c,
      command: ({ data }) => [
        compiled('store.c', {
          libraries: ['crypto', 'pthread'],
          headers: ['openssl/evp.h'],
          debian: 'libssl-dev',
        }),
        '-',
        ...foldersOf(data),
      ],
    },
  ],
  goals: [{ figure: 'ms', of: c, atMost: 1.2 }],
  async prepare(data, size) {
    const next = chance(2)
    for (let total = 0, at = 0; total < bytes[size]; at++) {
      const length = Math.round((papers[Math.floor(next() * papers.length)] ?? 0) * (0.8 + 0.4 * next()))
      const made = path.join(data, `${at}.pdf`)
      noisyFile(made, length, `verify ${at}`)
      const place = pathOf(data, await hashFile(made))
      mkdirSync(path.dirname(place), { recursive: true })
      renameSync(made, place)
      total += length
    }
  },
  async product({ data }) {
    const hashes = hashesOf(data)
    const begun = performance.now()
    const altered = await alteredFiles(data, hashes)
    const ms = performance.now() - begun
    const mb = hashes.reduce((sum, hash) => sum + statSync(pathOf(data, hash)).size, 0) / 1e6
    return { figures: { ms, mb }, answer: { altered, hashes } }
  },
  check({ product, [c]: peer }, { data }) {
    const { altered, hashes } = product as { altered: string[]; hashes: string[] }
    if (altered.length > 0) return `${altered.length} papers are said to have changed`
    const theirs = (peer as { hashes: string[] } | undefined)?.hashes
    if (theirs && JSON.stringify(theirs) !== JSON.stringify(hashes)) return 'the hashes differ'
    return hashes.length === hashesOf(data).length ? null : 'not every paper was read'
  },
}
