/** Small questions of the signing stage: a PIN, a code, a reason, the secretary's name. */
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
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

export type KeyAlgorithm = 'RS256' | 'ES256'

/** Which kind of key: what Office has always known, or the shorter one. */
export function AlgorithmSelect({ value, onChange }: { value: KeyAlgorithm; onChange: (value: KeyAlgorithm) => void }) {
  const { signing: words } = useWords()
  return (
    <Select
      style={{ width: 320 }}
      aria-label={words.algorithm}
      value={value}
      onChange={onChange}
      options={[
        { value: 'RS256', label: words.rsa },
        { value: 'ES256', label: words.p256 },
      ]}
    />
  )
}

/** A person's key on this laptop: its kind and its PIN. */
export function MakeKeyForm({
  busy,
  onMake,
}: {
  busy: boolean
  onMake: (pin: string, algorithm: KeyAlgorithm) => void
}) {
  const { signing: words } = useWords()
  const [pin, setPin] = useState('')
  const [algorithm, setAlgorithm] = useState<KeyAlgorithm>('RS256')
  return (
    <Form layout="vertical" onFinish={() => onMake(pin, algorithm)}>
      <Form.Item label={words.algorithm}>
        <AlgorithmSelect value={algorithm} onChange={setAlgorithm} />
      </Form.Item>
      <Form.Item label={words.pin}>
        <Input.Password aria-label={words.pin} value={pin} onChange={({ target }) => setPin(target.value)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} disabled={pin.length < 6}>
        {words.makeHere}
      </Button>
    </Form>
  )
}

/** Before the first key: the secretary's name and PIN, the kind of keys, how long certificates are valid. */
export function BeginSigning({ round }: { round: string }) {
  const { signing: words } = useWords()
  const { run, busy } = useDeskAct()
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const [algorithm, setAlgorithm] = useState<KeyAlgorithm>('RS256')
  const [years, setYears] = useState(30)
  const [second, setSecond] = useState(false)
  const begin = () => desk.signing.begin({ round, name: name.trim(), pin, algorithm, years, second })
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.beginHint}</p>
      <Form layout="vertical" component={false}>
        <div className="row wrap">
          <Form.Item label={words.yourName}>
            <Input
              style={{ width: 180 }}
              aria-label={words.yourName}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Form.Item>
          <Form.Item label={words.pin}>
            <Input.Password
              style={{ width: 240 }}
              aria-label={words.pin}
              value={pin}
              onChange={({ target }) => setPin(target.value)}
            />
          </Form.Item>
          <Form.Item label={words.algorithm}>
            <AlgorithmSelect value={algorithm} onChange={setAlgorithm} />
          </Form.Item>
          <Form.Item label={words.years} extra={words.yearsHint}>
            <InputNumber
              aria-label={words.years}
              min={1}
              max={100}
              precision={0}
              value={years}
              onChange={(value) => setYears(value ?? 30)}
            />
          </Form.Item>
        </div>
      </Form>
      <Checkbox checked={second} onChange={({ target }) => setSecond(target.checked)}>
        {words.second}
        <span className="soft small">{words.secondHint}</span>
      </Checkbox>
      <div>
        <Button
          type="primary"
          loading={busy}
          disabled={name.trim() === '' || pin.length < 6}
          onClick={() => void run(begin)}
        >
          {words.begin}
        </Button>
      </div>
    </section>
  )
}
