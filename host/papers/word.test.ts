/** The Word papers, as Word finds them. */
import { expect, test } from 'vitest'
import { smallBook } from '#test/papers/small-book.ts'
import { partsOf } from '#test/papers/unzip.ts'
import { buildPapers, buildTemplates } from './word/papers.ts'
import { onePaper, paperNames } from './word/shelf.ts'

async function textsOf(book = smallBook) {
  const papers = await buildPapers(book)
  const entries = papers.map(async ({ name, bytes }) => {
    const parts = await partsOf(bytes)
    const part = (path: string) =>
      [...parts]
        .filter(([key]) => key.startsWith(path))
        .map(([, text]) => text)
        .join('')
    const words = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
    return [
      name,
      {
        xml: part('word/document.xml'),
        text: words(part('word/document.xml')),
        footer: part('word/footer'),
        core: part('docProps/core.xml'),
      },
    ] as const
  })
  return new Map(await Promise.all(entries))
}

test('a round with everything has its papers, a notice for each application, and one for each correction', async () => {
  expect([...(await textsOf()).keys()]).toEqual([
    '评议纪要.docx',
    '现场考察记录.docx',
    '实名表决记录.docx',
    '计票单.docx',
    '建议名单.docx',
    '公示.docx',
    '后续管理.docx',
    '告知书/评审结果告知书-1号.docx',
    '告知书/评审结果告知书-2号.docx',
    '告知书/更正告知书-2号.docx',
    '告知书/评审结果告知书-3号.docx',
  ])
})

test('without a vote there is no record of one', async () => {
  const papers = await buildPapers({ ...smallBook, result: { ...smallBook.result, withVote: false } })
  expect(papers.map(({ name }) => name)).not.toContain('实名表决记录.docx')
})

test('the minutes name the dissenter and say the dissent in full', async () => {
  const minutes = (await textsOf()).get('评议纪要.docx')
  expect(minutes?.text).toContain('不同意见（样例专家四）：我认为配套资金的凭证不足，不同意按 52.5 分计。')
  expect(minutes?.text).toContain('回避本项的专家：样例专家二')
  expect(minutes?.text).toContain('样例专家五：＿＿＿＿＿＿＿＿　　　　年　　月　　日')
})

test('the record of the vote has every ballot by name', async () => {
  const votes = (await textsOf()).get('实名表决记录.docx')
  expect(votes?.text.replaceAll('\n', '|')).toContain(
    '2|样例专家二|回避|3|样例专家三|反对|4|样例专家四|反对|5|样例专家五|缺席',
  )
  expect(votes?.text).toContain('同意 4 票，反对 1 票，弃权 0 票；需要同意 4 票，通过。')
})

test('the tally sheet counts the papers before the votes, and names who signs', async () => {
  const [first, second] = smallBook.votes.votes
  if (!first || !second) throw new Error('two votes')
  const member = smallBook.panel.members[0]
  if (!member) throw new Error('a member')
  const officers = [{ ...member, name: '样例监票', role: 'scrutineer' as const }]
  const paper = { issued: 5, returned: 5, valid: 4, invalid: 1 }
  const counts = { reason: '', list: null, appointed: 5, recused: 0, present: 4, needed: 3 }
  const before = {
    ...counts,
    turn: 1,
    purpose: 'first' as const,
    paper: { issued: 4, returned: 4, valid: 4, invalid: 0 },
    tally: { ...(first.tally ?? never()), for: 2, against: 2, abstain: 0, passed: false },
    closedAt: '2026-11-21T11:00:00+08:00',
    byHand: [
      { seat: 2, name: '样例专家二', second: '样例核对' },
      { seat: 3, name: '样例专家三', second: '样例核对' },
    ],
  }
  const earlier = [before]
  const votes = [{ ...first, paper, turn: 2, purpose: 'repeat' as const, reason: '漏票', earlier }, second]
  const book = {
    ...smallBook,
    panel: { ...smallBook.panel, officers },
    votes: { ...smallBook.votes, votes },
  }
  const text = (await textsOf(book)).get('计票单.docx')?.text.replaceAll('\n', '|') ?? ''
  expect(text).toContain('应到|回避|实到|发出选票|收回选票|有效票|无效票|5|0|5|5|5|4|1|')
  expect(text).toContain('第 2 次表决|重新表决，原因：漏票')
  // The vote before it has its own papers and its own count.
  expect(text).toContain('第 1 次表决|首次；2026-11-21 11:00 结束|')
  expect(text).toContain('|5|0|4|4|4|4|0|')
  expect(text).toContain('|1|样例甲电工技能大师工作室|2|2|0|3|未通过|')
  expect(text).toContain('第 2 席 样例专家二、第 3 席 样例专家三（核对人 样例核对）')
  expect(text).toContain('|2|样例乙焊工技能大师工作室|3|1|1|4|未通过|')
  expect(text).toContain('监票人（样例监票）：＿')
})

