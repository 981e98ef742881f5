/** Corrects one field of an application; the reason is kept with it. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal } from 'antd'
import type { FieldView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Values = { value: string; rows: Record<string, string>[]; reason: string }

function RowsInput({ field }: { field: FieldView }) {
  const { common } = useWords()
  const say = useSay()
  return (
    <Form.List name="rows">
      {(rows, { add, remove }) => (
        <div className="stack">
          {rows.map((row, at) => (
            <div key={row.key} className="row mid">
              {field.columns.map((column) => (
                <Form.Item key={column.id} name={[row.name, column.id]} noStyle>
                  <Input aria-label={`${say(column.label)} ${at + 1}`} placeholder={say(column.label)} />
                </Form.Item>
              ))}
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${common.remove} ${at + 1}`}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {common.add}
          </Button>
        </div>
      )}
    </Form.List>
  )
}

type Props = { packet: string; field: FieldView; onSaved: () => void; onClose: () => void }

export function FieldEdit({ packet, field, onSaved, onClose }: Props) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const isRows = field.kind === 'rows'
  const save = async ({ value, rows, reason }: Values) => {
    // A cell nobody touched is undefined in antd; the host wants a text.
    const filled = (rows ?? []).map((row) => Object.fromEntries(field.columns.map(({ id }) => [id, row[id] ?? ''])))
    const done = await run(() =>
      desk.packets.correct({ round, packet, field: field.id, value: isRows ? filled : (value ?? ''), reason }),
    )
    if (done === undefined) return
    onSaved()
    onClose()
  }
  const initialValues = {
    value: typeof field.value === 'string' ? field.value : '',
    rows: Array.isArray(field.value) ? field.value : [],
  }
  return (
    <Modal
      open
      width={isRows ? 900 : 640}
      title={words.packet.correct(say(field.label))}
      okText={common.save}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={(values) => void save(values)}
      >
        {isRows ? (
          <RowsInput field={field} />
        ) : (
          <Form.Item name="value" label={say(field.label)}>
            {field.kind === 'line' ? (
              <Input autoFocus />
            ) : (
              <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} />
            )}
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={words.packet.correctReason}
          rules={[{ required: true, whitespace: true, message: words.packet.reasonNeeded }]}
        >
          <Input maxLength={200} placeholder={words.packet.correctExample} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
