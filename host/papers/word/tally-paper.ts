/** 计票单: one for each ballot held, the papers counted before the votes, signed by the tellers and the supervisor. */

import type { OfficerRole } from '#core/panel/roles.ts'
import type { VoteView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { moment, zh } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. Applications on one list share one ballot, and so one tally sheet. */
export function tallyPaper(pen: Pen, book: PaperBook) {
  const { votes } = book
  return [
    ...pen.title('计票单'),
    ...pen.text(openingOf(book)),
    ...pen.text(`表决规则：${(votes.rule ? zh(votes.rule) : '尚未选定').replace(/。$/, '')}。`),
    ...ballotsOf(votes.votes).flatMap((together) => oneBallot(pen, together)),
    ...(votes.votes.every(({ state, earlier }) => state !== 'closed' && earlier.length === 0)
      ? pen.text('没有结束的表决。')
      : []),
    ...pen.text('发出选票数与收回选票数相符、有效票与无效票之和与收回选票数相符的，表决有效。', { lead: true }),
    ...pen.signatures([
      signer(book, '唱票人', 'caller'),
      signer(book, '计票人', 'counter'),
      signer(book, '监票人', 'scrutineer'),
      signer(book, '监　督', 'supervisor'),
    ]),
  ]
}

/** One vote on one application, the latest or one before it. */
type Held = VoteView['earlier'][number] & Pick<VoteView, 'packet' | 'no' | 'workshop'>

/** Every vote that was held, whatever followed it. */
function heldOn(vote: VoteView): Held[] {
  const { packet, no, workshop, tally } = vote
  const latest = tally
    ? [
        {
          ...vote,
          tally,
          byHand: vote.ballots
            .filter(({ second }) => second !== '')
            .map(({ seat, name, second }) => ({ seat, name, second })),
        },
      ]
    : []
  return [...vote.earlier.map((one) => ({ ...one, packet, no, workshop })), ...latest]
}

/** The votes that were held on one ballot together, in the order in which they were held. */
function ballotsOf(votes: readonly VoteView[]): Held[][] {
  const held = votes.flatMap(heldOn)
  const groups = [
    ...Map.groupBy(held, ({ list, packet, turn }) => `${list?.packets.join() ?? packet} ${turn}`).values(),
  ]
  return groups.toSorted((a, b) => (a[0]?.closedAt ?? '').localeCompare(b[0]?.closedAt ?? ''))
}

function oneBallot(pen: Pen, votes: readonly Held[]) {
  const [first] = votes
  if (!first) return []
  const title =
    votes.length === 1 ? `${first.no}号　${first.workshop}` : `整张选票：${votes.map(({ no }) => `${no}号`).join('、')}`
  const { list } = first
  const limits = [
    list?.maxYes ? `每张选票最多同意 ${list.maxYes} 项` : '',
    list?.places ? `名额 ${list.places} 个` : '',
  ].filter((part) => part !== '')
  return [
    pen.heading(`${title}　第 ${first.turn} 次表决`),
    ...pen.text(
      [
        `${purposes[first.purpose]}${first.reason === '' ? '' : `，原因：${first.reason}`}`,
        ...limits,
        first.closedAt === null ? '' : `${moment(first.closedAt)} 结束`,
      ]
        .filter((part) => part !== '')
        .join('；'),
      { lead: true },
    ),
    votes.length === 1 || samePeople(votes)
      ? pen.table([12, 12, 12, 14, 14, 14, 14], heads, [headsOf(first)])
      : pen.table(
          [9, 11, 11, 11, 14, 14, 14, 14],
          ['编号', ...heads],
          votes.map((vote) => [String(vote.no), ...headsOf(vote)]),
        ),
    ...pen.text('得票：', { lead: true }),
    pen.table(
      [9, 41, 11, 11, 11, 11, 15],
      ['编号', '申报', '同意', '反对', '弃权', '需要', '结果'],
      votes.map((vote) => [
        String(vote.no),
        vote.workshop,
        String(vote.tally.for),
        String(vote.tally.against),
        String(vote.tally.abstain),
        String(vote.needed),
        outcomeOf(vote),
      ]),
    ),
    ...handWritten(pen, votes),
  ]
}

const purposes: Record<VoteView['purpose'], string> = { first: '首次', repeat: '重新表决', 'run-off': '末位再次表决' }

const heads = ['应到', '回避', '实到', '发出选票', '收回选票', '有效票', '无效票']

const samePeople = ([first, ...others]: readonly Held[]) =>
  others.every(
    (vote) =>
      vote.present === first?.present &&
      vote.recused === first.recused &&
      vote.paper?.returned === first.paper?.returned &&
      vote.paper?.invalid === first.paper?.invalid,
  )

function headsOf({ appointed, recused, present, paper }: Held): string[] {
  const papers = paper ? [paper.issued, paper.returned, paper.valid, paper.invalid] : ['—', '—', '—', '—']
  return [appointed, recused, present, ...papers].map(String)
}

function outcomeOf({ tally }: Held): string {
  if (tally.passed) return '通过'
  return tally.tied ? '末位并列' : '未通过'
}

/** Ballots on paper, entered by the desk with a second person. */
function handWritten(pen: Pen, votes: readonly Held[]) {
  const byHand = new Map(votes.flatMap((vote) => vote.byHand).map((ballot) => [ballot.seat, ballot]))
  if (byHand.size === 0) return []
  const said = Map.groupBy(byHand.values(), ({ second }) => second)
  const named = [...said].map(
    ([second, own]) => `${own.map(({ seat, name }) => `第 ${seat} 席 ${name}`).join('、')}（核对人 ${second}）`,
  )
  return pen.text(`纸质选票由秘书处代录、两人各录一次：${named.join('；')}。`)
}

/** "唱票人（样例某）": the officer's name where one was named, so that the right person signs. */
function signer({ panel }: PaperBook, title: string, role: OfficerRole): string {
  const names = panel.officers.filter((one) => one.role === role).map(({ name }) => name)
  return names.length === 0 ? title : `${title}（${names.join('、')}）`
}
