/** Certificates as a verifier reads them. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromBase64 } from '../opc/base64.ts'

export type ReadCertificate = {
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string
  readonly bytes: Uint8Array
  readonly name: string
  readonly serial: string
  readonly from: Date
  readonly until: Date
  /** SPKI. */
  readonly key: Uint8Array
  /** True when it may issue certificates. */
  readonly isAuthority: boolean
  /** True when `issuer`'s key signed it. */
  isFrom(issuer: ReadCertificate): Promise<boolean>
}

/** @throws Error when it is no certificate. */
export async function readCertificate(base64: string): Promise<ReadCertificate> {
  // The library's injector wants the metadata polyfill first.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const bytes = fromBase64(base64)
  const read = new x509.X509Certificate(bytes)
  return {
    fingerprint: bytesToHex(sha256(bytes)),
    bytes,
    name: read.subjectName.getField('CN')[0] ?? read.subject,
    serial: BigInt(`0x${read.serialNumber}`).toString(),
    from: read.notBefore,
    until: read.notAfter,
    key: new Uint8Array(read.publicKey.rawData),
    isAuthority: read.getExtension(x509.BasicConstraintsExtension)?.ca === true,
    async isFrom(issuer) {
      const authority = new x509.X509Certificate(new Uint8Array(issuer.bytes))
      if (read.issuer !== authority.subject) return false
      return read.verify({ publicKey: authority.publicKey, signatureOnly: true }).catch(() => false)
    },
  }
}
