/** Private keys on this laptop's disk, each file locked with its owner's PIN. They stay outside rounds, backups and archives. */
import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes, scrypt } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { refuse } from '#core/refusal.ts'
import { type ComputerSecrets, markOf, secretWith } from './computer-secret.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
/** About a tenth of a second and 32 MB a try: a six-digit PIN is no password, but guessing it takes a day and the disk. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const

const lockedSchema = z.strictObject({
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
  /** Mark of the secret that is needed besides the PIN; absent where the PIN is all. */
  computer: z.string().optional(),
})

type Place = { store: string; round: string; name: string; computer: ComputerSecrets }

/** What the key is derived from: the PIN alone, or with the computer's secret. */
const spellingOf = (pin: string, secret: string | null) => (secret === null ? pin : `${pin}\n${secret}`)

function placeOf(store: string, round: string, name: string): string {
  return path.join(store, 'keys', round, `${name}.json`)
}

/** Where wrong PINs of a key are counted. */
export function triesOf({ store, round, name }: Omit<Place, 'computer'>): string {
  return path.join(store, 'keys', round, `${name}.tries.json`)
}

/** Locks and keeps a few named secrets. */
export async function keepKeys(place: Place, secrets: Record<string, string>, pin: string): Promise<void> {
  const { current } = place.computer
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(spellingOf(pin, current), salt, 32, cost), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  const spell = (bytes: Buffer) => bytes.toString('base64')
  const locked = {
    salt: spell(salt),
    iv: spell(iv),
    tag: spell(cipher.getAuthTag()),
    sealed: spell(sealed),
    ...(current !== null && { computer: markOf(current) }),
  }
  const target = placeOf(place.store, place.round, place.name)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  await writeFile(`${target}.part`, JSON.stringify(locked), { mode: 0o600 })
  await rename(`${target}.part`, target)
}

/**
 * Opens them again. What was bound to an earlier computer is bound to this one from now on.
 * @throws Refused `no-key-here`, `wrong-key-pin`, `key-of-another-computer`.
 */
export async function openKeys(place: Place, pin: string): Promise<Record<string, string>> {
  const spelling = await readFile(placeOf(place.store, place.round, place.name), 'utf8').catch(() => null)
  if (spelling === null) return refuse('no-key-here')
  const locked = lockedSchema.parse(JSON.parse(spelling))
  const secret = locked.computer === undefined ? null : secretWith(place.computer, locked.computer)
  const bytes = (name: 'salt' | 'iv' | 'tag' | 'sealed') => Buffer.from(locked[name], 'base64')
  const key = await derive(spellingOf(pin, secret), bytes('salt'), 32, cost)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes('iv'))
  decipher.setAuthTag(bytes('tag'))
  const secrets = plainOf(decipher, bytes('sealed'))
  if (secret !== place.computer.current && place.computer.current !== null) await keepKeys(place, secrets, pin)
  return secrets
}

function plainOf(decipher: DecipherGCM, sealed: Buffer): Record<string, string> {
  try {
    return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8'))
  } catch {
    return refuse('wrong-key-pin')
  }
}

/** Destroys a key, after the round or when it is replaced. */
export async function destroyKeys(place: Omit<Place, 'computer'>): Promise<void> {
  await rm(placeOf(place.store, place.round, place.name), { force: true })
}
