/** What decides at the line beside the rules: a second vote among those tied, and reasons that let past a soft rule. */
import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { ResultView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useKeyLocked } from '../frame/key-locked.ts'
import { useMay, useRound } from '../frame/round.ts'

type Line = NonNullable<ResultView['line']>
type Values = {
  votes?: Record<string, number | null>
  exceptions?: Record<string, string>
  reason: string
  pin?: string
}

/** Rules that a reason in writing may set aside, where the document words them softly. */
const mayBeExcepted: ReadonlySet<string> = new Set(['unit-and-trade', 'recommender-cap'])

export function DecideLine({ line }: { line: Line }) {
  const { desk: words, common, signing } = useWords()
  const { round } = useRound()
  const may = useMay('freeze-result')
  const { run, busy } = useDeskAct()
  const locked = useKeyLocked()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Values>()
  if (!may) return null
  // What was decided before stays on the form: a record replaces the one before it as a whole.
  const { secondVote: voted, exceptions: excepted } = line.decided
  const tied = line.rows.filter(({ state, packet }) => state === 'undecided' || packet in voted)
  const soft = line.rows.filter(
    ({ state, rule, packet }) => (state === 'out' && mayBeExcepted.has(rule)) || packet in excepted,
  )
  const decide = async ({ votes = {}, exceptions = {}, reason, pin }: Values) => {
    const secondVote = Object.fromEntries(
      Object.entries(votes).flatMap(([packet, count]) => (typeof count === 'number' ? [[packet, count]] : [])),
    )
    const written = Object.entries(exceptions).map(([packet, why]) => [packet, (why ?? '').trim()] as const)
    const given = Object.fromEntries(written.filter(([, why]) => why !== ''))
    const done = await run(() =>
      desk.results.decideLine({ round, secondVote, exceptions: given, reason, ...(pin && { pin }) }),
    )
    if (done !== undefined) setOpen(false)
  }
  const nameOf = ({ no, workshop }: Line['rows'][number]) => `${no} ${workshop}`
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.result.decideLine}</Button>
      <Modal
        open={open}
        width={640}
        title={words.result.decideLine}
        okText={common.save}
        cancelText={common.cancel}
        okButtonProps={{ loading: busy, disabled: tied.length + soft.length === 0 }}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <div className="stack">
          <p className="soft">{words.result.decideLineMeans}</p>
          {tied.length + soft.length === 0 ? <p>{words.result.nothingToDecide}</p> : null}
          <Form<Values>
            form={form}
            layout="vertical"
            initialValues={{ votes: voted, exceptions: excepted }}
            onFinish={(values) => void decide(values)}
          >
            {tied.map((row) => (
              <Form.Item
                key={row.packet}
                name={['votes', row.packet]}
                label={words.result.secondVote(nameOf(row))}
                layout="horizontal"
                labelCol={{ flex: 'auto' }}
                wrapperCol={{ flex: 'none' }}
                labelAlign="left"
                colon={false}
              >
                <InputNumber min={0} max={999} precision={0} />
              </Form.Item>
            ))}
            {soft.map((row) => (
              <Form.Item
                key={row.packet}
                name={['exceptions', row.packet]}
                label={words.result.exception(nameOf(row))}
                extra={words.result.exceptionHint}
              >
                <Input.TextArea maxLength={2000} autoSize />
              </Form.Item>
            ))}
            <Form.Item
              name="reason"
              label={words.result.decideLineBy}
              rules={[{ required: true, whitespace: true, message: common.reason }]}
            >
              <Input maxLength={2000} />
            </Form.Item>
            {locked ? (
              <Form.Item
                name="pin"
                label={signing.secretaryPin}
                extra={signing.secretaryPinWhy}
                rules={[{ required: true, min: 6, message: signing.pin }]}
              >
                <Input.Password autoComplete="off" maxLength={64} />
              </Form.Item>
            ) : null}
          </Form>
        </div>
      </Modal>
    </>
  )
}
