/** The backups of this round: why each was made, a second drive, and the way back. */
import { Alert, App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '#core/refusal.ts'
import type { BackupsView, BackupView, RoundProof } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useLang } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { PathField } from './path-field.tsx'

function BackupTable({ list, onRestored }: { list: BackupView[]; onRestored: () => void }) {
  const { desk: all, common } = useWords()
  const words = all.devices
  const when = useWhen()
  const { modal } = App.useApp()
  const { run, busy } = useDeskAct()
  const restore = async (path: string) => {
    const change = await run(() => desk.backup.compare({ path }))
    if (change === undefined) return
    modal.confirm({
      title: words.restoreAsk,
      content: words.restoreMeans(change.entriesHere, change.entriesInBackup, change.onlyHere.length),
      okText: words.restore,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: () => run(() => desk.backup.restore({ path })).then(onRestored),
    })
  }
  const columns: TableColumnsType<BackupView> = [
    { title: words.when, key: 'at', render: (_, row) => when(row.at) },
    {
      title: words.reason,
      key: 'reason',
      render: (_, row) => words.reasons[row.reason as keyof typeof words.reasons] ?? row.reason,
    },
    {
      title: words.size,
      key: 'size',
      align: 'right',
      render: (_, row) => `${(row.size / 1_048_576).toFixed(1)} MB`,
    },
    {
      title: <span className="kit-hidden">{common.act}</span>,
      key: 'restore',
      align: 'right',
      render: (_, row) => (
        <Button size="small" loading={busy} onClick={() => void restore(row.path)}>
          {words.restore}
        </Button>
      ),
    },
  ]
  return (
    <Table
      rowKey="path"
      size="small"
      columns={columns}
      dataSource={list}
      pagination={{ pageSize: 8, hideOnSinglePage: true }}
      locale={{ emptyText: words.noBackups }}
    />
  )
}

function SecondDrive({ view, again }: { view: BackupsView; again: () => void }) {
  const { devices: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [folder, setFolder] = useState(view.second ?? '')
  const use = (second: string | null) => void run(() => desk.backup.places({ round, second })).then(again)
  return (
    <div className="second-drive">
      <PathField label={words.second} value={folder} onChange={setFolder} pick="folder" />
      <Button loading={busy} disabled={folder.trim() === ''} onClick={() => use(folder.trim())}>
        {words.secondSet}
      </Button>
      {view.second === null ? (
        <span className="soft small">{words.secondNone}</span>
      ) : (
        <Button onClick={() => use(null)}>{words.secondStop}</Button>
      )}
    </div>
  )
}

export function BackupCard() {
  const { devices: words } = useWords().desk
  const lang = useLang((store) => store.lang)
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [proof, setProof] = useState<RoundProof>()
  const backups = useRead(() => desk.backup.list({ round }), [round], ['devices', 'round'])
  return (
    <Shown of={backups}>
      {(view) => (
        <>
          <div className="row mid wrap">
            <span className="grow soft small">{words.backupHint(view.minutes)}</span>
            <Button loading={busy} onClick={() => void run(() => desk.ledger.prove({ round })).then(setProof)}>
              {words.prove}
            </Button>
            <Button loading={busy} onClick={() => void run(() => desk.backup.create({ round })).then(backups.again)}>
              {words.backupNow}
            </Button>
          </div>
          {proof === undefined ? null : (
            <Alert
              type={proof.ok ? 'success' : 'error'}
              showIcon
              title={proof.ok ? words.proved(proof.entries, proof.files) : words.notProved}
              description={
                proof.ok ? undefined : (
                  <ul className="plain-list">
                    {proof.findings.map((finding) => (
                      <li key={finding.en}>{finding[lang]}</li>
                    ))}
                  </ul>
                )
              }
            />
          )}
          {view.trouble.map(({ folder, reason }) => (
            <Alert key={folder} type="error" showIcon title={sentenceOf(reason, lang)} />
          ))}
          <SecondDrive key={view.second} view={view} again={backups.again} />
          <BackupTable list={[...view.here, ...view.there]} onRestored={backups.again} />
        </>
      )}
    </Shown>
  )
}
