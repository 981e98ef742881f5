/** 实名表决表: every seat's vote on every application, the count, and the rule it was counted by. */
import type { VoteView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { adoptionShown, ballotShown, zh } from '../words.ts'
import { type Cell, claims, heads, mid, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** The sheet. */
export function ballotsSheet(book: PaperBook): SheetModel {
  const { seats } = book.result
  const sheet = openSheet(book, {
    name: '实名表决表',
    title: '实名表决表',
    orientation: 'landscape',
    columns: [
      { least: 32 },
      { least: 92, grow: 3 },
      { least: 84, grow: 3 },
      { least: 48, grow: 0.3 },
      ...seats.map(() => ({ least: 42, grow: 0.4 })),
      ...[1, 2, 3, 4].map(() => ({ least: 36, grow: 0.2 })),
      { least: 48, grow: 0.4 },
    ],
    frozen: 2,
  })
  const names = seats.map(({ seat, name }) => `${seat}席\n${name}`)
  const table = sheet.table({
    header: [heads('编号', '工作室', '申报单位', '领办人', ...names, '同意', '反对', '弃权', '需要\n票数', '结果')],
    printed: true,
  })
  for (const vote of book.votes.votes) table.row(cellsOf(vote, book), { tall: 24 })
  sheet.heading('表决规则')
  sheet.paragraph(
    `${book.votes.rule ? zh(book.votes.rule) : '尚未选定'}。${adoptionShown(book, 'vote-rule')}`.replace('。。', '。'),
  )
  sheet.heading('计票说明')
  for (const vote of book.votes.votes) {
    sheet.paragraph(`${vote.no}号 ${vote.workshop}：${vote.tally ? zh(vote.tally.sentence) : '表决尚未结束。'}`)
  }
  signatureBlock(sheet, lines.tellers)
  return sheet.close()
}

function cellsOf(vote: VoteView, { result }: PaperBook): Cell[] {
  const { tally } = vote
  const ballots = result.seats.map(({ expert }) =>
    claims(mid(ballotShown(vote.ballots.find((ballot) => ballot.expert === expert))), 'ballot', vote.packet, expert),
  )
  const counts = (['for', 'against', 'abstain'] as const).map((choice) =>
    claims(mid(tally ? tally[choice] : '—'), choice, vote.packet),
  )
  return [
    mid(vote.no),
    word(vote.workshop, 'tight'),
    word(vote.unit, 'tight'),
    mid(vote.leader),
    ...ballots,
    ...counts,
    claims(mid(vote.needed), 'needed', vote.packet),
    claims(word(tally ? (tally.passed ? '通过' : '未通过') : '未表决', 'strongText'), 'passed', vote.packet),
  ]
}
