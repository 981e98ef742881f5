/** A large packet as one zip, unpacked with every safety check and checksum. */
import { createWriteStream, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { readSource, type SourceFile } from '#host/intake/source.ts'
import type { BenchCase, Size } from '../case.ts'
import { chance, noise } from '../chance.ts'
import { program } from '../peers.ts'

const packets: Record<Size, number> = { small: 4, typical: 20, stress: 50 }
const bsdtar = 'bsdtar -xf'
const infoZip = 'unzip (Info-ZIP)'
const archive = 'packets.zip'

/** Files and bytes below a folder. */
function contents(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const bytes = files.reduce((sum, one) => sum + statSync(path.join(one.parentPath, one.name)).size, 0)
  return { files: files.length, bytes }
}

export const benchCase: BenchCase = {
  about: 'a zip of scans, photos and texts, unpacked with checks and CRC',
  peers: [
    {
      name: bsdtar,
      command: ({ data, scratch }) => [
        program('bsdtar', 'libarchive-tools'),
        '-xf',
        path.join(data, archive),
        '-C',
        scratch,
      ],
    },
    {
      name: infoZip,
      command: ({ data, scratch }) => [program('unzip', 'unzip'), '-q', path.join(data, archive), '-d', scratch],
    },
  ],
  goals: [
    { figure: 'ms', of: bsdtar, atMost: 1.2 },
    { figure: 'ms', of: infoZip, atMost: 0.5 },
  ],
  async prepare(data, size) {
    const next = chance(2)
    const zip = new ZipFile()
    for (let at = 0; at < packets[size]; at++) {
      const bytes = noise(`unzip ${at}`)
      zip.addBuffer(bytes(Math.round(3e6 + 9e6 * next())), `${at}/scan.pdf`)
      for (let photo = 0; photo < 3; photo++) zip.addBuffer(bytes(Math.round(3e5 + 9e5 * next())), `${at}/${photo}.jpg`)
      const words = Array.from({ length: 60_000 }, (_, line) => `<w:t>${line} 申报 ${next()}</w:t>`).join('')
      zip.addBuffer(Buffer.from(words), `${at}/form.xml`)
    }
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path.join(data, archive)))
    writeFileSync(path.join(data, 'size'), String(statSync(path.join(data, archive)).size))
  },
  async product({ data, scratch }) {
    const begun = performance.now()
    const source = await readSource(path.join(data, archive))
    const waiting = source.files.values()
    const unpack = async (file: SourceFile) => {
      const target = path.join(scratch, file.name)
      mkdirSync(path.dirname(target), { recursive: true })
      await pipeline(file.chunks(), createWriteStream(target))
    }
    const lane = async () => {
      for (const file of waiting) await unpack(file)
    }
    await Promise.all([lane(), lane(), lane()])
    await source.close()
    const ms = performance.now() - begun
    return { figures: { ms }, answer: contents(scratch) }
  },
  check({ product }) {
    const { files = 0, bytes = 0 } = product as { files?: number; bytes?: number }
    // the checksum of each body was compared on the way; here that none is missing
    return files > 0 && files % 5 === 0 && bytes > files * 1e6 ? null : `${files} files, ${bytes} bytes`
  },
}
