/** The names ECMA-376-2, XMLDSig, XAdES and Office give to things in a signed package. */

export const namespaces = {
  dsig: 'http://www.w3.org/2000/09/xmldsig#',
  package: 'http://schemas.openxmlformats.org/package/2006/digital-signature',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  office: 'http://schemas.microsoft.com/office/2006/digsig',
} as const

export const algorithms = {
  c14n: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  relationships: 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  ES256: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
  RS256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
} as const

export const contentTypes = {
  relationships: 'application/vnd.openxmlformats-package.relationships+xml',
  origin: 'application/vnd.openxmlformats-package.digital-signature-origin',
  signature: 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml',
} as const

const pkg = 'http://schemas.openxmlformats.org/package/2006/relationships'
const doc = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const relationshipTypes = {
  origin: `${pkg}/digital-signature/origin`,
  signature: `${pkg}/digital-signature/signature`,
  worksheet: `${doc}/worksheet`,
} as const

/** Relationships of the package that Office leaves out of its signatures, and what they lead to. */
export const unsignedTypes: ReadonlySet<string> = new Set([
  `${doc}/extended-properties`,
  `${pkg}/metadata/core-properties`,
  relationshipTypes.origin,
])

/** The parts no Office signature covers. */
export const unsignedParts: ReadonlySet<string> = new Set([
  '/[Content_Types].xml',
  '/docProps/app.xml',
  '/docProps/core.xml',
])

/** Type of the reference to an object, and to the XAdES properties. */
export const referenceTypes = {
  object: `${namespaces.dsig}Object`,
  properties: 'http://uri.etsi.org/01903#SignedProperties',
} as const
