/** Schemes made in the program: one file a version, `schemes/ID/VERSION.json` in the store, beside those that ship. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { type Scheme, schemeSchema } from '#core/scheme/scheme.ts'
import { loadSchemes } from './schemes.ts'

const ownFile = z.strictObject({ scheme: schemeSchema, reason: z.string(), by: z.string(), at: z.string() })
export type OwnVersion = z.infer<typeof ownFile>

let shipped: ReadonlyMap<string, Scheme> | null = null

/** The schemes that came with the program, read once. */
export function shippedSchemes(): ReadonlyMap<string, Scheme> {
  shipped ??= loadSchemes()
  return shipped
}

/** The own versions of one scheme, the oldest first. A file that does not parse is passed over: `jp schemes check` says why. */
export function ownVersions(store: string, id: string): OwnVersion[] {
  const folder = path.join(store, 'schemes', id)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .flatMap((name) => {
      const parsed = ownFile.safeParse(readOr(path.join(folder, name)))
      return parsed.success && parsed.data.scheme.id === id ? [parsed.data] : []
    })
    .toSorted((a, b) => a.scheme.version - b.scheme.version)
}

/** Every scheme of a store: what ships, with the newest own version in its place, and the own ones. */
export function schemesOf(store: string): Map<string, Scheme> {
  const all = new Map(shippedSchemes())
  const folder = path.join(store, 'schemes')
  for (const id of existsSync(folder) ? readdirSync(folder) : []) {
    const newest = ownVersions(store, id).at(-1)
    if (newest) all.set(id, newest.scheme)
  }
  return all
}

/** Writes one version; whole or not at all. */
export function keepVersion(store: string, version: OwnVersion): void {
  const folder = path.join(store, 'schemes', version.scheme.id)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${version.scheme.version}.json`)
  writeFileSync(`${file}.new`, `${JSON.stringify(version, null, 2)}\n`, { flush: true })
  renameSync(`${file}.new`, file)
}

function readOr(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
