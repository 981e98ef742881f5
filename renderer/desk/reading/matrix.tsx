/** Applications by seats: one square per sheet, its state told by shape and by word. */
import { WifiOutlined } from '@ant-design/icons'
import { Table, type TableColumnsType, Tooltip } from 'antd'
import type { ProgressView } from '#host/api/shapes.ts'
import { Chip, SheetMark } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import type { Sheet } from './return-sheet.tsx'

type Row = ProgressView['rows'][number]
type Seat = ProgressView['seats'][number]

function SeatHead({ seat }: { seat: Seat }) {
  const { desk: words, common } = useWords()
  const when = useWhen()
  const heard = seat.lastHeard === null ? words.reading.neverHeard : words.seats.heard(when(seat.lastHeard, 'clock'))
  return (
    <Tooltip
      title={`${common.seatNo(seat.seat)} ${seat.name}，${seat.joined ? words.seats.joined : words.seats.notJoined}，${heard}`}
    >
      <span className="matrix-seat">
        <span className="nowrap">
          {words.reading.seat(seat.seat)}
          {seat.joined ? <WifiOutlined className="seat-on" aria-label={words.seats.joined} /> : null}
        </span>
        <span className="matrix-name">{seat.name}</span>
      </span>
    </Tooltip>
  )
}

export function Matrix({ view, onReturn }: { view: ProgressView; onReturn: (sheet: Sheet) => void }) {
  const { desk: words, common } = useWords()
  const columns: TableColumnsType<Row> = [
    {
      title: words.recusal.application,
      key: 'name',
      render: (_, row) => (
        <span className="matrix-row" title={`${row.no} ${row.workshop} ${row.unit}`}>
          {row.no} {row.workshop} <span className="soft small">{row.unit}</span>
        </span>
      ),
    },
    ...view.seats.map((seat, at) => ({
      title: <SeatHead seat={seat} />,
      key: seat.expert,
      align: 'center' as const,
      width: 58,
      render: (_: unknown, row: Row) => {
        const state = row.states[at] ?? 'unseen'
        if (state !== 'submitted') return <SheetMark state={state} bare />
        const name = `${row.no} ${row.workshop} ${common.seatNo(seat.seat)} ${common.sheetState.submitted}`
        return (
          <button
            type="button"
            className="matrix-cell"
            aria-label={`${name}，${words.reading.returnAct}`}
            onClick={() =>
              onReturn({
                packet: row.packet,
                expert: seat.expert,
                name: `${row.no} ${row.workshop}`,
                who: seat.name,
                seat: seat.seat,
              })
            }
          >
            <SheetMark state={state} bare />
          </button>
        )
      },
    })),
    {
      title: words.recusal.active,
      key: 'active',
      width: 132,
      render: (_, row) => (row.valid ? row.active : <Chip tone="warn">{words.reading.invalid(row.active)}</Chip>),
    },
  ]
  return (
    <Table
      className="matrix"
      tableLayout="fixed"
      rowKey="packet"
      size="medium"
      columns={columns}
      dataSource={view.rows}
      pagination={false}
    />
  )
}
