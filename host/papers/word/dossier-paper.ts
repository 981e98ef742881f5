/** 单项评审档案: how one application was decided, from its papers to the list, in one file that an auditor can read alone. */
import type { PaperBook, PaperPacket } from '../book.ts'
import { signedShown } from '../visit-words.ts'
import {
  adoptionShown,
  ballotShown,
  conflictShown,
  factShown,
  factUnits,
  fingerprint,
  longDate,
  moment,
  pagesShown,
  peopleShown,
  proofShown,
  stateShown,
  zh,
} from '../words.ts'
import { openingOf, type Pen } from './office.ts'
import { photosOf, seenOnSite } from './visits-paper.ts'

type Part = ReturnType<Pen['text']>[number] | ReturnType<Pen['table']>

/** The body of the paper. */
export function dossierPaper(pen: Pen, book: PaperBook, packet: PaperPacket): Part[] {
  const heading = numbered(pen)
  return [
    ...pen.title(`评审档案　${packet.no}号`),
    ...pen.text(openingOf(book)),
    ...pen.text(
      `工作室：${packet.workshop}\n申报单位：${packet.unit || '未填'}\n领办人：${packet.leader || '未填'}\n职业（工种）：${packet.occupation || '未填'}`,
    ),
    ...outcome(pen, book, packet, heading),
    ...materials(pen, packet, heading),
    ...facts(pen, book, packet, heading),
    ...marks(pen, book, packet, heading),
    ...room(pen, book, packet, heading),
    ...trail(pen, packet, heading),
    ...pen.signatures(['填写人', '复核人']),
  ]
}

type Heading = (text: string) => ReturnType<Pen['heading']>

function numbered(pen: Pen): Heading {
  const digits = '一二三四五六七八九十'
  let count = 0
  return (text) => pen.heading(`${digits[count++] ?? count}、${text}`)
}

function outcome(pen: Pen, book: PaperBook, { packet, state, note }: PaperPacket, heading: Heading): Part[] {
  const row = book.result.rows.find((candidate) => candidate.packet === packet)
  if (!row) {
    const why =
      state === 'withdrawn'
        ? `申报人退出：${note}`
        : state === 'returned'
          ? `材料审查未通过：${note || '见退回说明'}`
          : '没有进入评审'
    return [heading('结论'), ...pen.text(`${why}。`)]
  }
  const line = book.result.line?.rows.find((candidate) => candidate.packet === packet)
  const rank = row.rank === null ? '' : `，名次第 ${row.rank}${row.tied ? '（并列）' : ''}`
  return [
    heading('结论'),
    ...pen.text(
      `${zh(row.decision)}${row.shown === null ? '' : `；采用分 ${row.shown}（精确值 ${row.exact}）${rank}`}。`,
    ),
    ...(line ? pen.text(`依据：${zh(line.because)}。${line.toDiffer ? `${zh(line.toDiffer)}。` : ''}`) : []),
    ...(row.vote ? pen.text(zh(row.vote.sentence)) : []),
  ]
}

function materials(pen: Pen, packet: PaperPacket, heading: Heading): Part[] {
  const missing = packet.missing.length > 0 ? `缺：${packet.missing.join('、')}。` : ''
  return [
    heading('材料与更正'),
    ...pen.text(`材料审查：${packet.state === 'accepted' ? '通过' : '未通过'}。${packet.note}${missing}`),
    ...(packet.corrections.length === 0
      ? pen.text('申报表内容没有更正。')
      : [
          pen.table(
            [20, 25, 25, 30],
            ['栏目', '原内容', '更正为', '理由'],
            packet.corrections.map(({ label, from, to, reason }) => [label, from || '空', to, reason]),
          ),
        ]),
  ]
}

function facts(pen: Pen, book: PaperBook, { packet }: PaperPacket, heading: Heading): Part[] {
  const view = book.sheets.find((sheet) => sheet.packet === packet)
  const rows = (view?.blocks ?? []).flatMap((block) =>
    block.items.flatMap((item) =>
      item.facts.map((fact) => [
        `${item.id} ${zh(fact.name)}`,
        factShown(fact.value, fact.unit),
        proofShown(fact, view?.files ?? []),
        item.kind === 'fact' && item.derivation ? zh(item.derivation) : '由专家评判',
      ]),
    ),
  )
  if (rows.length === 0) return []
  return [heading('事实与推导'), pen.table([26, 14, 28, 32], ['事实', '数值', '依据', '推导'], rows)]
}

