/** How the papers say things in Chinese: dates, numbers, facts, pages, fingerprints. */
import { fromRatio, shown } from '#core/exact/exact.ts'
import type { Text } from '#core/lang.ts'
import type { FactValue, Payload, Proof } from '#core/ledger/kinds.ts'
import type { FactView, SheetState, SheetView, VoteView } from '#host/api/shapes.ts'
import type { PaperBook } from './book.ts'

/** What a paper made from invented samples says on every page. */
export const sampleMark = '样例，非正式结果'

/** The Chinese of a text; papers are Chinese only. */
export function zh(text: Text): string {
  return text['zh-CN']
}

/** "2026-11-21 12:50" in China's one time zone, whatever zone the moment was written in. */
export function moment(iso: string): string {
  const shifted = new Date(Date.parse(iso) + 8 * 3_600_000)
  return shifted.toISOString().slice(0, 16).replace('T', ' ')
}

/** "2026年11月21日" of a date or a moment. */
export function longDate(iso: string): string {
  const [year, month, day] = (iso.length > 10 ? moment(iso).slice(0, 10) : iso).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The first sixteen hex digits in fours, short enough to be read out and compared by eye. */
export function fingerprint(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

/** Who checked the result in the room before it was fixed; said plainly where nobody did. */
export function confirmationShown({ entries }: Pick<PaperBook, 'entries'>): string {
  const fixed = entries.findLast(({ kind }) => kind === 'result.frozen')
  if (!fixed) return '尚未固定'
  const { confirmed } = fixed.payload as Payload<'result.frozen'>
  if (confirmed) return `组长${confirmed.chair}、秘书${confirmed.secretary}当场核对后固定`
  return fixed.by.door === 'command-line' ? '未经会上确认（命令行冻结）' : '未经会上确认'
}

/** What the code in every footer says: the round and the fingerprint of its whole ledger. */
export function bookCode({ round }: PaperBook): string {
  return `JP1/${round.round}/${round.ledger.head}`.toUpperCase()
}

/** "92.5" and "185/2" as the decimal a cell or a line shows: "92.50"; more than two places are kept. */
export function points(spelling: string): string {
  if (spelling.includes('/')) return shown(fromRatio(spelling), 2)
  const [whole, places = ''] = spelling.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

/** A fact's value in words: 有, 7.4 万元, 第1年 2 次、第2年 1 次; 未填 when nobody has entered it. */
export function factShown(value: FactValue | null, unit: Text | null): string {
  if (value === null) return '未填'
  if (typeof value === 'boolean') return value ? '有' : '没有'
  const measured = (amount: string | number) => (unit ? `${amount} ${zh(unit)}` : String(amount))
  if (Array.isArray(value)) return value.map((count, at) => `第${at + 1}年 ${measured(count)}`).join('、')
  return measured(value)
}

/** Units of facts by key, for places that name a fact without its definition. */
export function factUnits(book: PaperBook): Map<string, Text | null> {
  const items = book.sheets.flatMap((sheet) => sheet.blocks.flatMap((block) => block.items))
  return new Map(items.flatMap((item) => item.facts.map((fact) => [fact.key, fact.unit] as const)))
}

/** "《证明材料.pdf》第 3、7 页", files in the order of their first mention. */
export function pagesShown(proofs: readonly Proof[], files: SheetView['files']): string {
  const byFile = Map.groupBy(proofs, (proof) => proof.file)
  return [...byFile]
    .map(([file, pins]) => {
      const known = files.find((candidate) => candidate.sha256 === file || candidate.name === file)
      const name = known ? (known.name.split('/').at(-1) ?? known.name) : file.slice(0, 16)
      const pages = [...new Set(pins.map((pin) => pin.page))].toSorted((a, b) => a - b)
      return `《${name}》第 ${pages.join('、')} 页`
    })
    .join('；')
}

/** The page that proves a fact, and what the desk noted beside it. */
export function proofShown(fact: FactView, files: SheetView['files']): string {
  const parts = [
    fact.proof ? pagesShown([fact.proof], files) : '',
    fact.visit === null ? '' : '现场考察核实',
    fact.note,
  ]
  return parts.filter(Boolean).join('；') || '—'
}

const sheetStates: Record<SheetState, string> = {
  unseen: '未提交',
  seen: '未提交',
  draft: '未提交',
  submitted: '已提交',
  recused: '回避',
}

/** What stands where a score would: 回避, or 未提交. */
export function stateShown(state: SheetState): string {
  return sheetStates[state]
}

type Ballot = VoteView['ballots'][number]

/** One seat's ballot: 同意, 反对, 弃权, 回避, 缺席, or 未投. */
export function ballotShown(ballot: Ballot | undefined): string {
  if (!ballot) return '—'
  if (ballot.state === 'recused') return '回避'
  if (ballot.state === 'absent') return '缺席'
  if (ballot.choice === null) return '未投'
  return { for: '同意', against: '反对', abstain: '弃权', invalid: '废票' }[ballot.choice]
}

/** Why somebody is recused, in the words of the declaration itself. An unknown kind is shown as it stands. */
export function conflictShown(kind: string): string {
  const known: Record<string, string> = {
    'same-unit': '同一单位',
    'former-unit': '近三年曾在该单位任职',
    relative: '亲属',
    interest: '经济利益关系',
    'teacher-or-student': '师生',
    cooperation: '近三年有合作项目',
    other: '其他',
  }
  return known[kind] ?? kind
}

/** Names of people given as expert ids; anything else is a name already. */
export function peopleShown(book: PaperBook, people: readonly string[]): string {
  const names = new Map([...book.panel.experts, ...book.panel.members].map(({ expert, name }) => [expert, name]))
  return people.map((person) => names.get(person) ?? person).join('、') || '—'
}

/** The name of a round's rule as the organiser adopted it, with the moment of adoption and the note that was left. */
export function adoptionShown(book: PaperBook, choice: 'aggregation' | 'vote-rule'): string {
  const made = book.round.choices.find(({ id }) => id === choice)
  if (!made?.adoptedAt) return '组织单位尚未选定。'
  const note = made.note ? `，说明：${made.note}` : ''
  return `文件没有规定，由组织单位（${book.round.organiser}）于 ${moment(made.adoptedAt)} 选定${note}。`
}

/** Texts as office programs can store them: no control characters, one kind of line end, no stray blank ends. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .trimEnd()
}

/** What was noted of a coming or going. */
export const attendanceShown = { arrived: '到会', late: '迟到', left: '离场', 'left-early': '早退' } as const
