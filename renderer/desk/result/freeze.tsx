/** The act that fixes the result: shows what it fixes, and takes the chair's and the secretary's confirmation. */
import { LockOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RankingView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { Touched } from '../frame/touched.tsx'

type Values = { chair: boolean; secretary: string }

export function Freeze({ result }: { result: RankingView }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const may = useMay('freeze-result')
  const { run, busy } = useDeskAct()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Values>()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  if (!may || result.frozen) return null
  const chair = panel.value?.members.find((member) => member.chair)?.name ?? words.result.freezeNoChair
  const freeze = async ({ secretary }: Values) => {
    const done = await run(() => desk.results.freeze({ round, confirmed: { chair, secretary } }))
    if (done !== undefined) setOpen(false)
  }
  return (
    <>
      <Button
        type="primary"
        size="large"
        icon={<LockOutlined aria-hidden />}
        disabled={!result.ready}
        onClick={() => setOpen(true)}
      >
        {words.result.freeze}
      </Button>
      <Modal
        open={open}
        width={620}
        title={words.result.freezeAsk}
        onCancel={() => setOpen(false)}
        okText={words.result.freeze}
        okButtonProps={{ danger: true, loading: busy }}
        cancelText={common.cancel}
        onOk={() => form.submit()}
      >
        <div className="stack">
          <p>{words.result.freezeMeans(result.rows.length)}</p>
          <Touched round={round} act="freeze-result" />
          <p>{words.result.freezeFinal}</p>
          <Form<Values> form={form} layout="vertical" onFinish={(values) => void freeze(values)}>
            <Form.Item
              name="chair"
              valuePropName="checked"
              rules={[
                {
                  validator: (_, checked: boolean) =>
                    checked ? Promise.resolve() : Promise.reject(new Error(words.result.freezeNeedsChair)),
                },
              ]}
            >
              <Checkbox>{words.result.freezeChair(chair)}</Checkbox>
            </Form.Item>
            <Form.Item
              name="secretary"
              label={words.result.freezeSecretary}
              rules={[{ required: true, whitespace: true, message: words.result.freezeNeedsSecretary }]}
            >
              <Input maxLength={40} />
            </Form.Item>
          </Form>
        </div>
      </Modal>
    </>
  )
}
