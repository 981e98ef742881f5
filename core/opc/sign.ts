/**
 * One Office signature (ECMA-376-2, XMLDSig, XAdES-EPES), in two steps: the bytes to sign, and the part with the value.
 * Between the two the private key may be anywhere: on a tablet across the room, or on another laptop.
 */
import { toBase64 } from './base64.ts'
import { digestOf, manifestOf, type Reference } from './manifest.ts'
import { algorithms, namespaces, referenceTypes } from './names.ts'
import { partOf, readPackage } from './package.ts'
import { canonical, type Element, element, type Node } from './xml.ts'

/**
 * What all signers sign alike. Equal Ids must have equal content in every signature: LibreOffice (7.4 to 25.2) mixes
 * them up from the third signature on.
 */
export type Sealed = { readonly packageObject: Element; readonly officeObject: Element; readonly references: number }

export type SigningCertificate = {
  /** DER. */
  readonly bytes: Uint8Array
  /** The issuer's distinguished name: one RDN, so that every spelling of it is the same. */
  readonly issuer: string
  /** The serial number, decimal. */
  readonly serial: string
  readonly algorithm: 'RS256' | 'ES256'
}

/** What one signer says in signing. */
export type Saying = {
  /** Place in the order of signers, from 0. */
  readonly place: number
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly role: string
  readonly statement: string
}

const inDsig = { xmlns: namespaces.dsig }
const words = (name: string, value: string) => element(name, {}, ...(value ? [value] : []))
const digest = (value: string) => [
  element('DigestMethod', { Algorithm: algorithms.sha256 }),
  element('DigestValue', {}, value),
]
const transform = (algorithm: string, ...children: Node[]) =>
  element('Transform', { Algorithm: algorithm }, ...children)
/** Without fractions of a second, as Office writes times. */
const utc = (iso: string) => new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z')

/** Digests a prepared workbook once for all signers. `comment` is at most 255 characters. */
export function seal(zip: Uint8Array, said: { at: string; comment: string; hardened: boolean }): Sealed {
  const references = manifestOf(readPackage(zip), said)
  return {
    references: references.length,
    packageObject: element(
      'Object',
      { Id: 'idPackageObject' },
      element('Manifest', {}, ...references.map(manifestReference)),
      element(
        'SignatureProperties',
        {},
        element(
          'SignatureProperty',
          { Id: 'idSignatureTime', Target: '#idPackageSignature' },
          element(
            'mdssi:SignatureTime',
            { 'xmlns:mdssi': namespaces.package },
            element('mdssi:Format', {}, 'YYYY-MM-DDThh:mm:ssTZD'),
            element('mdssi:Value', {}, utc(said.at)),
          ),
        ),
      ),
    ),
    officeObject: officeObject(said.comment.slice(0, 255)),
  }
}

function manifestReference({ part, contentType, ids, whole, digest: value }: Reference): Element {
  const picked = ids?.map((id) =>
    element('mdssi:RelationshipReference', { 'xmlns:mdssi': namespaces.package, SourceId: id }),
  )
  const steps = picked
    ? [transform(algorithms.relationships, ...picked), transform(algorithms.c14n)]
    : whole
      ? [transform(algorithms.c14n)]
      : []
  const transforms = steps.length > 0 ? [element('Transforms', {}, ...steps)] : []
  return element('Reference', { URI: `${part}?ContentType=${contentType}` }, ...transforms, ...digest(value))
}

/** What Office wants to know about the machine; the same for everybody, and nobody's real machine. */
function officeObject(comment: string): Element {
  const said: [string, string][] = [
    ['SetupID', ''],
    ['SignatureText', ''],
    ['SignatureImage', ''],
    ['SignatureComments', comment],
    ['WindowsVersion', '10.0'],
    ['OfficeVersion', '16.0.10000/14'],
    ['ApplicationVersion', '16.0.10000'],
    ['Monitors', '1'],
    ['HorizontalResolution', '1920'],
    ['VerticalResolution', '1080'],
    ['ColorDepth', '32'],
    ['SignatureProviderId', '{00000000-0000-0000-0000-000000000000}'],
    ['SignatureProviderUrl', ''],
    ['SignatureProviderDetails', '9'],
    ['SignatureType', '1'],
  ]
  const info = element(
    'SignatureInfoV1',
    { xmlns: namespaces.office },
    ...said.map(([name, value]) => words(name, value)),
  )
  const property = element('SignatureProperty', { Id: 'idOfficeV1Details', Target: '#idPackageSignature' }, info)
  return element('Object', { Id: 'idOfficeObject' }, element('SignatureProperties', {}, property))
}

