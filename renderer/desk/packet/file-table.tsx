/** The files of one application, with their pages and what is wrong with them. */
import { Table, type TableColumnsType } from 'antd'
import type { PacketView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'

type FileRow = PacketView['fileList'][number]

export function FileTable({ packet, onGoTo }: { packet: PacketView; onGoTo: (place: Place) => void }) {
  const { packet: words } = useWords().desk
  const say = useSay()
  const columns: TableColumnsType<FileRow> = [
    {
      title: words.file,
      key: 'name',
      render: (_, file) => (
        <>
          <button type="button" className="link" onClick={() => onGoTo({ file: file.sha256, page: 1 })}>
            {file.name}
          </button>
          {file.problemText === null ? null : (
            <div>
              <Chip tone="warn">
                <span className="chip-wrap">{say(file.problemText)}</span>
              </Chip>
            </div>
          )}
        </>
      ),
    },
    { title: words.kind, key: 'kind', width: 100, render: (_, file) => words.kinds[file.kind] },
    { title: words.pageCount, dataIndex: 'pages', align: 'right', width: 70 },
    {
      title: words.size,
      key: 'size',
      align: 'right',
      width: 100,
      render: (_, file) => `${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en')} KB`,
    },
  ]
  return (
    <div className="stack">
      <Table rowKey="sha256" size="medium" columns={columns} dataSource={packet.fileList} pagination={false} />
      {packet.skipped.length === 0 ? null : <p className="soft small">{words.skipped(packet.skipped.join('、'))}</p>}
    </div>
  )
}
