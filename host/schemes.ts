/** Finds and reads the scheme folders that ship with the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseScheme, type Scheme } from '#core/scheme/scheme.ts'

const candidates = ['../schemes', './schemes', '../../schemes'].map((step) => path.join(import.meta.dirname, step))

/** Every scheme in the shipped folder, by id. A folder that does not parse stops the program: it is ours. */
export function loadSchemes(): Map<string, Scheme> {
  const folder = candidates.find((candidate) => existsSync(path.join(candidate, 'urumqi-2023', 'scheme.json')))
  if (!folder) throw new Error(`schemes are missing: ${candidates.join(', ')}`)
  const schemes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
    .filter((one) => existsSync(path.join(one, 'scheme.json')))
    .map((one) => parseScheme(readSchemeFolder(one)))
  return new Map(schemes.map((scheme) => [scheme.id, scheme]))
}

/**
 * The files of a scheme folder as one value, not yet parsed: `scheme.json` is the body, and every other NAME.json beside
 * it is the part NAME of it (`rubrics.json`, `eligibility.json`, `clauses.json` …).
 * @throws Error on a file that is not JSON, or on a part that the body holds as well.
 */
export function readSchemeFolder(folder: string): Record<string, unknown> {
  const whole = readJson(path.join(folder, 'scheme.json')) as Record<string, unknown>
  for (const name of readdirSync(folder).toSorted()) {
    const part = path.basename(name, '.json')
    if (path.extname(name) !== '.json' || part === 'scheme') continue
    if (part in whole) throw new Error(`${folder}: "${part}" stands both in scheme.json and in ${name}`)
    whole[part] = readJson(path.join(folder, name))
  }
  return whole
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
