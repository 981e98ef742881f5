/** The ledger in the workbook: its chains, everybody's keys, and the signature of each act. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { text } from '../lang.ts'
import { checkChains, type Entry, headOf } from '../ledger/entry.ts'
import { entryKinds } from '../ledger/kinds.ts'
import { titleOfKind } from '../ledger/sentences.ts'
import { fromBase64 } from '../opc/base64.ts'
import { isMoveByHand, type Move, movesIn } from '../round/moves.ts'
import { actText, bindingText, personOf, secretary } from '../signing/act.ts'
import { type ReadCertificate, readCertificate } from '../signing/certificate.ts'
import { isSignatureOf } from '../signing/check-signature.ts'
import { type Certified, type Keys, keysOf, secondHolds } from '../signing/keys.ts'
import { type CheckData, isWithheld } from './check-data.ts'
import type { Finding, Report } from './finding.ts'

export type ActsChecked = {
  readonly keys: Keys
  /** The authority's certificate; null when there is none that can be read. */
  readonly authority: ReadCertificate | null
  readonly findings: readonly Finding[]
  readonly ledger: Report['ledger']
  readonly unsignedActs: Report['unsignedActs']
  readonly moves: readonly Move[]
}

const why = {
  gap: text('缺了一条', 'an entry is missing'),
  link: text('与上一条接不上', 'it does not follow the one before'),
  hash: text('内容与指纹不符', 'its content does not match its fingerprint'),
  seen: text('与其他设备所见不符', 'another device knew it otherwise'),
} as const

/** How an entry is called in a sentence. */
export function entryName({ chain, seq, kind, by }: Pick<Entry, 'chain' | 'seq' | 'kind' | 'by'>): string {
  return `${chain} 第 ${seq} 条（${titleOfKind(kind)['zh-CN']}，${by?.name ?? ''}）`
}

/** Checks chains, keys and signatures. */
export async function checkActs(data: CheckData): Promise<ActsChecked> {
  const findings: Finding[] = []
  const { entries, about } = data
  checkLedger(data, findings)
  const keys = keysOf(entries)
  const names = new Map(about.packets.map(({ packet, no, workshop }) => [packet, `${no}号 ${workshop}`]))
  const nameOf = (packet: string) => names.get(packet) ?? packet
  const authority = keys.authority ? await readCertificate(keys.authority.certificate).catch(() => null) : null
  if (!authority)
    findings.push(finding('authority', '台账里没有可用的发证机构。', 'The ledger has no usable authority.'))
  else await checkKeys(about.round, keys, authority, findings)
  const signed = entries.filter(({ signature }) => signature !== null)
  const problems = await checkSignedActs(signed, keys)
  const secondActs = signed.filter(({ signature, payload }) => signature?.second && payload !== null).length
  findings.push(...problems)
  const withheld = entries.filter(isWithheld).length
  return {
    keys,
    authority,
    findings,
    ledger: {
      entries: entries.length,
      head: headOf(entries),
      signedActs: signed.length - problems.length,
      secondActs,
      withheld,
    },
    unsignedActs: unsignedOf(entries, keys, findings),
    moves: movesIn(entries, nameOf),
  }
}

function finding(code: Finding['code'], zh: string, en: string, place: Partial<Finding> = {}): Finding {
  return { code, text: text(zh, en), ...place }
}

