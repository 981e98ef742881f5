import { expect, test } from 'vitest'
import { ed25519Spki, isSignatureOf } from './check-signature.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
// RFC 8032, 7.1, test 3.
const key = ed25519Spki(bytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'))
const data = bytes('af82')
const signature = bytes(
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
)

test('the published Ed25519 signature holds', async () => {
  expect(await isSignatureOf({ algorithm: 'Ed25519', key, data, signature })).toBe(true)
})

test('another text, another value, another kind of key, and a key that is none do not', async () => {
  const given = { algorithm: 'Ed25519', key, data, signature } as const
  expect(await isSignatureOf({ ...given, data: bytes('af83') })).toBe(false)
  expect(await isSignatureOf({ ...given, signature: signature.with(0, 0) })).toBe(false)
  expect(await isSignatureOf({ ...given, algorithm: 'ES256' })).toBe(false)
  expect(await isSignatureOf({ ...given, key: data })).toBe(false)
})
