/** The door of a seat: seat number and PIN for a device that cannot scan, and why an earlier attempt failed. */
import { LoginOutlined, QrcodeOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import type { MeView } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { refusalIn } from '../kit/refusal.ts'
import { Refusal } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { join } from './join.ts'
import { takeReason } from './leave.ts'
import { plainDigits } from './score.ts'

type Fields = { seat?: string; pin?: string }

export function Arriving({ problem, onArrived }: { problem: unknown; onArrived: (me: MeView) => void }) {
  const { seat: words } = useWords()
  const [failed, setFailed] = useState<unknown>(problem)
  const [isBusy, setBusy] = useState(false)
  const [why] = useState(takeReason)
  const [form] = Form.useForm<Fields>()
  // Another device was heard of at this seat a moment ago: going on here puts it out, so it is asked for by name.
  const isTaken = refusalIn(failed)?.code === 'seat-taken'

  const enter = async ({ seat = '', pin = '' }: Fields, takeOver = false) => {
    setBusy(true)
    try {
      onArrived(
        await join({ seat: Number(plainDigits(seat)), pin: plainDigits(pin), ...(takeOver && { takeOver: true }) }),
      )
    } catch (reason) {
      setFailed(reason)
    } finally {
      setBusy(false)
    }
  }
  const digits = { required: true, pattern: /^\s*[0-9０-９]+\s*$/ }
  return (
    <main className="seat-door">
      <div className="seat-door-top">
        <DisplayMenu />
        <LanguageSwitch />
      </div>
      <Card className="seat-door-card">
        <h1>{words.arriveTitle}</h1>
        <p className="soft seat-door-hint">
          <QrcodeOutlined aria-hidden /> {words.arriveHint}
        </p>
        {why ? <Alert type="info" showIcon role="status" title={words.leftBecause[why]} /> : null}
        {failed === undefined ? null : <Refusal error={failed} />}
        <Form
          form={form}
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={(fields: Fields) => void enter(fields)}
        >
          <Form.Item name="seat" label={words.seatNumber} rules={[{ ...digits, message: words.seatWanted }]}>
            <Input inputMode="numeric" autoComplete="off" maxLength={4} />
          </Form.Item>
          <Form.Item name="pin" label={words.pin} rules={[{ ...digits, message: words.pinWanted }]}>
            {/* Shown as typed: it stands on the slip in the expert's hand, and unseen digits are typed wrong. */}
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={isBusy} icon={<LoginOutlined aria-hidden />}>
            {words.takeSeat}
          </Button>
          {isTaken ? (
            <Button
              danger
              block
              className="seat-take-over"
              loading={isBusy}
              onClick={() => void enter(form.getFieldsValue(), true)}
            >
              {words.takeOver}
            </Button>
          ) : null}
        </Form>
      </Card>
    </main>
  )
}
