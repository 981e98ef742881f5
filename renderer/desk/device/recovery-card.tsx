/** The recovery passphrase: made once and printed, entered once on the next computer. */
import { Alert, Button, Input, Space } from 'antd'
import { useState } from 'react'
import type { KeyBinding } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { PrintSheet } from '../../kit/print-sheet.tsx'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'

function Make({ binding, onMade }: { binding: KeyBinding; onMade: () => void }) {
  const { recovery: words } = useWords().desk
  const when = useWhen()
  const { run, busy } = useDeskAct()
  const [passphrase, setPassphrase] = useState<string>()
  const make = async () => {
    const made = await run(() => desk.keys.makeRecovery({}))
    if (made === undefined) return
    setPassphrase(made.passphrase)
    onMade()
  }
  return (
    <>
      <p>{binding.recovery === null ? words.none : words.madeAt(when(binding.recovery))}</p>
      {passphrase === undefined ? (
        <Button onClick={() => void make()} loading={busy}>
          {binding.recovery === null ? words.make : words.makeAgain}
        </Button>
      ) : (
        <>
          <Alert
            type="warning"
            showIcon
            title={<strong className="seat-pin">{passphrase}</strong>}
            description={words.writeDown}
            action={<Button onClick={() => window.print()}>{words.print}</Button>}
          />
          <PrintSheet>
            <h1>{words.passphrase}</h1>
            <p>{words.paperWhat}</p>
            <p className="print-secret">{passphrase}</p>
            <p>{words.paperKeep}</p>
            {binding.recovery === null ? null : <p>{words.madeAt(when(binding.recovery))}</p>}
            <p>{words.paperSigned}</p>
          </PrintSheet>
        </>
      )}
    </>
  )
}

function Use() {
  const { recovery: words } = useWords().desk
  const { run, busy } = useDeskAct()
  const [passphrase, setPassphrase] = useState('')
  const [isKnown, setKnown] = useState(false)
  const use = () =>
    run(() => desk.keys.recover({ passphrase: passphrase.trim() })).then((done) => done && setKnown(true))
  return (
    <>
      <p className="soft">{words.useHint}</p>
      <Space.Compact block>
        <Input
          aria-label={words.passphrase}
          placeholder={words.passphrase}
          autoComplete="off"
          spellCheck={false}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button disabled={passphrase.trim() === ''} loading={busy} onClick={() => void use()}>
          {words.use}
        </Button>
      </Space.Compact>
      {isKnown ? <Alert type="success" showIcon title={words.used} /> : null}
    </>
  )
}

export function RecoveryCard() {
  const { recovery: words } = useWords().desk
  const binding = useRead(() => desk.keys.show({}), [], [])
  return (
    <section className="sheet" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{words.title}</h2>
      <Shown of={binding}>
        {(found) => (
          <>
            {found.bound ? <Make binding={found} onMade={binding.again} /> : <p>{words.unbound}</p>}
            <Use />
          </>
        )}
      </Shown>
    </section>
  )
}
