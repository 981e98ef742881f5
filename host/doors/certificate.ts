/** The certificate of the LAN door, from a small authority of this store's own. No network is asked. */
import { createHash, webcrypto } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type * as X509 from '@peculiar/x509'

/** Loaded when a door is opened: most starts need no certificate. Its injector wants the metadata polyfill first. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(webcrypto as Crypto)
  return x509
}

export type LanCertificate = { readonly key: string; readonly cert: string; readonly fingerprint: string }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000
const authorityDays = 800
const leafDays = 30

type Kept = { key: string; cert: string; addresses: string[]; until: string }

/**
 * The certificate for these addresses: the kept one while it fits, else a new one. Devices that accepted the
 * authority once need not be asked again.
 */
export async function openLanCertificate(folder: string, addresses: string[], now: Date): Promise<LanCertificate> {
  const place = path.join(folder, 'lan', 'certificate.json')
  const kept = await readKept(place)
  const fits = kept && addresses.every((address) => kept.addresses.includes(address)) && new Date(kept.until) > now
  const current = fits ? kept : await issue(path.dirname(place), addresses, now)
  if (!fits) await writePrivate(place, JSON.stringify(current))
  const x509 = await loadX509()
  const [leaf] = current.cert.split(/(?<=-----END CERTIFICATE-----)\s*/)
  const raw = new x509.X509Certificate(leaf ?? current.cert).rawData
  const fingerprint = createHash('sha256').update(Buffer.from(raw)).digest('hex').toUpperCase()
  return { key: current.key, cert: current.cert, fingerprint: fingerprint.match(/../g)?.join(':') ?? fingerprint }
}

async function readKept(place: string): Promise<Kept | null> {
  return JSON.parse(await readFile(place, 'utf8').catch(() => 'null')) as Kept | null
}

async function writePrivate(place: string, content: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, content, { mode: 0o600 })
}

async function issue(folder: string, addresses: string[], now: Date): Promise<Kept> {
  const x509 = await loadX509()
  const authority = await openAuthority(path.join(folder, 'authority.json'), now)
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
    signingAlgorithm: algorithm,
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

async function openAuthority(place: string, now: Date): Promise<{ key: CryptoKey; certificate: X509.X509Certificate }> {
  const x509 = await loadX509()
  const kept = JSON.parse(await readFile(place, 'utf8').catch(() => 'null')) as { key: string; cert: string } | null
  if (kept) {
    const certificate = new x509.X509Certificate(kept.cert)
    if (certificate.notAfter > now) return { key: await importKey(kept.key), certificate }
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
  return { key: keys.privateKey as CryptoKey, certificate }
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