function marks(pen: Pen, book: PaperBook, { packet }: PaperPacket, heading: Heading): Part[] {
  const row = book.result.rows.find((candidate) => candidate.packet === packet)
  if (!row) return []
  const named = (expert: string) => book.result.seats.find((seat) => seat.expert === expert)?.name ?? expert
  const own = book.sheets.filter((sheet) => sheet.packet === packet)
  const reasons = own.flatMap((sheet) =>
    sheet.blocks.flatMap((block) =>
      block.items.flatMap((item) =>
        item.judgement && Number(item.judgement.deduct) !== 0
          ? [
              [
                sheet.expertName,
                `${item.id} ${zh(item.name)}`,
                item.judgement.deduct,
                item.judgement.reason,
                pagesShown(item.judgement.pins, sheet.files) || '未引用',
              ],
            ]
          : [],
      ),
    ),
  )
  const totals = row.scores.map(({ expert, total, state }) => [named(expert), total ?? stateShown(state)])
  return [
    heading('专家评审'),
    ...(book.result.withRubric
      ? [
          ...pen.text(
            `汇总规则：${book.result.aggregation ? zh(book.result.aggregation) : '未选定'}。${adoptionShown(book, 'aggregation')}`,
            { lead: true },
          ),
          pen.table([50, 50], ['专家', '总分'], totals),
        ]
      : []),
    ...(reasons.length === 0
      ? []
      : [
          ...pen.text('扣分理由：', { lead: true }),
          pen.table([14, 26, 10, 30, 20], ['专家', '考核项目', '扣分', '理由', '依据'], reasons),
        ]),
    ...own.flatMap((sheet) => pen.text(`${sheet.expertName}的意见：${sheet.opinion || '没有另写意见'}`)),
  ]
}

function room(pen: Pen, book: PaperBook, { packet }: PaperPacket, heading: Heading): Part[] {
  const visit = book.visits.find((candidate) => candidate.packet === packet && candidate.recorded)
  const minutes = book.minutes.find((candidate) => candidate.packet === packet && candidate.recorded)
  const vote = book.votes.votes.find((candidate) => candidate.packet === packet)
  const recused = book.panel.recusals.filter((recusal) => recusal.packet === packet)
  const units = factUnits(book)
  return [
    heading('回避、考察、评议与表决'),
    ...pen.text(
      recused.length === 0
        ? '没有专家回避本项。'
        : recused
            .map(
              ({ expert, kind, note }) =>
                `${peopleShown(book, [expert])}回避（${conflictShown(kind)}${note ? `：${note}` : ''}）。`,
            )
            .join('\n'),
    ),
    ...(visit
      ? [
          ...pen.text(
            `现场考察：${visit.date ? longDate(visit.date) : '日期未记'}，${visit.place || '地点未记'}，参加人员 ${peopleShown(book, visit.present)}。${visit.opinion}${visit.findings
              .map(
                ({ fact, name, claimed, seen }) =>
                  `${zh(name)}申报 ${factShown(claimed, units.get(fact) ?? null)}，现场 ${factShown(seen, units.get(fact) ?? null)}。`,
              )
              .join('')}`,
          ),
          ...seenOnSite(pen, visit),
          ...photosOf(pen, book, visit),
          ...pen.text(signedShown(visit)),
        ]
      : []),
    ...(minutes
      ? [
          ...pen.text(`评议意见：${minutes.text}`),
          ...minutes.dissents.flatMap(({ name, text }) => pen.text(`不同意见（${name}）：${text}`)),
        ]
      : []),
    ...(vote?.tally
      ? [
          ...pen.text('实名表决：', { lead: true }),
          pen.table(
            [20, 40, 40],
            ['席位', '专家', '表决'],
            vote.ballots.map((ballot) => [String(ballot.seat), ballot.name, ballotShown(ballot)]),
          ),
        ]
      : []),
  ]
}

function trail(pen: Pen, { trail: entries }: PaperPacket, heading: Heading): Part[] {
  if (entries.length === 0) return []
  return [
    heading('台账记录'),
    pen.table(
      [10, 24, 26, 16, 24],
      ['序号', '时间', '事项', '经办', '指纹'],
      entries.map(({ seq, at, what, who, hash }) => [String(seq), moment(at), what, who, fingerprint(hash)]),
    ),
  ]
}
