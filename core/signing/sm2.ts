/**
 * The second signature of an act: SM2 with SM3 (GM/T 0003.2, GM/T 0004) over the very bytes of the first, for bureaus
 * that ask for the national algorithms. Software throughout: no certified module, and every screen says so.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { sm2 } from 'sm-crypto-v2'

/** As keys and signatures are named in ledger and workbook. */
export const secondAlgorithm = 'SM2-SM3' as const

/** The order of the curve's group (GM/T 0003.5, 1). */
const order = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')
/** So many random bytes make a number below the order without leaning to either side. */
export const sm2RandomBytes = 48

/** Hex: 32 bytes, and 65 of the point as it is written out (04, x, y). */
export type Sm2Key = { readonly secret: string; readonly point: string }

/** @param random {@link sm2RandomBytes} bytes nobody knows; core makes none itself. */
export function sm2KeyFrom(random: Uint8Array): Sm2Key {
  const secret = scalarFrom(random)
  return { secret, point: sm2.getPublicKeyFromPrivateKey(secret) }
}

// The library's own way from a text to a key answers with the same key for every text (1.15.1); it is not used.
function scalarFrom(random: Uint8Array): string {
  if (random.length < sm2RandomBytes) throw new RangeError('too few random bytes')
  const number = (BigInt(`0x${bytesToHex(random)}`) % (order - 2n)) + 1n
  return number.toString(16).padStart(64, '0')
}

/** Signs under the identity that is used where none was agreed. @param random as {@link sm2KeyFrom}, never twice the same. */
export function signSm2({ secret, point }: Sm2Key, data: Uint8Array, random: Uint8Array): Uint8Array {
  return signSm2With({ secret, point }, data, scalarFrom(random))
}

/** The same with the number k itself, as the standard's example gives it. r and s side by side, 64 bytes. */
export function signSm2With({ secret, point }: Sm2Key, data: Uint8Array, k: string): Uint8Array {
  const x1 = BigInt(`0x${sm2.getPublicKeyFromPrivateKey(k).slice(2, 66)}`)
  const pointPool = [{ k: BigInt(`0x${k}`), x1 }]
  return hexToBytes(sm2.doSignature(data, secret, { hash: true, publicKey: point, pointPool }))
}

/** True when `signature` is of `data` by the key. Never throws. @param point 65 bytes. */
export function isSm2SignatureOf(point: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    if (point.length !== 65 || point[0] !== 4 || signature.length !== 64) return false
    const hex = bytesToHex(signature)
    const parts = [hex.slice(0, 64), hex.slice(64)].map((part) => BigInt(`0x${part}`))
    if (parts.some((part) => part < 1n || part >= order)) return false
    return sm2.doVerifySignature(data, hex, bytesToHex(point), { hash: true })
  } catch {
    return false
  }
}
