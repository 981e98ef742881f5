/** "My applications": each with its state in words, my own totals, and how far apart I have set them. */
import { RollbackOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, SheetRow, SheetState } from '#host/api/shapes.ts'
import { Chip } from '../kit/states.tsx'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import { ranksOf, spreadOf } from './score.ts'

type Props = {
  rows: readonly SheetRow[]
  current: string | null
  me: MeView
  onChoose: (packet: string) => void
  onDeclare: () => void
}

const tones: Record<SheetState, 'plain' | 'ok' | 'warn' | 'no' | 'info'> = {
  unseen: 'plain',
  seen: 'plain',
  draft: 'warn',
  submitted: 'ok',
  recused: 'no',
}
const order: SheetState[] = ['submitted', 'draft', 'seen', 'unseen', 'recused']

/** The part of a workshop's name that tells it from the others. */
function shortName(workshop: string): string {
  return workshop.replace(/技能大师工作室$/, '') || workshop
}

export function PacketList({ rows, current, me, onChoose, onDeclare }: Props) {
  const { seat: words, common } = useWords()
  const stateWord = (state: SheetState) => (state === 'recused' ? words.recusedMyself : common.sheetState[state])
  const when = useWhen()
  const [isByScore, setByScore] = useState(false)
  const ranks = ranksOf(rows.flatMap(({ packet, total }) => (total === null ? [] : [{ packet, total }])))
  const shown = isByScore
    ? rows.toSorted((a, b) => (ranks.get(a.packet) ?? rows.length + 1) - (ranks.get(b.packet) ?? rows.length + 1))
    : rows
  const spread = spreadOf(rows.flatMap(({ state, total }) => (state === 'submitted' && total !== null ? [total] : [])))
  return (
    <>
      <p className="soft small packet-counts">
        {words.myCount(rows.length)}
        <br />
        {order
          .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <span key={state} className="packet-count nowrap">
              {stateWord(state)} {count}
            </span>
          ))}
      </p>
      {ranks.size > 1 ? (
        <Segmented
          className="packet-order"
          block
          aria-label={words.order.by}
          value={isByScore ? 'score' : 'number'}
          onChange={(value) => setByScore(value === 'score')}
          options={[
            { value: 'number', label: words.order.byNumber },
            { value: 'score', label: words.order.byScore },
          ]}
        />
      ) : null}
      <ul className="packet-list">
        {shown.map((row) => (
          <li key={row.packet}>
            <button
              type="button"
              className={row.packet === current ? 'packet is-current' : 'packet'}
              aria-current={row.packet === current ? 'true' : undefined}
              disabled={row.state === 'recused'}
              title={[row.workshop, row.unit, ...(row.savedAt ? [words.savedAt(when(row.savedAt, 'clock'))] : [])].join(
                '\n',
              )}
              onClick={() => onChoose(row.packet)}
            >
              <strong>
                {row.no} {shortName(row.workshop)}
              </strong>
              <span className="packet-state">
                <Chip tone={tones[row.state]}>{stateWord(row.state)}</Chip>
                <Progress row={row} />
                <Rank of={ranks.get(row.packet)} among={ranks.size} />
                {row.savedAt && row.total === null ? (
                  <span className="small soft num nowrap">{when(row.savedAt, 'clock')}</span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {spread ? (
        <section className="packet-spread" aria-label={words.mySpread}>
          <span className="soft small">{words.mySpread}</span>
          <span className="num small">
            {words.highest} <b>{spread.highest}</b>　{words.lowest} <b>{spread.lowest}</b>　{words.middle}{' '}
            <b>{spread.middle}</b>
          </span>
        </section>
      ) : null}
      {mayDo('declare-recusal', me.stage) ? (
        <Button type="link" className="packet-declare" onClick={onDeclare}>
          {words.declareChange}
        </Button>
      ) : null}
    </>
  )
}

/** The place this expert gives the application so far; nothing while there is only one. */
function Rank({ of: rank, among }: { of: number | undefined; among: number }) {
  const { seat: words } = useWords()
  if (rank === undefined || among < 2) return null
  return (
    <span className="small nowrap" title={words.order.rankOf(rank)}>
      {words.order.rank(rank)}
    </span>
  )
}

function Progress({ row }: { row: SheetRow }) {
  const { seat: words } = useWords()
  if (row.returned !== null && row.state !== 'submitted') {
    return (
      <span className="small packet-returned">
        <RollbackOutlined aria-hidden /> {words.returned}
      </span>
    )
  }
  if (row.state === 'recused' || row.items === 0) return null
  if (row.total !== null) return <b className="num">{row.total}</b>
  if (row.state === 'draft')
    return <span className="num small soft nowrap">{words.itemsOf(row.items - row.open, row.items)}</span>
  return null
}
