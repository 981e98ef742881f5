/** Entries as rows to be read; each opens to its whole content and the figures that bind it. */
import { Table, type TableColumnsType, Tag } from 'antd'
import type { LedgerPage, LedgerRow } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = { view: LedgerPage; page: number; size: number; onPage: (page: number) => void }

export function EntryTable({ view, page, size, onPage }: Props) {
  const { ledger } = useWords().desk
  const when = useWhen()
  const say = useSay()
  const columns: TableColumnsType<LedgerRow> = [
    { title: ledger.seq, dataIndex: 'seq', align: 'right', width: 64 },
    { title: ledger.at, key: 'at', className: 'nowrap', width: 130, render: (_, { at }) => when(at, 'both') },
    {
      title: ledger.what,
      key: 'what',
      render: (_, { title, sentence }) => (
        <>
          <Tag>{say(title)}</Tag> {say(sentence)}
        </>
      ),
    },
    {
      title: ledger.by,
      key: 'by',
      width: 116,
      render: (_, { by }) => (
        <>
          {by.role === 'secretariat' || by.role === 'program' || by.name === '' ? ledger.roles[by.role] : by.name}
          <div className="soft small">{by.role === 'program' ? null : ledger.doors[by.door]}</div>
        </>
      ),
    },
    {
      title: ledger.signedBy,
      key: 'signed',
      width: 132,
      render: (_, { signature }) => <Signer signature={signature} />,
    },
  ]
  return (
    <Table
      rowKey="hash"
      size="medium"
      columns={columns}
      dataSource={view.rows}
      expandable={{ expandedRowRender: (row) => <Whole row={row} /> }}
      pagination={{
        current: page,
        pageSize: size,
        total: view.found,
        onChange: onPage,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
    />
  )
}

function Signer({ signature }: Pick<LedgerRow, 'signature'>) {
  const { ledger } = useWords().desk
  if (!signature) return <span className="soft">{ledger.unsigned}</span>
  return (
    <>
      {signature.own ? signature.name : ledger.enteredBy(signature.name)}
      <div className="soft small">
        <code title={signature.certificate}>{signature.certificate.slice(0, 8).toUpperCase()}</code>
      </div>
    </>
  )
}

/** Down to the last digit, for whoever wants to recompute it. */
function Whole({ row }: { row: LedgerRow }) {
  const { ledger } = useWords().desk
  const { content, signature } = row
  const lines: [string, string][] = [
    [ledger.chain, row.chain],
    [ledger.fingerprint, row.hash],
    [ledger.before, row.prev],
    ...(signature
      ? ([
          [ledger.certificate, signature.certificate],
          [ledger.value, `${signature.algorithm}  ${signature.value}`],
        ] satisfies [string, string][])
      : []),
  ]
  return (
    <dl className="ledger-whole small">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
      <div>
        <dt>{ledger.content}</dt>
        <dd>
          <pre>{content === null ? ledger.hidden : inLines(content)}</pre>
        </dd>
      </div>
    </dl>
  )
}

function inLines(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2)
}
