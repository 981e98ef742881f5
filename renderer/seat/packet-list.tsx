/** "My applications": each with its state in words, my own totals, and how far apart I have set them. */
import { RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, SheetRow, SheetState } from '#host/api/shapes.ts'
import { Chip } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { spreadOf } from './score.ts'

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
      <ul className="packet-list">
        {rows.map((row) => (
          <li key={row.packet}>
            <button
              type="button"
              className={row.packet === current ? 'packet is-current' : 'packet'}
              aria-current={row.packet === current ? 'true' : undefined}
              disabled={row.state === 'recused'}
              title={`${row.workshop}\n${row.unit}`}
              onClick={() => onChoose(row.packet)}
            >
              <strong>
                {row.no} {shortName(row.workshop)}
              </strong>
              <span className="packet-state">
                <Chip tone={tones[row.state]}>{stateWord(row.state)}</Chip>
                <Progress row={row} />
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
