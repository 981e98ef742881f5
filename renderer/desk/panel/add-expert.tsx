/** Adds one expert by hand. */
import { Form, Input, Modal } from 'antd'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Values = { name: string; unit?: string; post?: string; phone?: string; sourceKind?: string; specialty?: string }

export function AddExpert({ onClose }: { onClose: () => void }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const add = async (expert: Values) => {
    const done = await run(() => desk.experts.import({ round, experts: [expert] }))
    if (done !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={words.panel.add}
      okText={common.add}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => void add(values)}>
        <Form.Item
          name="name"
          label={words.panel.name}
          rules={[{ required: true, whitespace: true, message: words.rounds.fillIn }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="unit" label={words.panel.unit} extra={words.panel.unitHint}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="row">
          <Form.Item name="post" label={words.panel.post} className="grow">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="phone" label={words.panel.phone} className="grow">
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="sourceKind" label={words.panel.source} className="grow">
            <Input maxLength={200} placeholder={words.panel.sourceExample} />
          </Form.Item>
          <Form.Item name="specialty" label={words.panel.specialty} className="grow">
            <Input maxLength={200} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
