/** "Done" means that the program's own verifier has found nothing in the finished bytes. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pathOf } from '#db/packet-files.ts'
import { signSampleWorkbook } from '#host/sample/sign.ts'
import { openTestHost, refusalOf, smallRound } from '#test/room.ts'
import { signedRound } from './signed-round.ts'

test('after the last signature the verifier says that the workbook holds, and the ledger keeps it', async () => {
  const { test: room, round } = await signedRound()
  const view = await room.desk.signing.show({ round })
  expect([view.given, view.expected, view.complete]).toEqual([6, 6, true])
  expect(view.verified).toMatchObject({ findings: [], count: 0 })
  const { entries } = await room.desk.ledger.list({ round })
  expect(entries.slice(-2).map(({ kind, by }) => [kind, by.role])).toEqual([
    ['workbook.signed', 'secretariat'],
    ['workbook.verified', 'program'],
  ])
}, 120_000)

test('a total that does not follow from the acts: everybody has signed, and yet it is not done', async () => {
  const room = openTestHost()
  const { desk } = room
  const { round, packets, experts } = await smallRound(room, {
    activity: 'term-assessment',
    upTo: 'export',
    keys: 'ES256',
  })
  // What the screens and papers are made from is no longer what was decided: a deduction of 1 more on one item.
  const file = room.host.store.round(round)
  const changed = file.$client
    .prepare('update judgements set deduct = deduct + 1 where packet = ? and expert = ? and item = ?')
    .run(packets[0], experts[0], 'A1')
  expect(changed.changes).toBe(1)
  await signSampleWorkbook(desk, { round, members: experts, keys: 'ES256' })
  const view = await desk.signing.show({ round })
  expect([view.given, view.expected, view.complete]).toEqual([6, 6, false])
  expect(view.verified?.count).toBeGreaterThan(0)
  expect(view.verified?.findings.join()).toMatch(/按台账重新计算，1号 .*第1席 .*A1 单项得分应为/)

  const [code, sentence] = await refusalOf(desk.papers.workbook({ round }))
  expect(code).toBe('workbook-not-intact')
  expect(sentence).toContain('按台账重新计算')
  expect((await refusalOf(desk.papers.export({ round, out: room.folder })))[0]).toBe('workbook-not-intact')
}, 120_000)

test('a sealed file that was damaged or lost on the disk is neither signed nor handed out', async () => {
  const { test: room, round } = await signedRound()
  const { desk } = room
  const { sealed } = await desk.signing.show({ round })
  rmSync(pathOf(room.host.store.folderOf(round), sealed?.file ?? ''))
  expect((await refusalOf(desk.papers.workbook({ round })))[0]).toBe('sealed-file-changed')
  expect((await refusalOf(desk.signing.verify({ round })))[0]).toBe('sealed-file-changed')
}, 120_000)
