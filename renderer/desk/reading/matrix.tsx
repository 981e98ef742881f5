/** Applications by seats: one square per sheet, its state told by shape and by word. Of a long list only what is in sight is there. */
import { WifiOutlined } from '@ant-design/icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useRef } from 'react'
import type { ProgressView, SheetState } from '#host/api/shapes.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import type { Sheet } from './return-sheet.tsx'

type Row = ProgressView['rows'][number]
type Seat = ProgressView['seats'][number]

/** A list this long scrolls in a box of its own. */
const longList = 60
const rowHeight = 39
/** Before the box is measured: enough for the largest screen promised. */
const firstSight = { width: 1_920, height: 900 }

function SeatHead({ seat }: { seat: Seat }) {
  const { desk: words, common } = useWords()
  const when = useWhen()
  const heard = seat.lastHeard === null ? words.reading.neverHeard : words.seats.heard(when(seat.lastHeard, 'clock'))
  const told = `${common.seatNo(seat.seat)} ${seat.name}，${seat.joined ? words.seats.joined : words.seats.notJoined}，${heard}`
  return (
    <th scope="col" title={told}>
      <span className="matrix-seat">
        <span className="nowrap">
          {words.reading.seat(seat.seat)}
          {seat.joined ? <WifiOutlined className="seat-on" aria-label={words.seats.joined} /> : null}
        </span>
        <span className="matrix-name">{seat.name}</span>
      </span>
    </th>
  )
}

type LineProps = {
  row: Row
  at: number
  seats: readonly Seat[]
  onReturn: (sheet: Sheet) => void
}

/** One application. Its squares are no components: scrolling makes hundreds of them in a frame. */
const Line = memo(function Line({ row, at, seats, onReturn }: LineProps) {
  const { desk: words, common } = useWords()
  const name = `${row.no} ${row.workshop}`
  const square = (seat: Seat, state: SheetState) => {
    const word = common.sheetState[state]
    if (state !== 'submitted')
      return <span className={`mark mark-${state}`} role="img" aria-label={word} title={word} />
    const sheet = { packet: row.packet, expert: seat.expert, name, who: seat.name, seat: seat.seat }
    return (
      <button
        type="button"
        className="matrix-cell"
        aria-label={`${name} ${common.seatNo(seat.seat)} ${word}，${words.reading.returnAct}`}
        onClick={() => onReturn(sheet)}
      >
        <span className="mark mark-submitted" role="img" aria-label={word} title={word} />
      </button>
    )
  }
  return (
    // The first row of the table is its head.
    <tr aria-rowindex={at + 2}>
      <td>
        <span className="matrix-row" title={`${name} ${row.unit}`}>
          {name} <span className="soft small">{row.unit}</span>
        </span>
      </td>
      {seats.map((seat, column) => (
        <td key={seat.expert}>{square(seat, row.states[column] ?? 'unseen')}</td>
      ))}
      <td>{row.valid ? row.active : <Chip tone="warn">{words.reading.invalid(row.active)}</Chip>}</td>
    </tr>
  )
})

/** Rows out of sight, as room for the scroll bar. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}

export function Matrix({ view, onReturn }: { view: ProgressView; onReturn: (sheet: Sheet) => void }) {
  const { desk: words } = useWords()
  const { rows, seats } = view
  const box = useRef<HTMLElement>(null)
  const isLong = rows.length > longList
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    initialRect: firstSight,
    overscan: 3,
  })
  const inSight = virtual.getVirtualItems()
  const first = isLong ? (inSight[0]?.index ?? 0) : 0
  const last = isLong ? (inSight.at(-1)?.index ?? -1) : rows.length - 1
  const columns = seats.length + 2
  return (
    <section
      ref={box}
      className={isLong ? 'matrix-box matrix-long' : 'matrix-box'}
      aria-label={isLong ? `${words.recusal.application} ${rows.length}` : undefined}
      tabIndex={isLong ? 0 : undefined}
    >
      <table className="plain-table matrix" aria-rowcount={rows.length + 1}>
        <colgroup>
          <col className="matrix-names" />
          {seats.map(({ expert }) => (
            <col key={expert} className="matrix-squares" />
          ))}
          <col className="matrix-active" />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{words.recusal.application}</th>
            {seats.map((seat) => (
              <SeatHead key={seat.expert} seat={seat} />
            ))}
            <th scope="col">{words.recusal.active}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={isLong ? (inSight[0]?.start ?? 0) : 0} columns={columns} />
          {rows.slice(first, last + 1).map((row, at) => (
            <Line key={row.packet} row={row} at={first + at} seats={seats} onReturn={onReturn} />
          ))}
          <Gap height={isLong ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0} columns={columns} />
        </tbody>
      </table>
    </section>
  )
}
