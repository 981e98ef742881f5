/** Gives a submitted sheet back to its expert, with the reason that is kept. */
import { Form, Input, Modal } from 'antd'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

/** The sheet meant: whose, and of which application. */
export type Sheet = { packet: string; expert: string; name: string; who: string; seat: number }

export function ReturnSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<{ reason: string }>()
  const giveBack = async ({ reason }: { reason: string }) => {
    const { packet, expert } = sheet
    const done = await run(() => desk.sheets.return({ round, packet, expert, reason }))
    if (done !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={words.reading.returnTitle(sheet.seat, sheet.who, sheet.name)}
      okText={words.reading.returnAct}
      okButtonProps={{ danger: true }}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void giveBack(values)}>
        <p className="soft">{words.reading.returnMeans}</p>
        <Form.Item
          name="reason"
          label={common.reason}
          rules={[{ required: true, whitespace: true, message: words.packet.reasonNeeded }]}
        >
          <Input maxLength={200} autoFocus placeholder={words.reading.returnExample} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
