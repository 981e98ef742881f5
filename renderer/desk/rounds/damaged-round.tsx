/** A round whose file cannot be read: its sentence in the list, and the ways on: rebuild what is proved, or restore a backup. */
import { Alert, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '#core/refusal.ts'
import type { RoundSummary, SalvagedRound } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useLang } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'

export type DamagedRound = { round: string; trouble: NonNullable<RoundSummary['trouble']> }

/** What stands in the list in the place of a title. */
export function TroubleText({ round, trouble }: DamagedRound) {
  const { rounds: words } = useWords().desk
  const lang = useLang((store) => store.lang)
  return (
    <>
      <strong>{words.damaged.title(round)}</strong>
      <div className="small">{sentenceOf(trouble, lang)}</div>
    </>
  )
}

/** What can be done about it: rebuild what the ledger proves, or restore a backup; then what came of it. */
export function MendDialog({
  round,
  trouble,
  onMended,
  onClose,
}: DamagedRound & { onMended: () => void; onClose: () => void }) {
  const { rounds: words } = useWords().desk
  const [mended, setMended] = useState<SalvagedRound>()
  const close = () => {
    if (mended) onMended()
    onClose()
  }
  const restored = () => {
    onMended()
    onClose()
  }
  return (
    <Modal open centered width={760} footer={null} title={words.damaged.title(round)} onCancel={close}>
      {mended ? (
        <Mended done={mended} />
      ) : (
        <Ways round={round} trouble={trouble} onMended={setMended} onRestored={restored} />
      )}
    </Modal>
  )
}

function Ways(props: DamagedRound & { onMended: (done: SalvagedRound | undefined) => void; onRestored: () => void }) {
  const { rounds: words } = useWords().desk
  const lang = useLang((store) => store.lang)
  const { run, busy } = useDeskAct()
  const { round, trouble, onMended } = props
  return (
    <div className="stack">
      <Alert type="error" showIcon title={sentenceOf(trouble, lang)} />
      <section>
        <h2>{words.damaged.salvage}</h2>
        <p>{words.damaged.salvageMeans}</p>
        <Button
          type="primary"
          loading={busy}
          onClick={() => void run(() => desk.backup.salvage({ round })).then(onMended)}
        >
          {words.damaged.salvageNow}
        </Button>
      </section>
      <section>
        <h2>{words.damaged.restore}</h2>
        <p>{words.damaged.restoreMeans}</p>
        <Backups round={round} onRestored={props.onRestored} />
      </section>
    </div>
  )
}

function Backups({ round, onRestored }: { round: string; onRestored: () => void }) {
  const { desk: words, common } = useWords()
  const when = useWhen()
  const { run, busy } = useDeskAct()
  const backups = useRead(() => desk.backup.list({ round }), [round], ['devices'])
  const restore = async (path: string) => {
    if ((await run(() => desk.backup.restore({ path }))) !== undefined) onRestored()
  }
  return (
    <Shown of={backups}>
      {({ here, there }) => (
        <Table
          rowKey="path"
          size="small"
          pagination={{ pageSize: 4, hideOnSinglePage: true }}
          dataSource={[...here, ...there]}
          locale={{ emptyText: words.devices.noBackups }}
          columns={[
            { title: words.devices.when, key: 'at', render: (_, row) => when(row.at) },
            {
              title: words.devices.reason,
              key: 'reason',
              render: (_, row) => words.devices.reasons[row.reason as keyof typeof words.devices.reasons] ?? row.reason,
            },
            {
              title: <span className="kit-hidden">{common.act}</span>,
              key: 'restore',
              align: 'right',
              render: (_, row) => (
                <Button size="small" loading={busy} onClick={() => void restore(row.path)}>
                  {words.devices.restore}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Shown>
  )
}

/** What came of it, the losses by name. */
function Mended({ done }: { done: SalvagedRound }) {
  const { rounds: words } = useWords().desk
  const isWhole = done.lost.length === 0 && done.missingFiles.length === 0
  return (
    <div className="stack">
      <Alert
        type={isWhole ? 'success' : 'warning'}
        showIcon
        title={words.damaged.done(done.title, done.proved, done.drafts)}
        description={
          isWhole ? (
            words.damaged.nothingLost
          ) : (
            <ul className="plain-list">
              {done.lost.map(({ chain, fromSeq, unproved }) => (
                <li key={chain}>{words.damaged.lost(chain, fromSeq, unproved)}</li>
              ))}
              {done.missingFiles.length > 0 ? <li>{words.damaged.missingFiles(done.missingFiles.length)}</li> : null}
            </ul>
          )
        }
      />
      <p className="soft small">{words.damaged.before(done.before)}</p>
      <Button type="primary" onClick={() => go(hrefOf(done.round))}>
        {words.open}
      </Button>
    </div>
  )
}
