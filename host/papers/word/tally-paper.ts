/** 计票单: one for each ballot held, the papers counted before the votes, signed by the tellers and the supervisor. */

import type { OfficerRole } from '#core/panel/roles.ts'
import type { VoteView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { moment, zh } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. Applications on one list share one ballot, and so one tally sheet. */
export function tallyPaper(pen: Pen, book: PaperBook) {
  const { votes } = book
  const closed = votes.votes.filter(({ state }) => state === 'closed')
  return [
    ...pen.title('计票单'),
    ...pen.text(openingOf(book)),
    ...pen.text(`表决规则：${(votes.rule ? zh(votes.rule) : '尚未选定').replace(/。$/, '')}。`),
    ...ballotsOf(closed).flatMap((together) => oneBallot(pen, together)),
    ...(closed.length === 0 ? pen.text('没有结束的表决。') : []),
    ...pen.text('发出选票数与收回选票数相符、有效票与无效票之和与收回选票数相符的，表决有效。', { lead: true }),
    ...pen.signatures([
      signer(book, '唱票人', 'caller'),
      signer(book, '计票人', 'counter'),
      signer(book, '监票人', 'scrutineer'),
      signer(book, '监　督', 'supervisor'),
    ]),
  ]
}

/** The votes that were held on one ballot together. */
function ballotsOf(votes: readonly VoteView[]): VoteView[][] {
  const groups = Map.groupBy(votes, ({ list, packet, turn }) => `${list?.packets.join() ?? packet} ${turn}`)
  return [...groups.values()]
}

function oneBallot(pen: Pen, votes: readonly VoteView[]) {
  const [first] = votes
  if (!first) return []
  const title =
    votes.length === 1 ? `${first.no}号　${first.workshop}` : `整张选票：${votes.map(({ no }) => `${no}号`).join('、')}`
  const { list, paper } = first
  const limits = [
    list?.maxYes ? `每张选票最多同意 ${list.maxYes} 项` : '',
    list?.places ? `名额 ${list.places} 个` : '',
  ].filter((part) => part !== '')
  return [
    pen.heading(title),
    ...pen.text(
      [
        `第 ${first.turn} 次表决（${purposes[first.purpose]}）${first.reason === '' ? '' : `，原因：${first.reason}`}`,
        ...limits,
        first.closedAt === null ? '' : `${moment(first.closedAt)} 结束`,
      ]
        .filter((part) => part !== '')
        .join('；'),
      { lead: true },
    ),
    pen.table(
      [12, 12, 12, 14, 14, 14, 14],
      ['应到', '回避', '实到', '发出选票', '收回选票', '有效票', '无效票'],
      votes.length === 1 || samePeople(votes)
        ? [headsOf(first, paper)]
        : votes.map((vote) => headsOf(vote, vote.paper)),
    ),
    ...pen.text('', { lead: true }),
    pen.table(
      [9, 41, 11, 11, 11, 11, 15],
      ['编号', '申报', '同意', '反对', '弃权', '需要', '结果'],
      votes.map((vote) => [
        String(vote.no),
        vote.workshop,
        String(vote.tally?.for ?? ''),
        String(vote.tally?.against ?? ''),
        String(vote.tally?.abstain ?? ''),
        String(vote.needed),
        outcomeOf(vote),
      ]),
    ),
    ...votes.flatMap((vote) =>
      vote.earlier.flatMap(({ turn, purpose, tally, closedAt }) =>
        pen.text(
          `${vote.no}号第 ${turn} 次表决（${purposes[purpose]}${closedAt === null ? '' : `，${moment(closedAt)}`}）：同意 ${tally.for} 票，反对 ${tally.against} 票，弃权 ${tally.abstain} 票。${zh(tally.sentence)}`,
        ),
      ),
    ),
    ...handWritten(pen, votes),
  ]
}

const purposes: Record<VoteView['purpose'], string> = { first: '首次', repeat: '重新表决', 'run-off': '末位再次表决' }

const samePeople = ([first, ...others]: readonly VoteView[]) =>
  others.every(
    (vote) =>
      vote.present === first?.present &&
      vote.recused === first.recused &&
      vote.paper?.returned === first.paper?.returned &&
      vote.paper?.invalid === first.paper?.invalid,
  )

function headsOf(vote: VoteView, paper: VoteView['paper']): string[] {
  const counts = [vote.appointed, vote.recused, vote.present]
  const papers = paper ? [paper.issued, paper.returned, paper.valid, paper.invalid] : ['—', '—', '—', '—']
  return [...counts, ...papers].map(String)
}

function outcomeOf({ tally }: VoteView): string {
  if (!tally) return ''
  return tally.passed ? '通过' : tally.tied ? '末位并列' : '未通过'
}

/** Ballots on paper, entered by the desk with a second person. */
function handWritten(pen: Pen, votes: readonly VoteView[]) {
  const byHand = new Map(
    votes
      .flatMap((vote) => vote.ballots)
      .filter(({ second }) => second !== '')
      .map((ballot) => [ballot.expert, ballot]),
  )
  if (byHand.size === 0) return []
  const said = [...byHand.values()].map(({ seat, name, second }) => `第 ${seat} 席 ${name}（核对人 ${second}）`)
  return pen.text(`纸质选票由秘书处代录、两人各录一次：${said.join('、')}。`)
}

/** "唱票人（样例某）": the officer's name where one was named, so that the right person signs. */
function signer({ panel }: PaperBook, title: string, role: OfficerRole): string {
  const names = panel.officers.filter((one) => one.role === role).map(({ name }) => name)
  return names.length === 0 ? title : `${title}（${names.join('、')}）`
}
