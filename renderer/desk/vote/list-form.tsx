/** Prepares one ballot for several applications, with a most that each ballot may agree to and places to fill. */
import { Checkbox, Form, InputNumber, Modal } from 'antd'
import type { VoteView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Values = { packets: string[]; maxYes: number | null; places: number | null }

export function ListForm({ votes, close }: { votes: readonly VoteView[]; close: () => void }) {
  const { vote: words } = useWords().desk
  const { common } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const free = votes.filter(({ state }) => state === 'not-opened')
  const save = async ({ packets, maxYes, places }: Values) => {
    const prepared = await run(() =>
      desk.votes.prepare({ round, packets, maxYes: maxYes ?? null, places: places ?? null }),
    )
    if (prepared !== undefined) close()
  }
  return (
    <Modal
      open
      width={620}
      title={words.listTitle}
      okText={words.prepare}
      cancelText={common.cancel}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p className="soft">{words.listHint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ packets: free.map(({ packet }) => packet), maxYes: null, places: null }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="packets" label={words.listWho} rules={[{ required: true, message: words.listWho }]}>
          <Checkbox.Group
            className="list-packets"
            options={free.map(({ packet, no, workshop }) => ({ value: packet, label: `${no} ${workshop}` }))}
          />
        </Form.Item>
        <div className="row">
          <Form.Item name="maxYes" label={words.maxYes}>
            <InputNumber min={1} max={free.length} precision={0} placeholder={words.unlimited} />
          </Form.Item>
          <Form.Item name="places" label={words.places}>
            <InputNumber min={1} max={free.length} precision={0} placeholder={words.unlimited} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
