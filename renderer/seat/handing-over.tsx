/** The button with which an expert gives the device to the next one; it waits until everything is safe. */
import { SwapOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Switch } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../kit/words/words.ts'
import { leaveSeat } from './leave.ts'
import type { Outbox } from './outbox.ts'
import { idleMinutes, useSharing } from './use-idle.ts'
import { useOutboxState } from './use-outbox.ts'

export function HandOver({ outbox }: { outbox: Outbox }) {
  const { seat: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { isShared, share } = useSharing()
  const { waiting, unkept, cannotKeep } = useOutboxState(outbox)
  const label = useId()

  const open = () => {
    setOpen(true)
    void outbox.flush()
  }
  const leave = async () => {
    setBusy(true)
    await outbox.kept()
    share(true)
    leaveSeat('handed-over')
  }
  const isLost = waiting > 0 && cannotKeep
  return (
    <>
      <Button icon={<SwapOutlined aria-hidden />} onClick={open}>
        {words.handOver}
      </Button>
      <Modal
        open={isOpen}
        centered
        width={560}
        title={words.handOverTitle}
        onCancel={() => setOpen(false)}
        footer={
          <div className="seat-me-buttons">
            <Button size="large" onClick={() => setOpen(false)}>
              {words.handOverNo}
            </Button>
            <Button
              size="large"
              type="primary"
              loading={isBusy}
              disabled={unkept > 0 || isLost}
              onClick={() => void leave()}
            >
              {words.handOverYes}
            </Button>
          </div>
        }
      >
        <div className="stack">
          <p>{words.handOverWhat}</p>
          <Alert
            showIcon
            role="status"
            type={waiting === 0 ? 'success' : isLost ? 'error' : 'warning'}
            title={waiting === 0 ? words.handOverSafe : isLost ? words.handOverLost : words.handOverSealed(waiting)}
          />
          <div className="seat-switch">
            <Switch checked={isShared} onChange={share} aria-labelledby={label} />
            <span id={label}>{words.sharedDevice(idleMinutes)}</span>
          </div>
        </div>
      </Modal>
    </>
  )
}
