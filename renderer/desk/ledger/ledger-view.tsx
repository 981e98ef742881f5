/** 台账: every decision in order, who took it, and whether the chain still holds. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { Entry } from '#core/ledger/entry.ts'
import type { LedgerCheck } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { useSubject } from './subject.ts'

function CheckAnswer({ check }: { check: LedgerCheck }) {
  const { ledger } = useWords().desk
  if (check.ok) return <Alert type="success" showIcon title={ledger.holds(check.entries)} />
  const places = check.problems.map(({ seq, why }) => (
    <li key={`${seq}/${why}`}>{ledger.problem(seq, ledger.why[why as keyof typeof ledger.why] ?? why)}</li>
  ))
  return <Alert type="error" showIcon title={ledger.broken} description={<ul>{places}</ul>} />
}

function EntryTable({ entries }: { entries: Entry[] }) {
  const { ledger } = useWords().desk
  const when = useWhen()
  const subjectOf = useSubject()
  const columns: TableColumnsType<Entry> = [
    { title: ledger.seq, dataIndex: 'seq', align: 'right', width: 60 },
    { title: ledger.at, key: 'at', className: 'nowrap', render: (_, row) => when(row.at) },
    {
      title: ledger.what,
      key: 'kind',
      render: (_, row) => ledger.kinds[row.kind as keyof typeof ledger.kinds] ?? row.kind,
    },
    { title: ledger.subject, key: 'subject', render: (_, row) => subjectOf(row) },
    {
      title: ledger.by,
      key: 'by',
      render: (_, row) => (
        <>
          {row.by.role === 'secretariat' || row.by.name === '' ? ledger.roles[row.by.role] : row.by.name}
          <div className="soft small">{ledger.doors[row.by.door]}</div>
        </>
      ),
    },
    {
      title: ledger.fingerprint,
      key: 'hash',
      render: (_, row) => <code title={row.hash}>{row.hash.slice(0, 8)}</code>,
    },
  ]
  const newestFirst = [...entries].reverse()
  return (
    <Table
      rowKey="hash"
      size="medium"
      columns={columns}
      dataSource={newestFirst}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    />
  )
}

export function LedgerView() {
  const { ledger: words } = useWords().desk
  const { round, ledger } = useRound()
  const { run, busy } = useDeskAct()
  const [check, setCheck] = useState<LedgerCheck>()
  const list = useRead(() => desk.ledger.list({ round }), [round, ledger.entries], ['round'])
  const verify = async () => setCheck(await run(() => desk.ledger.verify({ round })))
  return (
    <section className="sheet" aria-labelledby="ledger-title">
      <div className="row mid wrap sheet-head">
        <h1 id="ledger-title">{words.title}</h1>
        <span className="grow soft small">{words.hint}</span>
        <Button icon={<SafetyCertificateOutlined aria-hidden />} loading={busy} onClick={() => void verify()}>
          {words.verify}
        </Button>
      </div>
      {check === undefined ? null : <CheckAnswer check={check} />}
      <p className="soft small">
        {words.head} <code className="fingerprint">{ledger.head}</code>
      </p>
      <Shown of={list}>{(view) => <EntryTable entries={view.entries} />}</Shown>
    </section>
  )
}
