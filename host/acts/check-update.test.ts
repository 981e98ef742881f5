import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashFile } from '#db/packet-files.ts'
import type { Ctx } from '../host.ts'
import { isNewer, signSlip } from '../update/slip.ts'
import { checkUpdate } from './check-update.ts'

const pem = { type: 'spki', format: 'pem' } as const
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519').privateKey
const secret = (key = privateKey) => key.export({ type: 'pkcs8', format: 'pem' }) as string
let folder: string
let installer: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jp-update-'))
  installer = path.join(folder, 'Jiangping-9.0.0.exe')
  writeFileSync(installer, '样例安装包')
  writeFileSync(path.join(folder, 'publisher.pem'), publicKey.export(pem))
  vi.stubEnv('JP_PUBLISHER', path.join(folder, 'publisher.pem'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function sign(version: string, key = privateKey) {
  const words = { name: path.basename(installer), version, sha256: await hashFile(installer) }
  writeFileSync(`${installer}.jpsig`, JSON.stringify(signSlip(words, secret(key))))
}
const check = () => checkUpdate({} as Ctx, { path: installer })
const code = () =>
  check().then(
    () => 'taken',
    (error: { refusal?: { code: string } }) => error.refusal?.code,
  )

test('the publisher’s own, whole and newer, may be installed', async () => {
  await sign('9.0.0')
  expect(await check()).toMatchObject({ file: installer, version: '9.0.0' })
})

test('without its slip, altered, signed by a stranger or old: each is told apart', async () => {
  expect(await code()).toBe('update-without-slip')
  writeFileSync(`${installer}.jpsig`, '{"name":1}')
  expect(await code()).toBe('update-without-slip')
  await sign('9.0.0', stranger)
  expect(await code()).toBe('update-foreign')
  await sign('0.0.9')
  expect(await code()).toBe('update-old')
  await sign('9.0.0')
  writeFileSync(installer, '样例安装包，多了几个字')
  expect(await code()).toBe('update-altered')
  rmSync(installer)
  expect(await code()).toBe('not-found')
})

test('a build without a publisher checks nothing and says so', async () => {
  vi.stubEnv('JP_PUBLISHER', path.join(folder, 'nowhere.pem'))
  expect(await code()).toBe('no-publisher')
})

test.each([
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '1.0.0', false],
  ['1.0.1', '1.0.0', true],
  ['0.9.9', '1.0.0', false],
])('%s after %s: %s', (version, than, newer) => {
  expect(isNewer(version, than)).toBe(newer)
})
