/** The register of workshops named in earlier years: applications of every round are held against it. */
import { Table } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { TableFile } from './table-file.tsx'

export function RegisterCard() {
  const { device } = useWords().desk
  const when = useWhen()
  const { run, busy } = useDeskAct()
  const register = useRead(() => desk.register.list({}), [], [])
  const take = async (act: () => Promise<unknown>) => {
    await run(act)
    register.again()
  }
  return (
    <section className="sheet" aria-labelledby="register-title">
      <div className="row mid sheet-head">
        <h2 id="register-title">{device.register}</h2>
        <span className="grow" />
        <TableFile
          name={device.registerImport}
          busy={busy}
          accept=".xlsx,.json"
          byPath={(path) => void take(() => desk.register.import({ path }))}
          byFile={(file) => void take(() => desk.register.upload({ file }))}
        />
      </div>
      <p className="soft">{device.registerHint}</p>
      <Shown of={register}>
        {({ workshops, source, importedAt, extract }) =>
          workshops.length === 0 && extract === null ? (
            <p>{device.registerNone}</p>
          ) : (
            <>
              <p className="soft small">
                {device.registerFrom(workshops.length, source ?? '', importedAt ? when(importedAt) : '')}
              </p>
              {extract === null ? null : (
                <p className="soft small">
                  {device.registerExtract(when(extract.at), extract.signer, extract.applications, extract.bans)}
                </p>
              )}
              <Table
                size="small"
                rowKey={({ name, leader, unit, named }) => [name, leader, unit, named].join('/')}
                pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
                dataSource={[...workshops]}
                columns={[
                  { title: device.registerName, dataIndex: 'name' },
                  { title: device.registerLeader, dataIndex: 'leader' },
                  { title: device.registerUnit, dataIndex: 'unit' },
                  { title: device.registerNamed, dataIndex: 'named' },
                  {
                    title: device.registerState,
                    key: 'state',
                    render: (_, { state }) => (state === 'standing' ? device.registerStanding : device.registerEnded),
                  },
                ]}
              />
            </>
          )
        }
      </Shown>
    </section>
  )
}
