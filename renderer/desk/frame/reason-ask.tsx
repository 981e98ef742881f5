/** Asks for the reason that an unusual act must carry. */
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../kit/words/words.ts'

type Props = {
  title: string
  means: string
  example: string
  ok: string
  /** What the act touches, by number and name. */
  touched?: ReactNode
  close: () => void
  /** Answers undefined when it was refused: the dialog stays. */
  act: (reason: string) => Promise<unknown>
}

export function ReasonAsk({ title, means, example, ok, touched, close, act }: Props) {
  const { common } = useWords()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const done = await act(reason.trim())
    setBusy(false)
    if (done !== undefined) close()
  }
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={common.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => void go()}
    >
      {means === '' ? null : <p>{means}</p>}
      {touched}
      <Form layout="vertical">
        <Form.Item label={common.reason}>
          <Input
            autoFocus
            maxLength={200}
            placeholder={example}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
