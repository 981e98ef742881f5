/** 签名导出: the workbook anyone can check, the papers, a copy of the round, and the fingerprint that binds them. */
import { CloudDownloadOutlined, FolderOpenOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ExportAnswer } from '#host/api/shapes.ts'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { DossierCard } from './dossier-card.tsx'
import { hand } from './hand.ts'
import { MoneyCard } from './money-card.tsx'
import { PublicationCard } from './publication-card.tsx'
import { SigningCard } from './signing-card.tsx'
import { VerifyCard } from './verify-card.tsx'

function ToFolder() {
  const { papers } = useWords().desk
  const { round } = useRound()
  const may = useMay('export-papers')
  const { run, busy } = useDeskAct()
  const [written, setWritten] = useState<ExportAnswer>()
  const desktop = shell()
  if (desktop === undefined) return null
  const write = async () => {
    const out = await desktop.saveFolder()
    if (out === null) return
    setWritten(await run(() => desk.papers.export({ round, out })))
  }
  return (
    <>
      <Button
        type="primary"
        size="large"
        icon={<FolderOpenOutlined aria-hidden />}
        loading={busy}
        disabled={!may}
        onClick={() => void write()}
      >
        {papers.toFolder}
      </Button>
      {written === undefined ? null : (
        <Alert
          type="success"
          showIcon
          title={papers.written(written.papers.length + 1)}
          description={
            <ul>
              {[written.workbook, ...written.papers].map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          }
        />
      )}
      {written === undefined || written.unfilled.length === 0 ? null : (
        <Alert type="warning" showIcon title={papers.unfilled(written.unfilled.join('、'))} />
      )}
    </>
  )
}

function Workbook() {
  const { papers } = useWords().desk
  const { round, title } = useRound()
  const may = useMay('export-papers')
  const { run, busy } = useDeskAct()
  const download = async () => {
    const file = await run(() => desk.papers.workbook({ round }))
    if (file !== undefined) hand(file, `${title}.xlsx`)
  }
  return (
    <Button
      type={shell() === undefined ? 'primary' : 'default'}
      size="large"
      icon={<CloudDownloadOutlined aria-hidden />}
      loading={busy}
      disabled={!may}
      onClick={() => void download()}
    >
      {papers.workbook}
    </Button>
  )
}

function Backup() {
  const { papers } = useWords().desk
  const { round, title } = useRound()
  const { run, busy } = useDeskAct()
  const [path, setPath] = useState<string>()
  const desktop = shell()
  if (desktop === undefined) return null
  const save = async () => {
    const folder = await desktop.saveFolder()
    if (folder === null) return
    const stamp = new Date().toISOString().slice(0, 16).replace(/[-:T]/g, '')
    const name = `${title.replace(/[\\/:*?"<>|]/g, ' ')} ${stamp}.jpbak`
    const made = await run(() => desk.backup.create({ round, to: `${folder}/${name}` }))
    setPath(made?.path)
  }
  return (
    <>
      <Button size="large" icon={<SaveOutlined aria-hidden />} loading={busy} onClick={() => void save()}>
        {papers.backup}
      </Button>
      {path === undefined ? null : <Alert type="success" showIcon title={papers.backedUp(path)} />}
    </>
  )
}

export function ExportStage() {
  const { papers } = useWords().desk
  const { round, ledger, frozen } = useRound()
  return (
    <>
      <section className="sheet" aria-labelledby="export-title">
        <h1 id="export-title">{papers.title}</h1>
        {frozen ? null : <Alert type="warning" showIcon title={papers.notFrozen} />}
        <p className="soft">{papers.hint}</p>
        <div className="row wrap export-acts">
          <ToFolder />
          <Workbook />
          {frozen ? (
            <Button size="large" icon={<PrinterOutlined aria-hidden />} onClick={() => go(hrefOf(round, 'print'))}>
              {papers.print}
            </Button>
          ) : null}
          <Backup />
        </div>
        <SigningCard />
        <VerifyCard />
        <div className="ledger-head-card">
          <div className="soft small">{papers.head(ledger.entries)}</div>
          <code className="fingerprint">{ledger.head}</code>
          <Button onClick={() => go(hrefOf(round, 'ledger'))}>{papers.toLedger}</Button>
        </div>
      </section>
      <DossierCard />
      <PublicationCard />
      <MoneyCard />
    </>
  )
}
