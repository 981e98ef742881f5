/** Every seat: which device sits there, when it was last heard, what it believes it has still to send. */
import { Table, type TableColumnsType } from 'antd'
import type { SeatDeviceView } from '#host/api/shapes.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'

export function SeatTable({ seats }: { seats: SeatDeviceView[] }) {
  const { desk, common } = useWords()
  const words = desk.devices
  const when = useWhen()
  const clock = (seconds: number | null) => {
    if (seconds === null) return <span className="soft">{words.unknown}</span>
    if (seconds === 0) return words.clockRight
    const minutes = (Math.abs(seconds) / 60).toFixed(1)
    return <Chip tone="warn">{seconds > 0 ? words.clockAhead(minutes) : words.clockBehind(minutes)}</Chip>
  }
  const columns: TableColumnsType<SeatDeviceView> = [
    { title: words.seat, key: 'seat', render: (_, row) => `${common.seatNo(row.seat)} ${row.name}` },
    {
      title: words.device,
      key: 'device',
      render: (_, row) =>
        !row.joined ? (
          <Chip>{words.notJoined}</Chip>
        ) : (
          <>
            {row.silent ? <Chip tone="warn">{words.silent}</Chip> : <Chip tone="ok">{words.live}</Chip>}{' '}
            <span className="soft small">{row.device}</span>
          </>
        ),
    },
    {
      title: words.heard,
      key: 'heard',
      render: (_, row) => (row.lastHeard === null ? '—' : when(row.lastHeard, 'clock')),
    },
    {
      title: words.believes,
      key: 'waiting',
      render: (_, row) => {
        if (row.waiting === null) return <span className="soft">{words.unknown}</span>
        return row.waiting === 0 ? words.nothingWaits : <Chip tone="warn">{words.waits(row.waiting)}</Chip>
      },
    },
    { title: words.handedIn, key: 'submitted', align: 'right', render: (_, row) => `${row.submitted} / ${row.owed}` },
    { title: words.clock, key: 'clock', render: (_, row) => clock(row.clockAhead) },
  ]
  return <Table rowKey="expert" size="small" columns={columns} dataSource={seats} pagination={false} />
}
