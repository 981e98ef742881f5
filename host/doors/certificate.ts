/** The certificate of the LAN door: from the round's authority where there is one, else from this store's own. No network is asked. */
import { createHash, type KeyObject, webcrypto } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type * as X509 from '@peculiar/x509'
import { fromBase64 } from '#core/opc/base64.ts'
import { type DocumentAlgorithm, webAlgorithms } from '../signing/certificates.ts'

/** Loaded when a door is opened: most starts need no certificate. Its injector wants the metadata polyfill first. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(webcrypto as Crypto)
  return x509
}

export type LanCertificate = {
  readonly key: string
  readonly cert: string
  readonly fingerprint: string
  /** Fingerprint of the round's authority that issued it; null when it is this computer's own. */
  readonly issuer: string | null
}

/** The authority of a round. Its key is there only while the secretary's is unlocked. */
export type LanIssuer = {
  /** DER in base64. */
  readonly certificate: string
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string
  readonly algorithm: DocumentAlgorithm
  readonly key: KeyObject | null
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000
const authorityDays = 800
const leafDays = 30

type Kept = { key: string; cert: string; addresses: string[]; until: string }

/**
 * The certificate for these addresses: the kept one while it fits, else a new one. Devices that accepted the
 * authority once need not be asked again.
 * @param issuer the round's authority; where its key is locked and no certificate of it is kept, this computer's own issues.
 */
export async function openLanCertificate(
  folder: string,
  addresses: string[],
  now: Date,
  issuer: LanIssuer | null = null,
): Promise<LanCertificate> {
  if (issuer) {
    const place = path.join(folder, 'lan', `round-${issuer.fingerprint.slice(0, 16)}.json`)
    const { key } = issuer
    const make = key && (async () => issue(await roundIssuer({ ...issuer, key }), addresses, now))
    const found = await keptOr(place, addresses, now, make)
    if (found) return describe(found, issuer.fingerprint)
  }
  const place = path.join(folder, 'lan', 'certificate.json')
  const make = async () => issue(await openAuthority(path.join(folder, 'lan', 'authority.json'), now), addresses, now)
  const own = await keptOr(place, addresses, now, make)
  return describe(own ?? (await make()), null)
}

async function keptOr(
  place: string,
  addresses: string[],
  now: Date,
  make: (() => Promise<Kept>) | null,
): Promise<Kept | null> {
  const kept = await readKept(place)
  if (kept && addresses.every((address) => kept.addresses.includes(address)) && new Date(kept.until) > now) return kept
  const made = (await make?.()) ?? null
  if (made) await writePrivate(place, JSON.stringify(made))
  return made
}

async function describe(current: Kept, issuer: string | null): Promise<LanCertificate> {
  const x509 = await loadX509()
  const [leaf] = current.cert.split(/(?<=-----END CERTIFICATE-----)\s*/)
  const raw = new x509.X509Certificate(leaf ?? current.cert).rawData
  const fingerprint = createHash('sha256').update(Buffer.from(raw)).digest('hex').toUpperCase()
  const shown = fingerprint.match(/../g)?.join(':') ?? fingerprint
  return { key: current.key, cert: current.cert, fingerprint: shown, issuer }
}

type Issuer = {
  key: CryptoKey
  algorithm: { name: string; hash: string }
  certificate: X509.X509Certificate
}

async function roundIssuer({ key, ...given }: LanIssuer & { key: KeyObject }): Promise<Issuer> {
  const x509 = await loadX509()
  const web = webAlgorithms[given.algorithm]
  const signing = key.toCryptoKey(web, true, ['sign']) as unknown as CryptoKey
  return { key: signing, algorithm: web, certificate: new x509.X509Certificate(fromBase64(given.certificate)) }
}

async function readKept(place: string): Promise<Kept | null> {
  return JSON.parse(await readFile(place, 'utf8').catch(() => 'null')) as Kept | null
}

async function writePrivate(place: string, content: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, content, { mode: 0o600 })
}

async function issue(authority: Issuer, addresses: string[], now: Date): Promise<Kept> {
  const x509 = await loadX509()
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const until = new Date(now.getTime() + leafDays * day)
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: 'CN=Jiangping panel room',
    issuer: authority.certificate.subject,
    notBefore: new Date(now.getTime() - day),
    notAfter: until,
    publicKey: keys.publicKey as CryptoKey,
    signingKey: authority.key,
    signingAlgorithm: authority.algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      // Apple devices refuse a server certificate without this purpose or without alternative names.
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        ...addresses.map((address) => ({ type: 'ip' as const, value: address })),
      ]),
    ],
  })
  return {
    key: await exportKey(keys.privateKey as CryptoKey),
    cert: `${leaf.toString('pem')}\n${authority.certificate.toString('pem')}\n`,
    addresses,
    until: until.toISOString(),
  }
}

async function openAuthority(place: string, now: Date): Promise<Issuer> {
  const x509 = await loadX509()
  const kept = JSON.parse(await readFile(place, 'utf8').catch(() => 'null')) as { key: string; cert: string } | null
  if (kept) {
    const certificate = new x509.X509Certificate(kept.cert)
    if (certificate.notAfter > now) return { key: await importKey(kept.key), algorithm, certificate }
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Jiangping room authority',
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + authorityDays * day),
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  const made = { key: await exportKey(keys.privateKey as CryptoKey), cert: certificate.toString('pem') }
  await writePrivate(place, JSON.stringify(made))
  return { key: keys.privateKey as CryptoKey, algorithm, certificate }
}

function serial(): string {
  // A leading zero bit keeps the number positive.
  return `0${Buffer.from(webcrypto.getRandomValues(new Uint8Array(12))).toString('hex')}`
}

async function exportKey(key: CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
  const lines =
    bytes
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? ''
  return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`
}

function importKey(pem: string): Promise<CryptoKey> {
  const bytes = Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64')
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']) as Promise<CryptoKey>
}