function checkLedger({ entries, about }: CheckData, findings: Finding[]): void {
  const withheld = new Set(entries.filter(isWithheld).map(({ chain, seq }) => `${chain}/${seq}`))
  const byPlace = new Map(entries.map((entry) => [`${entry.chain}/${entry.seq}`, entry]))
  for (const problem of checkChains(entries)) {
    const place = `${problem.chain}/${problem.seq}`
    // Of a withheld entry there is only the fingerprint: the archive has what it was made of.
    if (problem.why === 'hash' && withheld.has(place)) continue
    const entry = byPlace.get(place)
    const name = entry ? entryName(entry) : `${problem.chain} 第 ${problem.seq} 条`
    const because = why[problem.why]
    findings.push(
      finding('ledger', `台账 ${name}：${because['zh-CN']}。`, `Ledger entry ${place}: ${because.en}.`, {
        entry: place,
      }),
    )
  }
  for (const entry of entries) {
    if (entry.round !== about.round) {
      findings.push(
        finding('ledger', `台账 ${entryName(entry)} 不属于本轮评审。`, 'An entry belongs to another round.', {
          entry: entry.hash,
        }),
      )
    }
    const schema = entryKinds[entry.kind as keyof typeof entryKinds]
    if (!schema || (entry.payload !== null && !schema.safeParse(entry.payload).success)) {
      findings.push(
        finding(
          'ledger',
          `台账 ${entryName(entry)} 的内容不合规定。`,
          `Entry ${entry.chain}/${entry.seq} is malformed.`,
          { entry: entry.hash },
        ),
      )
    }
  }
  if (entries.length !== about.entries) {
    findings.push(
      finding(
        'ledger',
        `台账应有 ${about.entries} 条，实有 ${entries.length} 条。`,
        `The ledger should have ${about.entries} entries and has ${entries.length}.`,
        {
          expected: String(about.entries),
          found: String(entries.length),
        },
      ),
    )
  }
  const head = headOf(entries)
  if (head !== about.head) {
    findings.push(
      finding(
        'ledger',
        `台账指纹应为 ${about.head}，按条目算出的是 ${head}。`,
        `The ledger's fingerprint should be ${about.head} and is ${head}.`,
        {
          expected: about.head,
          found: head,
        },
      ),
    )
  }
}

async function checkKeys(round: string, keys: Keys, authority: ReadCertificate, findings: Finding[]): Promise<void> {
  if (
    !authority.isAuthority ||
    !(await authority.isFrom(authority)) ||
    authority.fingerprint !== keys.authority?.fingerprint
  ) {
    findings.push(finding('authority', '发证机构的证书不成立。', "The authority's certificate does not hold."))
  }
  for (const { name, certificate, fingerprint, acts, algorithm, person, sm2 } of keys.all.values()) {
    const read = await readCertificate(certificate).catch(() => null)
    const holds = read && read.fingerprint === fingerprint && (await read.isFrom(authority))
    if (!holds) {
      findings.push(
        finding(
          'certificate',
          `${name} 的证书不是本轮发证机构签发的，或者被改动过。`,
          `The certificate of ${name} was not issued by this round's authority.`,
          { signer: name },
        ),
      )
      continue
    }
    if (!sm2 && keys.authority?.second) {
      findings.push(
        finding(
          'certificate',
          `${name} 没有国密签名密钥，而本轮评审要求双签名。`,
          `${name} has no SM2 key, though the round asks for two signatures.`,
          { signer: name },
        ),
      )
    }
    for (const bound of [acts, sm2]) {
      if (!bound) continue
      const data = utf8ToBytes(bindingText({ round, person, key: bound.key }))
      if (await isSignatureOf({ algorithm, key: read.key, data, signature: bytesOf(bound.binding) })) continue
      findings.push(
        finding(
          'certificate',
          `${name} 的签名密钥没有经本人证书确认。`,
          `The signing key of ${name} is not bound to their certificate.`,
          { signer: name },
        ),
      )
    }
  }
}

function bytesOf(base64: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch {
    return new Uint8Array()
  }
}

/** So many at a time: a browser or Node checks signatures on several cores when it is asked for several. */
const atOnce = 200

