/** One signature part, taken apart: what it says, whether it holds in itself, and what it signs. */
import { fromBase64 } from '../opc/base64.ts'
import { digestOf, type Reference } from '../opc/manifest.ts'
import { algorithms, namespaces, referenceTypes } from '../opc/names.ts'
import { partOf } from '../opc/package.ts'
import { signatureHeader } from '../opc/sign.ts'
import { canonical, childrenOf, type Element, find, parseXml, textOf } from '../opc/xml.ts'
import { type ReadCertificate, readCertificate } from '../signing/certificate.ts'
import { isSignatureOf } from '../signing/check-signature.ts'

export type SignaturePart = {
  readonly part: string
  readonly certificate: ReadCertificate | null
  readonly at: string
  readonly role: string
  readonly statement: string
  readonly references: readonly Reference[]
  /** What does not hold, in the words of the format; empty for a sound signature. */
  readonly problems: readonly string[]
}

const inDsig = { xmlns: namespaces.dsig }

/** Reads a signature as this program writes them. Anything else is a problem: no other spelling is guessed at. */
export async function readSignature(part: string, text: string): Promise<SignaturePart> {
  const problems: string[] = []
  const nothing = { part, certificate: null, at: '', role: '', statement: '', references: [], problems }
  let root: Element
  try {
    root = parseXml(text)
  } catch (problem) {
    problems.push(problem instanceof Error ? problem.message : String(problem))
    return nothing
  }
  // What the parser passes over (comments, blanks, other prefixes) must not be there at all.
  if (`${signatureHeader}${canonical(root)}` !== text) problems.push('spelling')
  const children = childrenOf(root)
  const order = children.map(({ name }) => name).join(' ')
  if (root.name !== 'Signature' || order !== 'SignedInfo SignatureValue KeyInfo Object Object Object')
    problems.push('structure')
  const [signedInfo, value, keyInfo, packageObject, officeObject, xadesObject] = children
  if (!signedInfo || !value || !keyInfo || !packageObject || !officeObject || !xadesObject) return nothing
  const properties = find(xadesObject, 'xd:QualifyingProperties', 'xd:SignedProperties')
  const certificate = await readCertificate(textOf(find(keyInfo, 'X509Data', 'X509Certificate'))).catch(() => null)
  if (!certificate) problems.push('certificate')
  checkReferences(signedInfo, { packageObject, officeObject, properties }, problems)
  const said =
    certificate && properties ? sayingOf(properties, certificate, problems) : { at: '', role: '', statement: '' }
  if (certificate) await checkValue(signedInfo, value, certificate, problems)
  return { ...nothing, ...said, certificate, references: referencesOf(packageObject, problems) }
}

/** The three things each signature signs, no more and no less, each digest as it stands. */
function checkReferences(
  signedInfo: Element,
  signed: { packageObject: Element; officeObject: Element; properties: Element | undefined },
  problems: string[],
): void {
  const { packageObject, officeObject, properties } = signed
  if (find(signedInfo, 'CanonicalizationMethod')?.attributes.Algorithm !== algorithms.c14n)
    problems.push('canonicalization')
  if (packageObject.attributes.Id !== 'idPackageObject') problems.push('idPackageObject')
  if (officeObject.attributes.Id !== 'idOfficeObject') problems.push('idOfficeObject')
  const inXades = { ...inDsig, 'xmlns:xd': namespaces.xades }
  const wanted = [
    { element: packageObject, type: referenceTypes.object, text: canonical(packageObject, inDsig) },
    { element: officeObject, type: referenceTypes.object, text: canonical(officeObject, inDsig) },
    { element: properties, type: referenceTypes.properties, text: properties ? canonical(properties, inXades) : '' },
  ]
  const references = childrenOf(signedInfo, 'Reference')
  if (references.length !== wanted.length) problems.push('references')
  wanted.forEach(({ element, type, text }, index) => {
    const reference = references[index]
    const isThere =
      element && reference?.attributes.URI === `#${element.attributes.Id}` && reference.attributes.Type === type
    if (!isThere || digestIn(reference) !== digestOf(text)) problems.push(`digest of ${element?.attributes.Id ?? type}`)
  })
}

/** The digest a reference holds; "" when it is not SHA-256. */
function digestIn(reference: Element): string {
  const method = find(reference, 'DigestMethod')?.attributes.Algorithm
  return method === algorithms.sha256 ? textOf(find(reference, 'DigestValue')) : ''
}

async function checkValue(
  signedInfo: Element,
  value: Element,
  { key }: ReadCertificate,
  problems: string[],
): Promise<void> {
  const method = find(signedInfo, 'SignatureMethod')?.attributes.Algorithm
  const algorithm = method === algorithms.RS256 ? 'RS256' : method === algorithms.ES256 ? 'ES256' : null
  const data = partOf(canonical(signedInfo, inDsig))
  try {
    const signature = fromBase64(textOf(value))
    if (algorithm && (await isSignatureOf({ algorithm, key, data, signature }))) return
  } catch {
    // No base64 is as wrong as a wrong value.
  }
  problems.push('signature value')
}

function sayingOf(properties: Element, certificate: ReadCertificate, problems: string[]) {
  const own = find(properties, 'xd:SignedSignatureProperties')
  const cert = own && find(own, 'xd:SigningCertificate', 'xd:Cert')
  const digest = cert && find(cert, 'xd:CertDigest')
  if (!digest || digestIn(digest) !== digestOf(certificate.bytes)) problems.push('signing certificate')
  if (textOf(cert && find(cert, 'xd:IssuerSerial', 'X509SerialNumber')) !== certificate.serial)
    problems.push('serial number')
  const at = textOf(own && find(own, 'xd:SigningTime'))
  const time = new Date(at)
  if (!(time >= certificate.from && time <= certificate.until)) problems.push('signing time')
  const role = textOf(own && find(own, 'xd:SignerRole', 'xd:ClaimedRoles', 'xd:ClaimedRole'))
  const commitment = find(
    properties,
    'xd:SignedDataObjectProperties',
    'xd:CommitmentTypeIndication',
    'xd:CommitmentTypeId',
  )
  return { at, role, statement: textOf(commitment && find(commitment, 'xd:Description')) }
}

/** What the manifest names. */
function referencesOf(packageObject: Element, problems: string[]): Reference[] {
  const manifest = find(packageObject, 'Manifest')
  if (!manifest || childrenOf(manifest).length === 0) problems.push('manifest')
  return (manifest ? childrenOf(manifest, 'Reference') : []).map((reference) => {
    const [part = '', contentType = ''] = (reference.attributes.URI ?? '').split('?ContentType=')
    const transforms = find(reference, 'Transforms')
    const steps = transforms ? childrenOf(transforms, 'Transform') : []
    const methods = steps.map(({ attributes }) => attributes.Algorithm).join(' ')
    const picked = methods === `${algorithms.relationships} ${algorithms.c14n}`
    const whole = methods === algorithms.c14n
    if (!picked && !whole && methods !== '') problems.push(`transforms of ${part}`)
    const selectors = picked && steps[0] ? childrenOf(steps[0], 'mdssi:RelationshipReference') : []
    const ids = picked ? selectors.map(({ attributes }) => attributes.SourceId ?? '') : null
    return { part, contentType, ids, whole, digest: digestIn(reference) }
  })
}
