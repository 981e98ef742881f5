/** The files of one application, with their pages and what is wrong with them. */
import { Alert, Table, type TableColumnsType } from 'antd'
import type { PacketView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { PaperSearch } from '../intake/paper-search.tsx'
import { hand } from '../papers/hand.ts'
import { ofPapers } from './field-list.tsx'

type FileRow = PacketView['fileList'][number]

export function FileTable({ packet, onGoTo }: { packet: PacketView; onGoTo: (place: Place) => void }) {
  const { packet: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const { round } = useRound()
  const { run } = useDeskAct()
  const pdfs = packet.fileList.filter(({ kind }) => kind === 'pdf')
  const open = async (sha256: string, name: string) => {
    const file = await run(() => desk.files.read({ round, packet: packet.packet, sha256 }))
    if (file !== undefined) hand(file, name)
  }
  const columns: TableColumnsType<FileRow> = [
    {
      title: words.file,
      key: 'name',
      render: (_, file) => (
        <>
          <button type="button" className="link" onClick={() => onGoTo({ file: file.sha256, page: 1 })}>
            {file.name}
          </button>
          {file.photo?.taken ? <span className="soft small"> {words.taken(file.photo.taken)}</span> : null}
          {file.alsoIn.length === 0 ? null : (
            <div>
              <Chip tone="warn">{words.alsoIn(file.alsoIn.join('、'))}</Chip>
            </div>
          )}
          {file.text === 'none' && file.kind === 'pdf' ? <span className="soft small"> {words.noText}</span> : null}
          {file.text === 'unread' ? <span className="soft small"> {words.textUnread}</span> : null}
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
      <p className="soft">
        {words.evidence(
          pdfs.length,
          pdfs.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
        )}
      </p>
      <PaperSearch packet={packet.packet} onGoTo={onGoTo} />
      {ofPapers(packet).map((warning) => (
        <Alert key={warning.en} type="warning" showIcon title={say(warning)} />
      ))}
      <Table rowKey="sha256" size="medium" columns={columns} dataSource={packet.fileList} pagination={false} />
      {packet.versions.slice(0, -1).map(({ version, source, at, files }) => (
        <details key={version} className="conditions">
          <summary>{words.oldVersion(version, when(at), source)}</summary>
          <ul>
            {files.map(({ sha256, name, pages }) => (
              <li key={name}>
                <button type="button" className="link" onClick={() => void open(sha256, name)}>
                  {name}
                </button>{' '}
                <span className="soft small">{pages === null ? '' : words.pagesOf(pages)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {packet.skipped.length === 0 ? null : <p className="soft small">{words.skipped(packet.skipped.join('、'))}</p>}
    </div>
  )
}
