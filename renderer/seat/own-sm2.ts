/**
 * The key of second signatures on this device. Browsers have no SM2: the secret is sealed by a key the browser does not
 * give away, is opened in memory for the moment of signing, and never leaves the device.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '#core/opc/base64.ts'

export type SealedSm2 = {
  readonly seal: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  readonly secret: ArrayBuffer
  /** The public point, base64. */
  readonly point: string
}

/** Loaded where a round asks for it. */
const sm2 = () => import('#core/signing/sm2.ts')
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Makes a key and seals its secret. */
export async function makeSm2(): Promise<SealedSm2> {
  const { sm2KeyFrom, sm2RandomBytes } = await sm2()
  const { secret, point } = sm2KeyFrom(random(sm2RandomBytes))
  const seal = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = random(12)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, new Uint8Array(hexToBytes(secret)))
  return { seal, iv, secret: sealed, point: toBase64(hexToBytes(point)) }
}

/** One second signature for each text, base64. */
export async function signSeconds(own: SealedSm2, texts: readonly string[]): Promise<string[]> {
  const { signSm2, sm2RandomBytes } = await sm2()
  const secret = bytesToHex(
    new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: own.iv }, own.seal, own.secret)),
  )
  const point = bytesToHex(Uint8Array.from(atob(own.point), (letter) => letter.charCodeAt(0)))
  return texts.map((text) =>
    toBase64(signSm2({ secret, point }, new TextEncoder().encode(text), random(sm2RandomBytes))),
  )
}
