/** The experts with a tick for who sits on the panel and a dot for who chairs. */
import { Radio, Table, type TableColumnsType } from 'antd'
import type { ExpertView, PanelView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = {
  panel: PanelView
  members: string[]
  chair: string | null
  locked: boolean
  onMembers: (members: string[]) => void
  onChair: (expert: string) => void
}

export function RosterTable({ panel, members, chair, locked, onMembers, onChair }: Props) {
  const { panel: words } = useWords().desk
  const seats = new Map(panel.members.map((seat) => [seat.expert, seat.seat]))
  const columns: TableColumnsType<ExpertView> = [
    { title: words.seat, key: 'seat', width: 60, align: 'right', render: (_, row) => seats.get(row.expert) ?? '–' },
    {
      title: words.name,
      key: 'name',
      render: (_, row) => (
        <>
          <strong>{row.name}</strong>
          <div className="soft small">{row.post}</div>
        </>
      ),
    },
    { title: words.unit, dataIndex: 'unit' },
    { title: words.source, dataIndex: 'sourceKind' },
    { title: words.specialty, dataIndex: 'specialty' },
    { title: words.phone, dataIndex: 'phone', className: 'nowrap' },
    {
      title: words.chair,
      key: 'chair',
      align: 'center',
      width: 70,
      render: (_, row) => (
        <Radio
          aria-label={`${words.chair} ${row.name}`}
          disabled={locked || !members.includes(row.expert)}
          checked={row.expert === chair}
          onChange={() => onChair(row.expert)}
        />
      ),
    },
  ]
  return (
    <Table
      rowKey="expert"
      size="medium"
      columns={columns}
      dataSource={panel.experts}
      pagination={false}
      rowSelection={{
        columnTitle: words.member,
        columnWidth: 64,
        selectedRowKeys: members,
        onChange: (keys) => onMembers(keys.map(String)),
        getCheckboxProps: (row) => ({ disabled: locked, 'aria-label': `${words.member} ${row.name}` }),
      }}
    />
  )
}
