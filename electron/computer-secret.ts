// The secret that binds signing keys to this computer: kept by the system for the person who is logged in.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { safeStorage } from 'electron'

/**
 * Reads the secret, or makes it at the first start. Undefined where the system keeps nothing safe (Linux without a
 * key ring would store it as plain text), or where what it kept cannot be read: keys then ask for the recovery passphrase.
 */
export async function computerSecret(file: string): Promise<string | undefined> {
  if (!(await isSafe())) return undefined
  try {
    return existsSync(file) ? await decrypted(file) : await made(file)
  } catch {
    // A profile copied from another system cannot be decrypted, a full disk not written: the program starts all the same.
    return undefined
  }
}

async function isSafe(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return safeStorage.isAsyncEncryptionAvailable()
}

async function decrypted(file: string): Promise<string> {
  return (await safeStorage.decryptStringAsync(readFileSync(file))).result
}

async function made(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await safeStorage.encryptStringAsync(secret), { mode: 0o600 })
  return secret
}
