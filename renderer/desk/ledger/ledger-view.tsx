/** 台账: every decision in order, who took it, under whose key, and whether the chain still holds. Nothing here can be edited. */
import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { LedgerCheck } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { hand } from '../papers/hand.ts'
import { EntryTable } from './entry-table.tsx'
import { type Filter, LedgerFilter } from './ledger-filter.tsx'

function CheckAnswer({ check }: { check: LedgerCheck }) {
  const { ledger } = useWords().desk
  if (check.ok) return <Alert type="success" showIcon title={ledger.holds(check.entries)} />
  const places = check.problems.map(({ seq, why }) => (
    <li key={`${seq}/${why}`}>{ledger.problem(seq, ledger.why[why as keyof typeof ledger.why] ?? why)}</li>
  ))
  return <Alert type="error" showIcon title={ledger.broken} description={<ul>{places}</ul>} />
}

function Audit() {
  const { ledger } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const save = async (form: 'xlsx' | 'jsonl') => {
    const file = await run(() => desk.ledger.audit({ round, form }))
    if (file !== undefined) hand(file, `ledger.${form}`)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: ledger.auditTable },
          { key: 'jsonl', label: ledger.auditLines },
        ],
        onClick: ({ key }) => void save(key === 'jsonl' ? 'jsonl' : 'xlsx'),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        {ledger.audit}
      </Button>
    </Dropdown>
  )
}

const pageSize = 50

export function LedgerView() {
  const { ledger: words } = useWords().desk
  const { round, ledger } = useRound()
  const { run, busy } = useDeskAct()
  const [check, setCheck] = useState<LedgerCheck>()
  const [filter, setFilter] = useState<Filter>({})
  const [page, setPage] = useState(1)
  const asked = { round, ...filter, page, size: pageSize }
  const list = useRead(() => desk.ledger.page(asked), [JSON.stringify(asked), ledger.entries], ['round'])
  const people = useRead(() => desk.ledger.page({ round, size: 1 }), [round, ledger.entries], [])
  const verify = async () => setCheck(await run(() => desk.ledger.verify({ round })))
  const look = (next: Filter) => {
    setFilter(next)
    setPage(1)
  }
  return (
    <section className="sheet" aria-labelledby="ledger-title">
      <div className="row mid wrap sheet-head">
        <h1 id="ledger-title">{words.title}</h1>
        <span className="grow soft small">{words.hint}</span>
        <Button icon={<SafetyCertificateOutlined aria-hidden />} loading={busy} onClick={() => void verify()}>
          {words.verify}
        </Button>
        <Audit />
      </div>
      {check === undefined ? null : <CheckAnswer check={check} />}
      <p className="soft small">
        {words.head} <code className="fingerprint">{ledger.head}</code>
      </p>
      <LedgerFilter filter={filter} people={people.value?.people ?? []} onChange={look} />
      <Shown of={list}>
        {(view) => (
          <>
            <p className="soft small" role="status">
              {words.found(view.found, view.entries)}
            </p>
            <EntryTable view={view} page={page} size={pageSize} onPage={setPage} />
          </>
        )}
      </Shown>
    </section>
  )
}
