/** How a visit leaves the tablet: handed in by its helpers, made final by whoever writes the record. */
import { Alert, App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { MyVisit, VisitForm } from '#host/api/shapes.ts'
import { seatClient } from '../../kit/connect.ts'
import { useAct } from '../../kit/hooks.ts'
import { useConnection } from '../../kit/live.ts'
import { useWords } from '../../kit/words/words.ts'
import { Follows } from './facts-part.tsx'
import type { Kit } from './use-visits.ts'
import type { VisitBook } from './visit-book.ts'

type Props = { kit: Kit; visit: MyVisit; book: VisitBook; form: VisitForm; isAway: boolean; onDone: () => void }

export function FinishPart(props: Props) {
  const { visit, book } = props
  const { seat } = useWords()
  const words = seat.visits
  const local = book.of(visit.packet)
  if (visit.isRecorder) return <Finish {...props} />
  if (visit.final) return null
  return (
    <div className="visit-foot">
      <span className="soft small grow">{local.state === 'handed-in' ? words.handedIn : words.handInHint}</span>
      <Button
        type={local.state === 'handed-in' ? 'default' : 'primary'}
        size="large"
        onClick={() => void book.handIn(visit.packet, local.state !== 'handed-in')}
      >
        {local.state === 'handed-in' ? words.takeUp : words.handIn}
      </Button>
    </div>
  )
}

function Finish({ kit, visit, book, form, isAway, onDone }: Props) {
  const { seat, common } = useWords()
  const words = seat.visits
  const { message } = App.useApp()
  const { run, busy } = useAct()
  const connection = useConnection((store) => store.state)
  const [isOpen, setOpen] = useState(false)
  const [without, setWithout] = useState<readonly string[]>([])
  const { waiting, untold, photos } = book.counts(visit.packet)
  const local = book.of(visit.packet)
  const isOut = isAway || connection === 'offline'
  const reason =
    waiting > 0 ? words.finishNotYet(waiting) : untold > 0 ? words.finishText : isOut ? words.keptHere : null
  const out = visit.others.filter(({ state }) => state !== 'handed-in')
  const all = photos + visit.others.reduce((sum, one) => sum + one.photos - one.missing.length, 0)
  const finish = async () => {
    const { round, expert } = kit.me
    const ask = { round, expert, packet: visit.packet, without: [...without] }
    const done = await run(() => seatClient().visits.finish(ask))
    if (!done) return
    setOpen(false)
    message.success(words.finished)
    // What is final is no draft any more, here as at the host; the record and its signatures stand at the top.
    await book.handIn(visit.packet, true)
    document.querySelector('.visits-main')?.scrollTo({ top: 0 })
    onDone()
  }
  if (visit.final && local.state === 'handed-in') {
    return (
      <div className="visit-foot">
        <span className="grow" />
        <Button onClick={() => void book.handIn(visit.packet, false)}>{words.takeUp}</Button>
      </div>
    )
  }
  return (
    <div className="visit-foot">
      <span className="soft small grow" role="status">
        {reason}
      </span>
      <Button type="primary" size="large" disabled={reason !== null} onClick={() => setOpen(true)}>
        {words.finish}
      </Button>
      <Modal
        open={isOpen}
        centered
        width={640}
        title={words.finishTitle}
        okText={words.finish}
        cancelText={common.cancel}
        confirmLoading={busy}
        okButtonProps={{ disabled: out.some(({ expert }) => !without.includes(expert)) }}
        onCancel={() => setOpen(false)}
        onOk={() => void finish()}
      >
        <div className="stack">
          <p>{words.finishWhat(all)}</p>
          {kit.view.rubric ? <Follows rubric={kit.view.rubric} facts={visit.facts} findings={form.findings} /> : null}
          {out.length === 0 ? null : (
            <Alert
              type="warning"
              showIcon
              title={words.finishOut(out.map(({ name }) => name).join('、'))}
              description={out.map(({ expert, name, missing }) => (
                <Checkbox
                  key={expert}
                  checked={without.includes(expert)}
                  onChange={({ target }) =>
                    setWithout(target.checked ? [...without, expert] : without.filter((one) => one !== expert))
                  }
                >
                  {words.without(name, missing.length)}
                </Checkbox>
              ))}
            />
          )}
        </div>
      </Modal>
    </div>
  )
}
