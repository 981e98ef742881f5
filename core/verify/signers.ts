/** Who signed, against who had to: by the ledger, by 签名清单, and by the signatures themselves. */
import { text } from '../lang.ts'
import { type Package, readRelationships, relationshipsOf, resolveTarget, textOfPart } from '../opc/package.ts'
import type { Keys } from '../signing/keys.ts'
import type { ActsChecked } from './acts.ts'
import type { CheckData } from './check-data.ts'
import type { Finding, SignatureView } from './finding.ts'
import { type ReadSheet, signerSheet } from './printed.ts'
import type { Known } from './remembered.ts'
import { readSignature, type SignaturePart } from './signature-part.ts'

/** Every signature that the package registers; those it does not are findings. */
export async function readSignatures(pkg: Package, known: Known, findings: Finding[]): Promise<SignaturePart[]> {
  const origin = '/_xmlsignatures/origin.sigs'
  const listed = (() => {
    try {
      return readRelationships(pkg.parts.get(relationshipsOf(origin)) ?? new Uint8Array()).map(({ target }) =>
        resolveTarget(origin, target),
      )
    } catch {
      return []
    }
  })()
  const there = [...pkg.parts.keys()].filter((part) => /^\/_xmlsignatures\/[^/]+\.xml$/.test(part))
  for (const part of there.filter((one) => !listed.includes(one))) {
    findings.push({
      code: 'unsigned-part',
      text: text(
        `签名文件 ${part} 没有登记，Excel 看不到它。`,
        `The signature ${part} is not registered: Excel does not see it.`,
      ),
    })
  }
  const expected = new Set([origin, relationshipsOf(origin), ...there])
  for (const part of pkg.parts.keys()) {
    if (part.startsWith('/_xmlsignatures/') && !expected.has(part))
      findings.push({
        code: 'unsigned-part',
        text: text(`签名文件夹里多出了 ${part}。`, `${part} does not belong among the signatures.`),
      })
  }
  return Promise.all(
    listed.map((part) => {
      const bytes = pkg.parts.get(part)
      const text = textOfPart(pkg, part) ?? ''
      return bytes ? known.of(`signature ${part}`, [bytes], () => readSignature(part, text)) : readSignature(part, text)
    }),
  )
}

/** Who signed, against who had to: by the ledger, by the printed list, and by the signatures themselves. */
export function checkSigners(
  parts: readonly SignaturePart[],
  known: { data: CheckData | null; acts: ActsChecked | null; sheets: ReadonlyMap<string, ReadSheet> },
  findings: Finding[],
): SignatureView[] {
  const { data, acts, sheets } = known
  const keys = acts?.keys
  const expected = data?.about.signers ?? []
  const nameOf = (fingerprint: string) => keys?.all.get(fingerprint)?.name ?? fingerprint.slice(0, 16)
  const present = parts.flatMap(({ certificate }) => (certificate ? [certificate.fingerprint] : []))
  for (const fingerprint of expected.filter((one) => !present.includes(one))) {
    const name = nameOf(fingerprint)
    findings.push({
      code: 'missing-signature',
      signer: name,
      expected: fingerprint,
      text: text(
        `缺少 ${name} 的数字签名：清单上有，文件里没有。`,
        `The signature of ${name} is missing: the list has it, the file has not.`,
      ),
    })
  }
  checkRoster(sheets.get(signerSheet), expected, { nameOf, findings })
  const views = parts.map((part) =>
    checkSigner(
      part,
      { keys, expected, repeated: present.filter((one) => one === part.certificate?.fingerprint).length > 1 },
      findings,
    ),
  )
  if (parts.length === 0)
    findings.push({
      code: 'missing-signature',
      text: text('文件里没有数字签名。', 'The file carries no digital signature.'),
    })
  return views
}

function checkSigner(
  part: SignaturePart,
  { keys, expected, repeated }: { keys: Keys | undefined; expected: readonly string[]; repeated: boolean },
  findings: Finding[],
): SignatureView {
  const { certificate, at, role, statement } = part
  const fingerprint = certificate?.fingerprint ?? ''
  const certified = keys?.all.get(fingerprint)
  const name = certified?.name ?? certificate?.name ?? part.part
  const before = findings.length
  const add = (code: Finding['code'], zh: string, en: string) =>
    findings.push({ code, signer: name, text: text(zh, en) })
  if (part.problems.length > 0) {
    const what = part.problems.join(', ')
    add(
      'signature',
      `${name} 的数字签名不成立（${part.part}：${what}）。`,
      `The signature of ${name} does not hold (${part.part}: ${what}).`,
    )
  }
  if (certificate && !certified)
    add(
      'foreign-signature',
      `${name} 的证书不是本轮发证机构签发的：这个签名不算数。`,
      `The certificate of ${name} is not of this round: the signature does not count.`,
    )
  else if (certificate && !expected.includes(fingerprint))
    add('foreign-signature', `${name} 的签名不在签名清单上。`, `${name} is not on the list of signers.`)
  if (repeated) add('signature', `${name} 的证书签了不止一次。`, `The certificate of ${name} signs more than once.`)
  if (certified?.revoked && at > certified.revoked.at)
    add('certificate', `${name} 的证书在签名之前已经吊销。`, `The certificate of ${name} had been revoked before.`)
  return { name, role, statement, at, fingerprint, intact: findings.length === before }
}

/** The fingerprints printed in 签名清单 are those of the ledger. */
function checkRoster(
  sheet: { cells: ReadonlyMap<string, string | number> } | undefined,
  expected: readonly string[],
  { nameOf, findings }: { nameOf: (fingerprint: string) => string; findings: Finding[] },
): void {
  const printed = new Map<string, string>()
  for (const [cell, value] of sheet?.cells ?? []) {
    const plain = String(value).replace(/[\s:]/g, '').toLowerCase()
    if (/^[0-9a-f]{64}$/.test(plain)) printed.set(plain, cell)
  }
  for (const [fingerprint, cell] of printed) {
    if (expected.includes(fingerprint)) continue
    findings.push({
      code: 'roster',
      sheet: signerSheet,
      cell,
      found: fingerprint,
      text: text(
        `《${signerSheet}》${cell}：证书指纹 ${fingerprint.slice(0, 16)}… 不在应签名的人之中。`,
        `"${signerSheet}" ${cell}: no signer has this fingerprint.`,
      ),
    })
  }
  for (const fingerprint of expected.filter((one) => !printed.has(one))) {
    const name = nameOf(fingerprint)
    findings.push({
      code: 'roster',
      sheet: signerSheet,
      expected: fingerprint,
      signer: name,
      text: text(
        `《${signerSheet}》没有印出 ${name} 的证书指纹。`,
        `"${signerSheet}" lacks the fingerprint of ${name}.`,
      ),
    })
  }
}
