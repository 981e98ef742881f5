/** Finds and reads the scheme files that ship with the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseScheme, type Scheme } from '#core/scheme/scheme.ts'

const candidates = ['../schemes', './schemes', '../../schemes'].map((step) => path.join(import.meta.dirname, step))

/** Every scheme in the shipped folder, by id. A file that does not parse stops the program: it is ours. */
export function loadSchemes(): Map<string, Scheme> {
  const folder = candidates.find((candidate) => existsSync(path.join(candidate, 'urumqi-2023', 'scheme.json')))
  if (!folder) throw new Error(`schemes are missing: ${candidates.join(', ')}`)
  const schemes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name, 'scheme.json'))
    .filter((file) => existsSync(file))
    .map((file) => parseScheme(JSON.parse(readFileSync(file, 'utf8'))))
  return new Map(schemes.map((scheme) => [scheme.id, scheme]))
}