/** Unique but for the first: what differs between signers must not carry an Id that others carry. */
const propertiesId = (place: number) => (place === 0 ? 'idSignedProperties' : `idSignedProperties${place + 1}`)

function signedProperties(certificate: SigningCertificate, said: Saying): Element {
  const issuerSerial = element(
    'xd:IssuerSerial',
    {},
    element('X509IssuerName', {}, certificate.issuer),
    element('X509SerialNumber', {}, certificate.serial),
  )
  const cert = element(
    'xd:Cert',
    {},
    element('xd:CertDigest', {}, ...digest(digestOf(certificate.bytes))),
    issuerSerial,
  )
  return element(
    'xd:SignedProperties',
    { Id: propertiesId(said.place) },
    element(
      'xd:SignedSignatureProperties',
      {},
      element('xd:SigningTime', {}, utc(said.at)),
      element('xd:SigningCertificate', {}, cert),
      element('xd:SignaturePolicyIdentifier', {}, element('xd:SignaturePolicyImplied')),
      element('xd:SignerRole', {}, element('xd:ClaimedRoles', {}, element('xd:ClaimedRole', {}, said.role))),
    ),
    element(
      'xd:SignedDataObjectProperties',
      {},
      element(
        'xd:CommitmentTypeIndication',
        {},
        element(
          'xd:CommitmentTypeId',
          {},
          element('xd:Identifier', {}, 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval'),
          element('xd:Description', {}, said.statement),
        ),
        element('xd:AllSignedDataObjects'),
      ),
    ),
  )
}

function signedInfo(sealed: Sealed, certificate: SigningCertificate, said: Saying): Element {
  const object = (id: string, content: Element) =>
    element(
      'Reference',
      { Type: referenceTypes.object, URI: `#${id}` },
      ...digest(digestOf(canonical(content, inDsig))),
    )
  const properties = canonical(signedProperties(certificate, said), { ...inDsig, 'xmlns:xd': namespaces.xades })
  return element(
    'SignedInfo',
    {},
    element('CanonicalizationMethod', { Algorithm: algorithms.c14n }),
    element('SignatureMethod', { Algorithm: algorithms[certificate.algorithm] }),
    object('idPackageObject', sealed.packageObject),
    object('idOfficeObject', sealed.officeObject),
    element(
      'Reference',
      { Type: referenceTypes.properties, URI: `#${propertiesId(said.place)}` },
      element('Transforms', {}, transform(algorithms.c14n)),
      ...digest(digestOf(properties)),
    ),
  )
}

/** The canonical SignedInfo: exactly the text whose UTF-8 bytes the signer's key signs. */
export function textToSign(sealed: Sealed, certificate: SigningCertificate, said: Saying): string {
  return canonical(signedInfo(sealed, certificate, said), inDsig)
}

/** The same as bytes. */
export const bytesToSign = (...given: Parameters<typeof textToSign>): Uint8Array => partOf(textToSign(...given))

/**
 * The finished signature part.
 * @param value of the signature; for ECDSA r and s side by side, 64 bytes, not DER.
 */
export function signaturePart(
  sealed: Sealed,
  certificate: SigningCertificate,
  said: Saying,
  value: Uint8Array,
): string {
  const properties = element(
    'xd:QualifyingProperties',
    { 'xmlns:xd': namespaces.xades, Target: '#idPackageSignature' },
    signedProperties(certificate, said),
  )
  const signature = element(
    'Signature',
    { xmlns: namespaces.dsig, Id: 'idPackageSignature' },
    signedInfo(sealed, certificate, said),
    element('SignatureValue', {}, toBase64(value)),
    element('KeyInfo', {}, element('X509Data', {}, element('X509Certificate', {}, toBase64(certificate.bytes)))),
    sealed.packageObject,
    sealed.officeObject,
    element('Object', {}, properties),
  )
  return `${signatureHeader}${canonical(signature)}`
}

export const signatureHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
