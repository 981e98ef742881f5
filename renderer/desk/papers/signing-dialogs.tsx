/** Small questions of the signing stage: a PIN, a code, a reason, the secretary's name. */
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'

type AskProps = {
  title: string
  label?: string
  secret?: boolean
  busy: boolean
  onAnswer?: (answer: string) => void
  onClose: () => void
  /** A form of its own in place of the one field. */
  children?: ReactNode
}

/** One question with one field. */
export function AskDialog({ title, label, secret = false, busy, onAnswer, onClose, children }: AskProps) {
  const { signing: words, common } = useWords()
  const [answer, setAnswer] = useState('')
  const Field = secret ? Input.Password : Input
  const name = label ?? (secret ? words.pin : title)
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText={words.record}
      cancelText={common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: answer.trim() === '' }}
      onOk={() => onAnswer?.(answer)}
      {...(children !== undefined && { footer: null })}
    >
      {children ?? (
        <Field
          autoFocus
          size="large"
          aria-label={name}
          placeholder={name}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
          onPressEnter={() => answer.trim() !== '' && onAnswer?.(answer)}
        />
      )}
    </Modal>
  )
}

/** Before the first key: the secretary's name and PIN. */
export function BeginSigning({ round }: { round: string }) {
  const { signing: words } = useWords()
  const { run, busy } = useDeskAct()
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.beginHint}</p>
      <div className="row mid wrap">
        <Input
          style={{ width: 180 }}
          aria-label={words.yourName}
          placeholder={words.yourName}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Input.Password
          style={{ width: 240 }}
          aria-label={words.pin}
          placeholder={words.pin}
          value={pin}
          onChange={({ target }) => setPin(target.value)}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={name.trim() === '' || pin.length < 6}
          onClick={() => void run(() => desk.signing.begin({ round, name: name.trim(), pin }))}
        >
          {words.begin}
        </Button>
      </div>
    </section>
  )
}
