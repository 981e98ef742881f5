/** The papers for after the naming: what they say, and that next year's program reads its own register. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { PaperBook } from '#host/papers/book.ts'
import { buildRegister } from '#host/papers/register.ts'
import { buildPapers } from '#host/papers/word/papers.ts'
import { openTestHost, scratchFolder } from '#test/room.ts'
import { smallBook } from './small-book.ts'
import { partsOf } from './unzip.ts'

const selected = smallBook.result.rows.map((row, at) => ({
  ...row,
  decisionCode: at < 2 ? ('selected' as const) : ('not-selected' as const),
}))
const book: PaperBook = {
  ...smallBook,
  scheme: { ...smallBook.scheme, naming: { ...smallBook.scheme.naming, template: '{unit}{leader}技能大师工作室' } },
  result: { ...smallBook.result, rows: selected },
}
const [first, second] = selected

test('the plaques are named by the template, the unit included', async () => {
  const papers = await buildPapers(book)
  const paper = papers.find(({ name }) => name === '后续管理.docx')
  const text = (await partsOf(paper?.bytes ?? Buffer.alloc(0))).get('word/document.xml') ?? ''
  expect(text).toContain(`${first?.unit}${first?.leader}技能大师工作室`)
  expect(text).not.toContain('{unit}')
})

test('nobody selected, nothing to follow', async () => {
  const nobody = {
    ...book,
    result: { ...book.result, rows: selected.map((row) => ({ ...row, decisionCode: 'not-selected' as const })) },
  }
  expect((await buildPapers(nobody)).map(({ name }) => name)).not.toContain('后续管理.docx')
  expect(await buildRegister(nobody)).toBeNull()
})

test('the register of this round is read in as the register of earlier years', async () => {
  const made = await buildRegister(book)
  const file = path.join(scratchFolder(), '工作室名册.xlsx')
  writeFileSync(file, made?.bytes ?? '')
  const { workshops } = await openTestHost().desk.register.import({ path: file })
  expect(workshops.map(({ name, leader, unit, state }) => [name, leader, unit, state])).toEqual(
    [first, second].map((row) => [`${row?.unit}${row?.leader}技能大师工作室`, row?.leader, row?.unit, 'standing']),
  )
})

test('every Word paper carries the code of its ledger in the footer', async () => {
  for (const { name, bytes } of await buildPapers(book)) {
    const parts = await partsOf(bytes)
    expect(parts.get('word/footer1.xml'), name).toContain('JP1/R-SMALL/0123456789ABCDEF')
    expect(
      [...parts.keys()].some((part) => part.startsWith('word/media/')),
      name,
    ).toBe(true)
  }
})
