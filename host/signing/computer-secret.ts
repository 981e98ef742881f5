/**
 * The secret of this computer: kept by the system for the person who is logged in, and needed besides the PIN to open a
 * key that lies here. A copied store is then no use elsewhere, but by the recovery passphrase.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { refuse } from '#core/refusal.ts'

/** Half a second and 128 MB a try: the passphrase is long, and asked for once in a laptop's life. */
const cost = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const

const sealedSchema = z.strictObject({
  computer: z.string(),
  at: z.iso.datetime(),
  salt: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
})

export type ComputerSecrets = {
  /** The one in use; null where no shell keeps one. */
  readonly current: string | null
  /** Those of computers the store was on before, once their passphrase was given. */
  readonly earlier: Set<string>
}

/** Tells secrets apart and says nothing of them. */
export function markOf(secret: string): string {
  return createHash('sha256').update(`jiangping computer ${secret}`).digest('hex').slice(0, 16)
}

/** The known secret with this mark. @throws Refused `key-of-another-computer`. */
export function secretWith({ current, earlier }: ComputerSecrets, mark: string): string {
  const known = current === null ? [...earlier] : [current, ...earlier]
  return known.find((secret) => markOf(secret) === mark) ?? refuse('key-of-another-computer')
}

const placeOf = (store: string) => path.join(store, 'keys', 'recovery.json')

/** When the recovery passphrase of this computer was made; null if there is none. */
export function recoveryMadeAt(store: string, secret: string): string | null {
  if (!existsSync(placeOf(store))) return null
  const { computer, at } = sealedSchema.parse(JSON.parse(readFileSync(placeOf(store), 'utf8')))
  return computer === markOf(secret) ? at : null
}

/** Seals the secret with the passphrase and leaves it in the store, so that it moves with it. */
export function sealSecret(store: string, secret: string, passphrase: string, at: Date): void {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', scryptSync(plain(passphrase), salt, 32, cost), iv)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const spell = (bytes: Buffer) => bytes.toString('base64')
  const kept = {
    computer: markOf(secret),
    at: at.toISOString(),
    salt: spell(salt),
    iv: spell(iv),
    tag: spell(cipher.getAuthTag()),
    sealed: spell(sealed),
  }
  const target = placeOf(store)
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
  writeFileSync(`${target}.part`, JSON.stringify(kept), { mode: 0o600 })
  renameSync(`${target}.part`, target)
}

/** @throws Refused `no-recovery-here`, `wrong-recovery-passphrase`. */
export function openSecret(store: string, passphrase: string): string {
  if (!existsSync(placeOf(store))) return refuse('no-recovery-here')
  const kept = sealedSchema.parse(JSON.parse(readFileSync(placeOf(store), 'utf8')))
  const bytes = (name: 'salt' | 'iv' | 'tag' | 'sealed') => Buffer.from(kept[name], 'base64')
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(plain(passphrase), bytes('salt'), 32, cost), bytes('iv'))
  decipher.setAuthTag(bytes('tag'))
  try {
    return Buffer.concat([decipher.update(bytes('sealed')), decipher.final()]).toString('utf8')
  } catch {
    return refuse('wrong-recovery-passphrase')
  }
}

/** As it is read off paper: capitals or not, with lines or without. */
const plain = (passphrase: string) => passphrase.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
