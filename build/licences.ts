// The licences of everything that is shipped, as one text file beside the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesFile, packagesIn } from './packages-used.ts'
import { root } from './repo.mjs'

/** A part of the program that somebody else wrote. */
export type Part = { name: string; version: string; licence: string; text: string }

/** Licences whose terms are kept by shipping their text. Anything else needs a person's decision first. */
export const welcomeLicences =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Zlib|CC0-1\.0|Unlicense|Python-2\.0)\b/

/** Shipped as they are, outside the bundles. */
const shippedWhole = ['better-sqlite3', '@napi-rs/canvas', 'pdfjs-dist', '@embedpdf/fonts-sc']

/** Every foreign part of the bundles in `out`, by name. Throws where a bundle has no list. */
export function shippedParts(out = join(root, 'out')): Part[] {
  const lists = ['host', 'electron', 'renderer'].map((bundle) => join(out, bundle, packagesFile)).filter(existsSync)
  const folders = new Set([...lists.flatMap(packagesIn), ...shippedWhole])
  return [...folders].map(partOf).sort((a, b) => a.name.localeCompare(b.name))
}

function partOf(folder: string): Part {
  const home = join(root, 'node_modules', folder)
  const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const file = readdirSync(home).find((entry) => /^(licen[cs]e|copying|ofl)/i.test(entry))
  const licence = typeof license === 'string' ? license : (license?.type ?? 'not stated')
  return { name, version, licence, text: file ? readFileSync(join(home, file), 'utf8').trim() : '' }
}

/** The file's content. */
export function licencesText(parts: readonly Part[]): string {
  const rule = '─'.repeat(72)
  const sections = parts.map(({ name, version, licence, text }) =>
    [rule, `${name} ${version} — ${licence}`, text].filter((line) => line !== '').join('\n\n'),
  )
  return `匠评 Jiangping 使用了以下开源软件。\nJiangping is made with the following open-source software.\n\n${sections.join('\n\n')}\n`
}
