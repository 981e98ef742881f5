/** Watches the keys a page makes: what the page asked for, and whether anything of a private part ever leaves it. */
import type { BrowserContext, Page } from 'playwright-core'

type Secret = { extractable: boolean; secret: string }
declare global {
  interface Window {
    witnessed?: Secret[]
  }
}

/**
 * Before the page is loaded: every key pair is made so that this test, and nobody else, could take it out. What the page
 * itself asked for is kept beside it.
 */
export async function watchKeys(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { subtle } = crypto
    const generate = subtle.generateKey.bind(subtle) as (...all: unknown[]) => Promise<CryptoKeyPair | CryptoKey>
    const witnessed: Secret[] = []
    window.witnessed = witnessed
    const hex = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    subtle.generateKey = (async (algorithm: unknown, extractable: boolean, uses: KeyUsage[]) => {
      // As slow as an old tablet: what the host says meanwhile must not make a second key.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const made = await generate(algorithm, true, uses)
      if ('privateKey' in made) {
        witnessed.push({ extractable, secret: hex(await subtle.exportKey('pkcs8', made.privateKey)) })
      }
      return made
    }) as typeof subtle.generateKey
  })
}

/** Everything the page sends from now on, as bytes. */
export function listenTo(page: Page): Buffer[] {
  const sent: Buffer[] = []
  page.on('request', (request) => {
    sent.push(Buffer.from(request.url()), Buffer.from(JSON.stringify(request.headers())))
    const body = request.postDataBuffer()
    if (body) sent.push(body)
  })
  return sent
}

/** The keys the page has made. */
export function keysOf(page: Page): Promise<Secret[]> {
  return page.evaluate(() => window.witnessed ?? [])
}

/**
 * Whether a private key is in what was sent, however it was spelled: the last 24 bytes that are its own (a PKCS#8 of
 * P-256 or Ed25519 ends with numbers; one of RSA with its last exponent) as bytes, in hex, in either base64.
 */
export function isSent(sent: readonly Buffer[], { secret }: Secret): boolean {
  const whole = Buffer.from(secret, 'hex')
  return privateParts(whole).some((part) =>
    [part, ...spellings(part)].some((spelled) => sent.some((bytes) => bytes.includes(spelled))),
  )
}

/** Of each 24 bytes of the key's own numbers; the public point at the end of an EC key is no secret and left out. */
function privateParts(whole: Buffer): Buffer[] {
  // P-256: the private number is the OCTET STRING of 32 bytes (04 20); Ed25519 the same; RSA's numbers are long.
  const short = whole.indexOf(Buffer.from([0x04, 0x20]))
  if (whole.length < 200 && short >= 0) return [whole.subarray(short + 2, short + 26)]
  const parts = []
  // The modulus comes first and is public; the private exponent and the primes fill the second half.
  for (let at = Math.floor(whole.length / 2); at + 24 <= whole.length; at += 24) parts.push(whole.subarray(at, at + 24))
  return parts
}

/** In base64 the place in the text decides how three bytes are spelled: all three are looked for. */
function spellings(part: Buffer): string[] {
  const shifted = [0, 1, 2].map((skip) => part.subarray(skip, skip + 21))
  return [
    part.toString('hex'),
    part.toString('hex').toUpperCase(),
    ...shifted.flatMap((one) => [one.toString('base64'), one.toString('base64url')]),
  ]
}