function never(): never {
  throw new Error('a closed vote has a tally')
}

test('the proposal names the selected and gives away no mark, ballot or phone', async () => {
  const proposal = (await textsOf()).get('建议名单.docx')
  expect(proposal?.text).toContain('样例甲电工技能大师工作室')
  expect(proposal?.text).not.toContain('样例乙焊工技能大师工作室')
  expect(proposal?.text).not.toMatch(/90\.5|同意 \d|1380000/)
})

test('every paper is marked as a sample, in 仿宋 under a 宋体 title of 22 points, with page and fingerprint below', async () => {
  for (const { xml, text, footer, core } of (await textsOf()).values()) {
    expect(text).toContain('样例，非正式结果')
    expect(xml).toContain('w:eastAsia="仿宋"')
    expect(xml).toContain('<w:sz w:val="44"/>')
    expect(footer).toContain('NUMPAGES')
    expect(footer).toContain('0123 4567 89ab cdef')
    expect(core).toContain('2026-11-21T06:05:00Z')
  }
})

test('the same book makes the same bytes', async () => {
  const [first, second] = [await buildPapers(smallBook), await buildPapers(smallBook)]
  first.forEach((paper, at) => {
    expect(second[at]?.bytes.equals(paper.bytes)).toBe(true)
  })
})

test('one paper alone is the same as among all, and the dossiers stand on the list beside them', async () => {
  const sources = { templates: () => null, formOf: () => null }
  const names = await paperNames(smallBook, sources)
  expect(names.map(({ group, name }) => `${group} ${name}`)).toEqual([
    ...['评议纪要', '现场考察记录', '实名表决记录', '计票单', '建议名单', '公示', '后续管理'].map(
      (name) => `round ${name}.docx`,
    ),
    'notices 告知书/评审结果告知书-1号.docx',
    'notices 告知书/评审结果告知书-2号.docx',
    'notices 告知书/更正告知书-2号.docx',
    'notices 告知书/评审结果告知书-3号.docx',
    ...[1, 2, 3].map((no) => `dossiers 评审档案-${no}号.docx`),
  ])
  for (const { name, bytes } of await buildPapers(smallBook)) {
    expect((await onePaper(smallBook, name, sources))?.bytes.equals(bytes), name).toBe(true)
  }
  expect((await onePaper(smallBook, '评审档案-3号.docx', sources))?.group).toBe('dossiers')
  expect(await onePaper(smallBook, '评审档案-9号.docx', sources)).toBeNull()
})

test('a template that is no Word file gives no notice, on the list as in the folder', async () => {
  const templates = (kind: string) => (kind === '更正告知书' ? Buffer.from('样例') : null)
  const names = await paperNames(smallBook, { templates, formOf: () => null })
  const notices = names.filter(({ group }) => group === 'notices').map(({ name }) => name)
  expect(notices).toEqual([1, 2, 3].map((no) => `告知书/评审结果告知书-${no}号.docx`))
})

test('a template brings nothing of the round it was laid out in; the notice made from it names the round it is for', async () => {
  const { round } = smallBook
  const whole = async (bytes: Buffer) =>
    [...(await partsOf(bytes))]
      .filter(([part]) => part.startsWith('word/'))
      .map(([, xml]) => xml.replace(/<[^>]+>/g, ''))
  const [made] = await buildTemplates(smallBook)
  if (!made) throw new Error('there is no template')
  const laidOut = (await whole(made.bytes)).join('\n')
  expect(laidOut).toContain('{{评审名称}}')
  expect(laidOut).not.toMatch(/样例市|样人社规/)

  const templates = (kind: string) => (kind === '评审结果告知书' ? made.bytes : null)
  const notice = await onePaper(smallBook, '告知书/评审结果告知书-1号.docx', { templates, formOf: () => null })
  const parts = await whole(notice?.bytes ?? Buffer.alloc(0))
  expect(parts.join('\n')).not.toContain('{{')
  // Body, head and foot of the page, where the page numbers keep their places.
  expect(parts.filter((text) => text.includes(round.title))).toHaveLength(2)
  expect(parts.filter((text) => /样人社规〔2023〕1号\s*第 .*页 共 .*页\s*台账 \S{4} /.test(text))).toHaveLength(1)
})
