import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refused } from '#core/refusal.ts'
import { type ComputerSecrets, openSecret, recoveryMadeAt, sealSecret } from './computer-secret.ts'
import { keepKeys, openKeys } from './keystore.ts'

const [old, next] = ['a'.repeat(43), 'b'.repeat(43)]
const secrets = { document: 'key bytes' }
let store: string
beforeEach(() => {
  store = mkdtempSync(path.join(tmpdir(), 'jp-keys-'))
})
afterEach(() => rmSync(store, { recursive: true }))

const on = (current: string | null, ...earlier: string[]): ComputerSecrets => ({ current, earlier: new Set(earlier) })
const at = (computer: ComputerSecrets) => ({ store, round: 'round-1', name: 'expert-1', computer })
const codeOf = (deed: Promise<unknown> | (() => unknown)) =>
  Promise.resolve()
    .then(() => (typeof deed === 'function' ? deed() : deed))
    .then(
      () => 'done',
      (error) => (error instanceof Refused ? error.refusal.code : String(error)),
    )

test('a key opens with its PIN on the computer it was made on, and nowhere else', async () => {
  await keepKeys(at(on(old)), secrets, '135790')
  expect(await openKeys(at(on(old)), '135790')).toEqual(secrets)
  expect(await codeOf(openKeys(at(on(old)), '135791'))).toBe('wrong-key-pin')
  expect(await codeOf(openKeys(at(on(next)), '135790'))).toBe('key-of-another-computer')
  expect(await codeOf(openKeys(at(on(null)), '135790'))).toBe('key-of-another-computer')
})

test('with the recovery passphrase it opens on the next computer and is bound to that one from then on', async () => {
  await keepKeys(at(on(old)), secrets, '135790')
  sealSecret(store, old, '7KQM-2F9X-HP3T-AAAA-BBBB', new Date('2026-11-28T00:00:00Z'))
  expect(recoveryMadeAt(store, old)).toBe('2026-11-28T00:00:00.000Z')
  expect(recoveryMadeAt(store, next)).toBeNull()
  expect(readFileSync(path.join(store, 'keys', 'recovery.json'), 'utf8')).not.toContain(old)
  expect(await codeOf(() => openSecret(store, '7KQM-2F9X-HP3T-AAAA-BBBC'))).toBe('wrong-recovery-passphrase')
  // As somebody types it from paper.
  const recovered = openSecret(store, '7kqm 2f9x hp3t aaaa bbbb')
  expect(recovered).toBe(old)
  expect(await openKeys(at(on(next, recovered)), '135790')).toEqual(secrets)
  expect(await openKeys(at(on(next)), '135790')).toEqual(secrets)
  expect(await codeOf(openKeys(at(on(old)), '135790'))).toBe('key-of-another-computer')
})

test('a key kept before keys were bound opens with its PIN and is bound then', async () => {
  await keepKeys(at(on(null)), secrets, '135790')
  expect(await openKeys(at(on(next)), '135790')).toEqual(secrets)
  expect(await codeOf(openKeys(at(on(null)), '135790'))).toBe('key-of-another-computer')
})

test('without a record there is nothing to recover', async () => {
  expect(await codeOf(() => openSecret(store, 'AAAA'))).toBe('no-recovery-here')
})
