/**
 * A whole signed workbook: verified as `jp verify` does it (coverage, signatures, ledger, every act, every printed cell
 * anew), and signed by everybody. xmlsec1 does the part of it that it knows: signatures and digests of the same file.
 */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { secretary } from '#core/signing/act.ts'
import { readCertificate } from '#core/signing/certificate.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { openHost } from '#host/host.ts'
import { type Desk, deskClient } from '#host/sample/play.ts'
import { samplePin } from '#host/sample/sign.ts'
import { makeLargeRound } from '../../helpers/large-round.ts'
import type { BenchCase } from '../case.ts'
import { caller, largeRound, madeAt, sizes, storeIn } from '../large.ts'
import { peerSource, program } from '../peers.ts'

/** With the secretary ten sign; who else sits on the panel refuses, as people may. */
const mostExperts = 9
const workbookIn = (data: string) => path.join(data, 'result.xlsx')
const authorityIn = (data: string) => path.join(data, 'authority.pem')
const keyIn = (data: string) => path.join(data, 'any-key.pem')

async function withDesk<T>(store: string, use: (desk: Desk) => Promise<T>): Promise<T> {
  const host = openHost(store, { now: () => new Date(madeAt) })
  try {
    return await use(deskClient({ host, caller }))
  } finally {
    await host.close()
  }
}

async function signersOf(desk: Desk): Promise<string[]> {
  const { sealed, people } = await desk.signing.show({ round: largeRound })
  if (!sealed) throw new Error('not sealed')
  const signs = people.filter(({ person, answer }) => person === secretary || answer?.answer === 'sign')
  const persons = signs.map(({ person }) => person)
  for (const person of persons) await desk.signing.unlock({ round: largeRound, person, pin: samplePin })
  return persons
}

async function seal(desk: Desk, experts: readonly string[]): Promise<void> {
  const round = largeRound
  for (const person of [...experts, secretary]) await desk.signing.unlock({ round, person, pin: samplePin })
  for (const [at, expert] of experts.entries()) {
    if (at < mostExperts) await desk.signing.answer({ round, expert, answer: 'sign' })
    else await desk.signing.answer({ round, expert, answer: 'refuse', text: '测试' })
  }
  await desk.signing.seal({ round })
}

export const benchCase: BenchCase = {
  about: 'a signed workbook verified whole, and signed by everybody, beside xmlsec1 doing signatures and digests alone',
  peers: [
    {
      name: 'xmlsec1',
      command({ data, scratch }) {
        program('xmlsec1', 'xmlsec1')
        const python = program('python3', 'python3')
        return [python, peerSource('xmlsec.py'), workbookIn(data), authorityIn(data), keyIn(data), scratch]
      },
    },
  ],
  goals: [
    // One whole check of a workbook against ten times the digests, which is all that xmlsec1 does.
    { figure: 'signMs', of: 'xmlsec1', atMost: 1 },
    { figure: 'ms', of: 'xmlsec1', atMost: 4 },
  ],
  async prepare(data, size) {
    const store = storeIn(data)
    const { experts } = await makeLargeRound(store, sizes[size], { signed: true })
    await withDesk(store, (desk) => seal(desk, experts))
    const copy = path.join(data, 'signed')
    cpSync(store, copy, { recursive: true })
    await withDesk(copy, async (desk) => {
      for (const person of await signersOf(desk)) await desk.signing.sign({ round: largeRound, person })
      const { authority } = await desk.signing.show({ round: largeRound })
      writeFileSync(authorityIn(data), authority?.pem ?? '')
      const file = await desk.papers.workbook({ round: largeRound })
      writeFileSync(workbookIn(data), Buffer.from(await file.arrayBuffer()))
    })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(keyIn(data), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  },
  async product({ data, scratch }) {
    const bytes = new Uint8Array(readFileSync(workbookIn(data)))
    // The certificate library is loaded by now in the program, which has made keys with it.
    await readCertificate(readFileSync(authorityIn(data), 'utf8').replace(/-----[^-]+-----|\s/g, ''))
    const begun = performance.now()
    const report = await verifyWorkbook(bytes, { name: 'result.xlsx' })
    const ms = performance.now() - begun
    if (!report.ok) throw new Error(`the workbook does not hold: ${report.findings[0]?.text.en}`)
    const store = path.join(scratch, 'store')
    cpSync(storeIn(data), store, { recursive: true })
    const { signMs, lastMs } = await withDesk(store, async (desk) => {
      const persons = await signersOf(desk)
      const times: number[] = []
      for (const person of persons) {
        const before = performance.now()
        await desk.signing.sign({ round: largeRound, person })
        times.push(performance.now() - before)
      }
      // The last signature is followed by the verifier's word on the finished bytes: told apart.
      const last = times.pop() ?? 0
      const sum = times.reduce((all, one) => all + one, 0)
      return { signMs: (sum / times.length) * persons.length, lastMs: last }
    })
    const valid = report.signatures.filter(({ intact }) => intact).length
    const { compared, recomputed } = report.cells
    return {
      figures: { ms, signMs, lastMs, bytes: bytes.length, acts: report.ledger.signedActs, compared, recomputed },
      answer: { signatures: report.signatures.length, valid },
    }
  },
  check({ product, xmlsec1 }, { size }) {
    const wanted = Math.min(sizes[size].experts, mostExperts) + 1
    const all = JSON.stringify({ signatures: wanted, valid: wanted })
    if (JSON.stringify(product) !== all) return `${JSON.stringify(product)} of ${wanted} signatures hold`
    if (xmlsec1 !== undefined && JSON.stringify(xmlsec1) !== all) return `xmlsec1 says ${JSON.stringify(xmlsec1)}`
    return null
  },
}
