// Evidence: limits of pages and files where the document sets them, and words found in whatever has a text layer.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { beforeAll, describe, expect, test } from 'vitest'
import { annexParts, annexValues, wordForm } from '#test/helpers/forms.ts'
import { openTestHost, samplePath, scratchFolder } from '#test/room.ts'

const folder = scratchFolder()
const put = (name: string, body: Buffer | string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), body)
}

/** A PDF whose pages carry these words; an empty page is a scan without a text layer. */
async function pdfOf(pages: readonly string[]): Promise<Buffer> {
  const paper = new PDFDocument({ autoFirstPage: false })
  for (const words of pages) {
    paper.addPage()
    if (words) paper.text(words)
    else paper.rect(50, 50, 200, 200).fill()
  }
  paper.end()
  const chunks: Buffer[] = []
  for await (const chunk of paper) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

async function formOf(leader: string): Promise<Buffer> {
  const parts = annexParts((words) => words, { ...annexValues, leader_name: leader, leader_id_number: '' } as never)
  const { name, unit, place, education, post, address } = parts
  return wordForm(parts.cover, [[name, unit, place, education, post, address, ...parts.members, ...parts.texts]])
}

describe('limits of evidence', () => {
  const { desk } = openTestHost()
  const packetOf = async (scheme: string, activity: string) => {
    const { round } = await desk.rounds.create({ title: '评选', organiser: '某局', scheme, activity })
    const { imported } = await desk.packets.import({ round, paths: [path.join(folder, '两份')] })
    const [one] = imported
    return { warnings: one?.warnings ?? [], view: await desk.packets.show({ round, packet: one?.packet ?? '' }) }
  }
  beforeAll(async () => {
    put('两份/证明一.pdf', await pdfOf(Array(12).fill('a')))
    put('两份/证明二.pdf', await pdfOf(Array(9).fill('b')))
    put('两份/照片.txt', 'x')
  })

  test('Chongqing: at most 20 pages in one PDF, said with numbers when the packet comes in and at the desk', async () => {
    const { warnings, view } = await packetOf('chongqing-2024', 'selection')
    const wanted = [
      '佐证材料最多 20 页（三（二）5、五（二）），交来的 PDF 共 21 页：证明一.pdf（12）、证明二.pdf（9）。其中如有申报表等其他材料，请扣除后再判断。',
      '佐证材料应合为 1 个 PDF（三（二）5、五（二）），交来 2 个：证明一.pdf（12）、证明二.pdf（9）。其中如有申报表等其他材料，请扣除后再判断。',
    ]
    expect(warnings.filter((words) => words.startsWith('佐证材料'))).toEqual(wanted)
    expect(view.findings.filter(({ fields }) => fields.length === 0).map(({ text }) => text['zh-CN'])).toEqual(wanted)
  })

  test('Urumqi sets no such limit and warns of none', async () => {
    const { warnings } = await packetOf('urumqi-2023', 'term-assessment')
    expect(warnings.filter((words) => words.startsWith('佐证材料'))).toEqual([])
  })
})

describe('words in the papers', () => {
  const opened = openTestHost()
  const { desk } = opened
  let round: string
  beforeAll(async () => {
    const made = { title: '期满考核', organiser: '某局', scheme: 'urumqi-2023', activity: 'term-assessment' }
    round = (await desk.rounds.create(made)).round
    put('甲/申报表.docx', await formOf('样例甲'))
    put('甲/专利.pdf', await pdfOf(['first page', 'Patent ZL 2021 1 0123456.7 granted']))
    put('乙/申报表.docx', await formOf('样例乙'))
    put('乙/扫描.pdf', await pdfOf(['', '']))
    // the same patent in another application's papers
    put('乙/附件.pdf', await pdfOf(['patent zl202110123456.7']))
    await desk.packets.import({ round, paths: [path.join(folder, '甲'), path.join(folder, '乙')] })
  })

  test('are found whatever spaces and case they are set in, with page and surroundings, across applications', async () => {
    const { hits, more, scans, unread, waiting } = await desk.packets.search({ round, words: 'ZL202110123456.7' })
    expect(hits).toMatchObject([
      { packet: 'packet-1', no: 1, name: '专利.pdf', page: 2, before: 'Patent ', after: ' granted' },
      { packet: 'packet-2', no: 2, name: '附件.pdf', page: 1, found: 'zl202110123456.7' },
    ])
    expect(hits[0]?.found).toBe('ZL 2021 1 0123456.7')
    expect({ more, scans, unread, waiting }).toEqual({ more: false, scans: 1, unread: 0, waiting: 0 })
  })

  test('are found within one application, in its Word form too', async () => {
    const { hits, scans } = await desk.packets.search({ round, words: '样例甲', packet: 'packet-1' })
    expect(hits.map(({ name, page, found }) => [name, page, found])).toEqual([['申报表.docx', 1, '样例甲']])
    expect(scans).toBe(0)
  })

  test('papers whose text is not read yet, as of a round from before, are read when somebody searches', async () => {
    const { host } = opened
    const file = host.store.round(round)
    file.$client.exec('delete from paper_texts; delete from paper_reads')
    expect((await desk.packets.search({ round, words: '样例乙' })).hits.map(({ no }) => no)).toEqual([2])
  })

  test('a scan says that it has no text', async () => {
    const { fileList } = await desk.packets.show({ round, packet: 'packet-2' })
    expect(fileList.map(({ name, text }) => [name, text])).toEqual([
      ['扫描.pdf', 'none'],
      ['申报表.docx', 'text'],
      ['附件.pdf', 'text'],
    ])
  })

  test('Chinese words of an office program’s PDF are found on their page', async () => {
    const { imported } = await desk.packets.import({ round, paths: [samplePath('packets', '07-测试市政测绘院.zip')] })
    const packet = imported[0]?.packet ?? ''
    const { hits, scans } = await desk.packets.search({ round, words: '实用新型专利证书', packet })
    expect(hits.map(({ name, page, before, found }) => [name, page, before, found])).toEqual([
      ['证明材料.pdf', 16, '', '实用新型专利证书'],
    ])
    expect(scans).toBe(0)
  })
})
