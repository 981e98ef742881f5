/** Numbers of GM/T 0003.5-2012, annex A.2 (the same as in GB/T 32918.5-2017) and of GM/T 0004-2012, annex A.1. */
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sm3 } from 'sm-crypto-v2'
import { expect, test } from 'vitest'
import { isSm2SignatureOf, signSm2, signSm2With, sm2KeyFrom } from './sm2.ts'

const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
const point =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
  'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
const k = '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21'
const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
const data = utf8ToBytes('message digest')
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'

test('SM3 of "abc"', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test("the example's signature comes out number for number, and holds", () => {
  expect(Buffer.from(signSm2With({ secret, point }, data, k)).toString('hex')).toBe(r + s)
  expect(isSm2SignatureOf(hexToBytes(point), data, hexToBytes(r + s))).toBe(true)
})

test.each([
  ['another text', hexToBytes(point), utf8ToBytes('message digesT'), hexToBytes(r + s)],
  ['another value', hexToBytes(point), data, hexToBytes(r + s).with(63, 0xab)],
  ['r above the order', hexToBytes(point), data, hexToBytes(order + s)],
  ['s of nothing', hexToBytes(point), data, hexToBytes(r + '0'.repeat(64))],
  ['a key that is no point', hexToBytes(point).with(1, 0), data, hexToBytes(r + s)],
  ['no key', new Uint8Array(), data, hexToBytes(r + s)],
])('%s does not hold', (_, key, said, value) => {
  expect(isSm2SignatureOf(key, said, value)).toBe(false)
})

test('keys follow from their random bytes, each from its own', () => {
  const [one, two] = [new Uint8Array(48).fill(1), new Uint8Array(48).fill(2)]
  expect(sm2KeyFrom(one).secret).not.toBe(sm2KeyFrom(two).secret)
  expect(() => sm2KeyFrom(new Uint8Array(32))).toThrow('too few')
  const key = sm2KeyFrom(one)
  expect(isSm2SignatureOf(hexToBytes(key.point), data, signSm2(key, data, two))).toBe(true)
})
