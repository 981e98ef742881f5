/** A signed workbook: what it holds, what another program says of it, and that no change in it goes unnoticed. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPackage, textOfPart } from '#core/opc/package.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { scratchFolder } from '#test/room.ts'
import { attacksOn } from './attacks.ts'
import { type SignedRound, signedRound } from './signed-round.ts'
import {
  cellTamperings,
  dataTamperings,
  every,
  footerTamperings,
  missedOf,
  pictureTamperings,
  rememberingVerifier,
  signerTamperings,
} from './tampering.ts'

let signed: SignedRound
beforeAll(async () => {
  signed = await signedRound('mixed')
}, 120_000)

describe('a workbook signed by five experts and the secretary', () => {
  test('holds: six signatures, the whole ledger, every cell', async () => {
    const report = await verifyWorkbook(signed.workbook, { name: 'result.xlsx' })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ ok: true, expected: 6, sample: true })
    expect(report.signatures.map(({ role, intact }) => [role, intact])).toEqual([
      ['评审专家组组长', true],
      ...Array.from({ length: 4 }, () => ['评审专家', true]),
      ['秘书处', true],
    ])
    expect(report.signatures[2]?.statement).toContain('保留不同意见')
    // 5 experts × 3 applications × (28 items + 9 subtotals …): far more than a handful.
    expect(report.cells.recomputed).toBeGreaterThan(500)
    expect(report.cells.compared).toBeGreaterThan(report.cells.recomputed)
  })

  test('every act after the keys were made is signed by whose it is', async () => {
    const { entries } = await signed.test.desk.ledger.list({ round: signed.round })
    const { people } = await signed.test.desk.signing.show({ round: signed.round })
    const ownKey = new Map(people.map(({ person, key }) => [person, key?.fingerprint]))
    const acts = entries.filter(({ kind }) =>
      ['sheet.submitted', 'ballot.cast', 'declaration.made', 'answer.given'].includes(kind),
    )
    expect(acts.length).toBeGreaterThan(20)
    for (const { by, signature } of acts) expect(signature?.certificate).toBe(ownKey.get(by.expert ?? ''))
  })

  test('the authority on paper is compared with the one in the file', async () => {
    const { findings } = await verifyWorkbook(signed.workbook, { name: 'result.xlsx', authority: 'a'.repeat(64) })
    expect(findings.map(({ code }) => code)).toEqual(['authority'])
  })

  test('a file that is none of ours is refused', async () => {
    await expect(verifyWorkbook(new Uint8Array([1, 2, 3]), { name: 'x.xlsx' })).rejects.toThrow('not a result workbook')
  })
})

const hasXmlsec = spawnSync('xmlsec1', ['--version']).status === 0
if (!hasXmlsec) console.info('xmlsec1 is not installed: the independent check of the signatures is skipped.')

test.skipIf(!hasXmlsec)('xmlsec1 takes every signature, with every part and relationship it names', async () => {
  const folder = scratchFolder()
  const pkg = readPackage(signed.workbook)
  for (const [part, bytes] of pkg.parts) {
    mkdirSync(path.dirname(path.join(folder, part)), { recursive: true })
    writeFileSync(path.join(folder, part), bytes)
  }
  const { authority } = await signed.test.desk.signing.show({ round: signed.round })
  writeFileSync(path.join(folder, 'authority.pem'), authority?.pem ?? '')
  const said = [1, 2, 3, 4, 5, 6].map((place) => {
    const file = `/_xmlsignatures/sig${place}.xml`
    const uris = new Set([...(textOfPart(pkg, file) ?? '').matchAll(/URI="(\/[^"]+)"/g)].map(([, uri = '']) => uri))
    const maps = [...uris].flatMap((uri) => [`--url-map:${uri}`, path.join(folder, uri.split('?')[0] ?? '')])
    const ids = ['http://www.w3.org/2000/09/xmldsig#:Object', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties']
    const options = [
      '--verify',
      ...ids.flatMap((id) => ['--id-attr:Id', id]),
      '--trusted-pem',
      path.join(folder, 'authority.pem'),
    ]
    const { stdout, stderr } = spawnSync('xmlsec1', [...options, ...maps, path.join(folder, file)], {
      encoding: 'utf8',
    })
    const [, ok, all] = /Manifests References \(ok\/all\): (\d+)\/(\d+)/.exec(stdout + stderr) ?? []
    return { isOk: /^OK$/m.test(stdout + stderr), allParts: ok === all && Number(all) === uris.size }
  })
  expect(said).toEqual(Array.from({ length: 6 }, () => ({ isOk: true, allParts: true })))
})

test('every attack on the package is found and named; what changes nothing holds', async () => {
  const { signatures } = await verifyWorkbook(signed.workbook, { name: 'result.xlsx' })
  const wrong: string[] = []
  let [caught, held] = [0, 0]
  for (const { what, bytes, named } of attacksOn(
    signed.workbook,
    signatures.map(({ name }) => name),
  )) {
    const { ok, findings } = await verifyWorkbook(bytes, { name: 'attacked.xlsx' })
    const isNamed = named && findings.some(({ code, text }) => code === named[0] && text['zh-CN'].includes(named[1]))
    if (named === null ? !ok : !isNamed) wrong.push(`${what}: ${findings[0]?.text['zh-CN'] ?? 'holds'}`)
    if (ok) held += 1
    else caught += 1
  }
  expect(wrong).toEqual([])
  expect({ caught, held }).toEqual({ caught: 29, held: 2 })
}, 120_000)

describe('one change at a time is found and named', () => {
  test('cells: some of every sheet, as files', async () => {
    expect(await missedOf(every(499, cellTamperings(signed.workbook)))).toEqual([])
  }, 120_000)

  test('cells: more of them, with what did not change remembered, as the soak does', async () => {
    expect(await missedOf(every(97, cellTamperings(signed.workbook)), rememberingVerifier())).toEqual([])
  }, 120_000)

  test('the list of who is recommended: each of its cells', async () => {
    const lines = [...cellTamperings(signed.workbook)].filter(({ what }) => what.startsWith('排序与建议名单 '))
    expect(lines.length).toBeGreaterThan(20)
    expect(await missedOf(lines, rememberingVerifier())).toEqual([])
  }, 120_000)

  test('footers and headers of the printed pages', async () => {
    const all = [...footerTamperings(signed.workbook)]
    expect(all.length).toBeGreaterThan(10)
    expect(await missedOf(all, rememberingVerifier())).toEqual([])
  }, 120_000)

  test('entries, acts, votes, the scheme and the list of cells', async () => {
    expect(await missedOf(every(23, dataTamperings(signed.workbook)))).toEqual([])
  }, 120_000)

  test('every picture', async () => {
    expect(await missedOf(pictureTamperings(signed.workbook), rememberingVerifier())).toEqual([])
  }, 120_000)

  test('every signer', async () => {
    const { signatures } = await verifyWorkbook(signed.workbook, { name: 'result.xlsx' })
    expect(
      await missedOf(
        signerTamperings(
          signed.workbook,
          signatures.map(({ name }) => name),
        ),
      ),
    ).toEqual([])
  }, 120_000)
})
