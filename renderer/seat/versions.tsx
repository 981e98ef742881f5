/** The versions of a sheet that were handed in, and the way to a new one. */
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { MeView, SheetView, VersionView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct } from '../kit/hooks.ts'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'

/** One line each, opened on demand; nothing while there is only one. */
export function Versions({ versions }: { versions: readonly VersionView[] }) {
  const { seat: words } = useWords()
  const when = useWhen()
  if (versions.length < 2 && !versions.some(({ paper }) => paper)) return null
  return (
    <details className="versions">
      <summary>{words.version.list(versions.length)}</summary>
      <ol>
        {versions.map(({ version, at, total, because, paper }) => (
          <li key={version}>
            <span className="num">{words.version.version(version, when(at), total)}</span>
            {paper ? (
              <span>　{words.version.paper(paper.first, paper.second, paper.scan, paper.file?.name ?? '')}</span>
            ) : null}
            {because ? (
              <span>　{because.own ? words.version.own(because.reason) : words.version.returned(because.reason)}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Opens a submitted sheet again, with the reason that is kept. */
export function ChangeSubmitted(props: { me: MeView; packet: string; onOpened: (sheet: SheetView) => void }) {
  const { seat: words, common } = useWords()
  const { run, busy } = useAct()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const open = async () => {
    const { round, expert } = props.me
    const opened = await run(() => seatClient().sheets.reopen({ round, expert, packet: props.packet, reason }))
    if (!opened) return
    setAsking(false)
    props.onOpened(opened)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.version.change}</Button>
      <Modal
        open={isAsking}
        centered
        width={560}
        title={words.version.title}
        okText={words.version.go}
        cancelText={common.cancel}
        okButtonProps={{ size: 'large', disabled: reason.trim() === '' }}
        cancelButtonProps={{ size: 'large' }}
        confirmLoading={busy}
        onOk={() => void open()}
        onCancel={() => setAsking(false)}
      >
        <div className="stack">
          <p>{words.version.what}</p>
          <Input
            autoFocus
            size="large"
            aria-label={words.version.reason}
            placeholder={words.version.example}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Modal>
    </>
  )
}