/** What does not hold, in the order of the acts. */
async function checkSignedActs(signed: readonly Entry[], keys: Keys): Promise<Finding[]> {
  const known = new Map<string, ReturnType<typeof actKey>>()
  const keyOf = (own: Certified) => {
    const key = known.get(own.fingerprint) ?? actKey(own)
    known.set(own.fingerprint, key)
    return key
  }
  const problems: Finding[] = []
  for (let at = 0; at < signed.length; at += atOnce) {
    const found = await Promise.all(signed.slice(at, at + atOnce).map((entry) => checkAct(entry, keys, keyOf)))
    problems.push(...found.filter((problem) => problem !== null))
  }
  return problems
}

/** Null when the act is signed by whose it is, or by the secretary who entered it. */
async function checkAct(
  entry: Entry,
  keys: Keys,
  keyOf: (own: Certified) => ReturnType<typeof actKey>,
): Promise<Finding | null> {
  const { signature, by } = entry
  const own = signature && keys.all.get(signature.certificate)
  const bad = (zh: string, en: string) =>
    finding('act', `台账 ${entryName(entry)}：${zh}。`, `Entry ${entry.chain}/${entry.seq}: ${en}.`, {
      entry: `${entry.chain}/${entry.seq}`,
      signer: by.name,
    })
  if (!signature || !own) return bad('签名所用的证书不在台账里', 'its certificate is not in the ledger')
  const mayStandIn = own.person === secretary && by.door !== 'seat'
  if (own.person !== personOf(entry) && !mayStandIn)
    return bad(`签名不是 ${by.name} 本人的`, `it is not signed by ${by.name}`)
  if (own.revoked && signature.at > own.revoked.at)
    return bad('签名用的是已吊销的证书', 'its certificate had been revoked')
  // The act of a withheld entry is not in the workbook, so neither is what was signed.
  if (entry.payload === null) return null
  const key = await keyOf(own)
  const data = utf8ToBytes(actText(entry, signature.at))
  const holds =
    key &&
    key.algorithm === signature.algorithm &&
    (await isSignatureOf({ ...key, data, signature: bytesOf(signature.value) }))
  if (!holds) return bad('签名与内容不符', 'the signature does not fit what it says')
  if (secondHolds(keys, own, { data, second: signature.second })) return null
  return bad('国密第二签名缺失或与内容不符', 'its second signature (SM2) is missing or does not fit')
}

async function actKey({ acts, algorithm, certificate }: Certified) {
  if (acts) return { algorithm: acts.algorithm, key: bytesOf(acts.key) }
  const read = await readCertificate(certificate).catch(() => null)
  return read && { algorithm, key: read.key }
}

/** Acts without a signature. From a seat whose owner had a key there must be one. */
function unsignedOf(entries: readonly Entry[], keys: Keys, findings: Finding[]): Report['unsignedActs'] {
  const counts = new Map<string, { kind: string; name: string; count: number }>()
  for (const entry of entries) {
    const person = personOf(entry)
    if (entry.signature || person === null) continue
    const key = [...keys.all.values()].find((one) => one.person === person && one.since < entry.at)
    if (key && isMoveByHand(entry)) {
      findings.push(
        finding(
          'act',
          `台账 ${entryName(entry)}：手工调整没有经办人签名。`,
          `Entry ${entry.chain}/${entry.seq}, a move by hand, lacks its maker's signature.`,
          { entry: `${entry.chain}/${entry.seq}`, signer: entry.by.name },
        ),
      )
    }
    if (key?.place === 'seat' && entry.by.door === 'seat') {
      findings.push(
        finding(
          'act',
          `台账 ${entryName(entry)}：缺少本人签名。`,
          `Entry ${entry.chain}/${entry.seq} lacks its author's signature.`,
          { entry: `${entry.chain}/${entry.seq}`, signer: entry.by.name },
        ),
      )
    }
    const slot = `${entry.kind}/${entry.by.name}`
    const known = counts.get(slot) ?? { kind: entry.kind, name: entry.by.name, count: 0 }
    counts.set(slot, { ...known, count: known.count + 1 })
  }
  return [...counts.values()]
}
