// Acts that come back on a stick with a signature: one that is wrong is refused by name, the rest goes on.
import path from 'node:path'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeAll, expect, test } from 'vitest'
import { toBase64 } from '#core/opc/base64.ts'
import { actText } from '#core/signing/act.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { type Decision, record } from '#db/record.ts'
import { makeAuthority, validFor } from '#host/signing/certificates.ts'
import { unlocked } from '#host/signing/keyring.ts'
import { makeDocumentKey, signWith } from '#host/signing/signing-keys.ts'
import { openTestHost, type SmallRound, scratchFolder, smallRound, type TestHost } from '#test/room.ts'

const office = openTestHost()
const [first, second, third] = [openTestHost(), openTestHost(), openTestHost()]
const stick = scratchFolder()
let made: SmallRound
const at = '2026-11-16T03:00:00.000Z'

const sheetBy = (expert: string, packet: string, opinion: string) =>
  ({
    kind: 'sheet.submitted',
    at,
    by: { role: 'expert', name: '评样', expert, door: 'desk' },
    subject: packet,
    payload: { packet, expert, judgements: {}, opinion, total: null },
  }) as const satisfies Decision

/** The decision with the signature of a key that lies at the office, over `said`, which may be another text. */
function signedBy(person: string, decision: Decision, said: Decision = decision): Decision {
  const keys = unlocked(office.host, made.round, person)
  const certificate = allEntries(office.host.store.round(made.round))
    .filter(({ kind }) => kind === 'key.certified')
    .map(({ payload }) => payload as { person: string; fingerprint: string })
    .find((one) => one.person === person)?.fingerprint
  if (!keys || !certificate) throw new Error(`no key of ${person}`)
  const text = utf8ToBytes(actText({ ...said, round: made.round }, at))
  const value = toBase64(signWith(keys.acts, 'Ed25519', text))
  return { ...decision, signature: { certificate, algorithm: 'Ed25519', at, value } }
}

const write = ({ host }: TestHost, decisions: Decision[]) =>
  record(host.store.round(made.round), { round: made.round, chain: host.store.chain }, decisions)
const seal = async ({ desk }: TestHost, name: string) =>
  (await desk.bundles.seal({ round: made.round, to: path.join(stick, name) })).path
const opinionsHere = () =>
  allEntries(office.host.store.round(made.round))
    .filter(({ kind }) => kind === 'sheet.submitted')
    .map(({ payload }) => (payload as { opinion: string }).opinion)

beforeAll(async () => {
  made = await smallRound(office, { activity: 'selection', upTo: 'reading' })
  const { round, experts } = made
  await office.desk.signing.begin({ round, name: '样例秘书', pin: '135790', algorithm: 'ES256' })
  for (const person of experts.slice(0, 3))
    await office.desk.signing.make({ round, person, pin: '135790', algorithm: 'ES256' })
  const packed = await office.desk.bundles.pack({ round, to: stick })
  for (const device of [first, second, third])
    await device.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
}, 60_000)

test('a wrong signature is named; what came before it and what others bring is taken', async () => {
  const { round, experts, packets } = made
  const [one, two] = experts
  const good = sheetBy(one, packets[0], '签得对（样例）')
  const forged = sheetBy(one, packets[1], '签的是别的话（样例）')
  write(first, [
    signedBy(one, good),
    signedBy(one, forged, { ...forged, payload: { ...forged.payload, opinion: '原来的话' } }),
    sheetBy(one, packets[2], '在它之后（样例）'),
  ])
  write(second, [signedBy(two, sheetBy(two, packets[0], '另一台的（样例）'))])
  const paths = [await seal(first, 'first.jpa'), await seal(second, 'second.jpa')]
  const { imported, refused } = await office.desk.bundles.import({ round, paths })
  expect(refused).toEqual([])
  expect(opinionsHere().toSorted()).toEqual(['另一台的（样例）', '签得对（样例）'])
  const [named] = imported[0]?.unproved ?? []
  expect(imported.map(({ unproved }) => unproved.length)).toEqual([1, 0])
  expect(named).toMatchObject({ kind: 'sheet.submitted', name: '评样', after: 1, code: 'wrong-act-signature' })
  expect(named?.message).toContain('（提交评分表，评样）的签名不符，没有收')
  expect((await office.desk.ledger.verify({ round })).ok).toBe(true)
  // Once more: nothing new, and it is named again.
  const again = await office.desk.bundles.import({ round, paths })
  expect(again.imported.map(({ added, unproved }) => [added, unproved.length])).toEqual([
    [0, 1],
    [0, 0],
  ])
})

test("somebody else's key, and a key of an authority that is not ours, sign nothing", async () => {
  const { round, experts, packets } = made
  const [one, two, three] = experts
  const key = await makeDocumentKey('ES256')
  const foreign = await makeAuthority({ key, algorithm: 'ES256', round, validity: validFor(new Date(at), 30) })
  const authority: Decision = {
    kind: 'authority.made',
    // Earlier than ours: by time alone it would be the first.
    at: '2020-01-01T00:00:00.000Z',
    by: { role: 'secretariat', name: '秘书处', door: 'desk' },
    subject: round,
    payload: foreign,
  }
  write(third, [signedBy(two, sheetBy(three, packets[0], '用别人的密钥（样例）'))])
  const stolen = await office.desk.bundles.import({ round, paths: [await seal(third, 'third.jpa')] })
  expect(stolen.imported[0]?.unproved.map(({ kind }) => kind)).toEqual(['sheet.submitted'])
  write(second, [
    sheetBy(two, packets[1], '没有签名的也收（样例）'),
    authority,
    sheetBy(one, packets[2], '随之不收（样例）'),
  ])
  const { imported } = await office.desk.bundles.import({ round, paths: [await seal(second, 'again.jpa')] })
  expect(imported[0]?.unproved.map(({ kind, after }) => [kind, after])).toEqual([['authority.made', 1]])
  expect(opinionsHere().toSorted()).toEqual(['另一台的（样例）', '没有签名的也收（样例）', '签得对（样例）'])
})
