/** The round's own small authority and the certificates it issues. No network is asked, none is named inside. */
import { createHash, createPublicKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import type * as X509 from '@peculiar/x509'
import { fromBase64, toBase64 } from '#core/opc/base64.ts'
import type { SigningCertificate } from '#core/opc/sign.ts'

/** What a certificate's key is: what Office is used to, or the shorter one. */
export type DocumentAlgorithm = 'RS256' | 'ES256'

/** Loaded when needed. Its injector wants the metadata polyfill first. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(webcrypto as Crypto)
  return x509
}

export const webAlgorithms = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const

type Issued = { readonly certificate: string; readonly fingerprint: string }
export type Validity = { readonly from: Date; readonly until: Date }

/** A validity of so many years from now; it begins a day early, for clocks that differ. */
export function validFor(now: Date, years: number): Validity {
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  return { from: new Date(now.getTime() - 86_400_000), until }
}

/** SHA-256 of a certificate in base64, lower-case hex. */
export function certificateFingerprint(certificate: string): string {
  return createHash('sha256').update(fromBase64(certificate)).digest('hex')
}

async function cryptoKey(key: KeyObject, algorithm: DocumentAlgorithm): Promise<CryptoKey> {
  const uses: KeyUsage[] = key.type === 'private' ? ['sign'] : ['verify']
  return key.toCryptoKey(webAlgorithms[algorithm], true, uses) as unknown as CryptoKey
}

/**
 * A self-signed authority. Its name is one RDN in ASCII: Office has written issuer names in either order, and of one
 * RDN both orders are the same.
 */
export async function makeAuthority(given: {
  key: KeyObject
  algorithm: DocumentAlgorithm
  round: string
  validity: Validity
}): Promise<Issued> {
  const x509 = await loadX509()
  const publicKey = await cryptoKey(createPublicKey(given.key), given.algorithm)
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [`Jiangping Panel Authority ${given.round}`] }],
    notBefore: given.validity.from,
    notAfter: given.validity.until,
    keys: { privateKey: await cryptoKey(given.key, given.algorithm), publicKey },
    signingAlgorithm: webAlgorithms[given.algorithm],
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  })
  return issuedOf(made)
}

/** A person's certificate. Purposes are such that Office and LibreOffice (which wants emailProtection) both take it. */
export async function issueCertificate(given: {
  authority: { key: KeyObject; algorithm: DocumentAlgorithm; certificate: string }
  /** SPKI. */
  publicKey: Uint8Array
  algorithm: DocumentAlgorithm
  who: { name: string; unit: string; role: string }
  validity: Validity
}): Promise<Issued> {
  const x509 = await loadX509()
  const { authority, who } = given
  const issuer = new x509.X509Certificate(fromBase64(authority.certificate))
  const spki = createPublicKey({ key: Buffer.from(given.publicKey), format: 'der', type: 'spki' })
  const publicKey = await cryptoKey(spki, given.algorithm)
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ C: ['CN'] }, ...(who.unit ? [{ O: [who.unit] }] : []), { OU: [who.role] }, { CN: [who.name] }],
    issuer: issuer.subject,
    notBefore: given.validity.from,
    notAfter: new Date(Math.min(given.validity.until.getTime(), issuer.notAfter.getTime())),
    publicKey,
    signingKey: await cryptoKey(authority.key, authority.algorithm),
    signingAlgorithm: webAlgorithms[authority.algorithm],
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.311.10.3.12', '1.3.6.1.5.5.7.3.4'], false),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer, false),
    ],
  })
  return issuedOf(made)
}

function issuedOf(made: X509.X509Certificate): Issued {
  const certificate = toBase64(new Uint8Array(made.rawData))
  return { certificate, fingerprint: certificateFingerprint(certificate) }
}

/** What a signature of the workbook says about its certificate. */
export async function signingCertificate(
  certificate: string,
  algorithm: DocumentAlgorithm,
): Promise<SigningCertificate> {
  const x509 = await loadX509()
  const bytes = fromBase64(certificate)
  const read = new x509.X509Certificate(bytes)
  return { bytes, issuer: read.issuer, serial: BigInt(`0x${read.serialNumber}`).toString(), algorithm }
}

/** The public key of a certificate in base64. */
export function publicKeyOf(certificate: string): KeyObject {
  return new X509Certificate(fromBase64(certificate)).publicKey
}

/** A certificate as a file that Windows, Firefox and LibreOffice take. */
export function pemOf(certificate: string): string {
  const lines = certificate.match(/.{1,64}/g)?.join('\n') ?? ''
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** Sixteen random bytes whose first bits keep the number positive and of full length. */
function serial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(bytes).toString('hex')
}
