/** 专家库: everybody this computer knows, from the office's own Excel list. */
import { SearchOutlined } from '@ant-design/icons'
import { Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { PoolView } from '#host/api/shapes.ts'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { TableFile } from '../device/table-file.tsx'

type PoolPerson = PoolView['people'][number]

export function PoolCard({ pool }: { pool: PoolView }) {
  const { draw: words, panel } = useWords().desk
  const { run, busy } = useDeskAct()
  const [sought, setSought] = useState('')
  const found = pool.people.filter(({ name, unit, post, classes, pastUnits, sourceKind }) =>
    [name, unit, post, sourceKind, ...classes, ...pastUnits].some((part) => part.includes(sought.trim())),
  )
  const columns: TableColumnsType<PoolPerson> = [
    {
      title: panel.name,
      key: 'name',
      width: 120,
      render: (_, { name, post }) => (
        <>
          <strong>{name}</strong>
          <div className="soft small">{post}</div>
        </>
      ),
    },
    { title: panel.unit, dataIndex: 'unit' },
    { title: panel.source, dataIndex: 'sourceKind', width: 80 },
    { title: words.classes, key: 'classes', render: (_, { classes }) => classes.join('、') },
    { title: words.pastUnits, key: 'past', render: (_, { pastUnits }) => pastUnits.join('、') || '–' },
  ]
  return (
    <section className="stack" aria-labelledby="pool-title">
      <div className="row mid wrap">
        <h2 id="pool-title">{words.poolTitle}</h2>
        <span className="grow soft small">{words.poolHint}</span>
        <TableFile
          name={words.poolImport}
          busy={busy}
          byPath={(path) => void run(() => desk.pool.import({ path }))}
          byFile={(file) => void run(() => desk.pool.upload({ file }))}
        />
      </div>
      {pool.people.length === 0 ? (
        <Empty title={words.poolEmpty} hint={words.poolEmptyHint} />
      ) : (
        <>
          <div className="row mid">
            <Input
              className="grow"
              allowClear
              prefix={<SearchOutlined aria-hidden />}
              placeholder={words.poolSearch}
              aria-label={words.poolSearch}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
            <span className="soft small">{words.poolCount(found.length, pool.people.length)}</span>
          </div>
          <Table
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={found}
            pagination={{ pageSize: 6, hideOnSinglePage: true, showSizeChanger: false }}
          />
        </>
      )}
    </section>
  )
}
