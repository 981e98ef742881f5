/** Finds and reads the scheme files that ship with the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Eligibility, parseEligibility } from '#core/eligibility/rule.ts'
import { parseScheme, type Scheme } from '#core/scheme/scheme.ts'

const candidates = ['../schemes', './schemes', '../../schemes'].map((step) => path.join(import.meta.dirname, step))

/** Every scheme in the shipped folder, by id. A file that does not parse stops the program: it is ours. */
export function loadSchemes(): Map<string, Scheme> {
  return new Map(
    filesNamed('scheme.json')
      .map((file) => parseScheme(file))
      .map((scheme) => [scheme.id, scheme]),
  )
}

/** The eligibility rules that ship with the schemes, by the scheme's id. */
export function loadEligibility(): Map<string, Eligibility> {
  return new Map(
    filesNamed('eligibility.json')
      .map((file) => parseEligibility(file))
      .map((file) => [file.scheme, file]),
  )
}

/** What the scheme folders hold under one name. */
function filesNamed(name: string): unknown[] {
  const folder = candidates.find((candidate) => existsSync(path.join(candidate, 'urumqi-2023', 'scheme.json')))
  if (!folder) throw new Error(`schemes are missing: ${candidates.join(', ')}`)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name, name))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
}
