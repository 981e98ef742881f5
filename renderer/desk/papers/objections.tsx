/** Objections to the public list: taken in, and decided with a reason. */
import { Button, Form, Input, Select, Space } from 'antd'
import type { PublicationView } from '#host/api/shapes.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Objection = PublicationView['objections'][number]
type Taken = { packet: string; received: string; from: string; text: string }

function One({ objection }: { objection: Objection }) {
  const { publication: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<{ reason: string }>()
  const decide = (outcome: 'upheld' | 'rejected') => async () => {
    const { reason } = await form.validateFields()
    await run(() => desk.publication.decide({ round, objection: objection.objection, outcome, reason }))
  }
  return (
    <div className="stack">
      <div className="row mid wrap">
        <Chip tone={objection.outcome === null ? 'warn' : 'plain'}>
          {objection.outcome === null ? words.held : words.outcomes[objection.outcome]}
        </Chip>
        <strong>
          {objection.no} {objection.workshop}
        </strong>
        <span className="soft small">
          {objection.received} {objection.inTime ? '' : words.late} {objection.from}
        </span>
      </div>
      <p>{objection.text}</p>
      {objection.outcome === null ? (
        <Form form={form} layout="vertical">
          <Form.Item
            name="reason"
            label={words.reason}
            rules={[{ required: true, whitespace: true, message: words.needed }]}
          >
            <Input.TextArea rows={2} maxLength={2_000} />
          </Form.Item>
          <Space>
            <Button loading={busy} onClick={() => void decide('rejected')()}>
              {words.reject}
            </Button>
            <Button danger loading={busy} onClick={() => void decide('upheld')()}>
              {words.uphold}
            </Button>
          </Space>
        </Form>
      ) : (
        <p className="soft">{objection.reason}</p>
      )}
    </div>
  )
}

export function Objections({ view }: { view: PublicationView }) {
  const { publication: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Taken>()
  const take = async (taken: Taken) => {
    const done = await run(() => desk.publication.object({ round, ...taken }))
    if (done !== undefined) form.resetFields()
  }
  return (
    <div className="stack">
      <h3>{words.objections}</h3>
      {view.objections.map((objection) => (
        <One key={objection.objection} objection={objection} />
      ))}
      <Form<Taken> form={form} layout="vertical" onFinish={(taken) => void take(taken)}>
        <div className="row wrap">
          <Form.Item
            className="grow"
            name="packet"
            label={words.about}
            rules={[{ required: true, message: words.needed }]}
          >
            <Select
              options={view.rows.map(({ packet, no, workshop }) => ({ value: packet, label: `${no} ${workshop}` }))}
            />
          </Form.Item>
          <Form.Item name="received" label={words.received} rules={[{ required: true, message: words.needed }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="from"
            label={words.from}
            rules={[{ required: true, whitespace: true, message: words.needed }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="text" label={words.text} rules={[{ required: true, whitespace: true, message: words.needed }]}>
          <Input.TextArea rows={2} maxLength={20_000} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {words.object}
        </Button>
      </Form>
    </div>
  )
}
