/** After closing: the items on which this expert stands far from the panel, to change or to stay with, with a reason. */
import { CheckCircleFilled, EyeOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { decimal, exact } from '#core/exact/exact.ts'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, SecondLookView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct, useRead } from '../kit/hooks.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { plainDigits, readScore } from './score.ts'

type Props = { me: MeView; onPapers: (packet: string) => void }

export function SecondRound(props: Props) {
  return mayDo('reconsider', props.me.stage) && props.me.withRubric ? <Bar {...props} /> : null
}

function Bar({ me, onPapers }: Props) {
  const { seat: words } = useWords()
  const { round, expert } = me
  const [isOpen, setOpen] = useState(false)
  const looks = useRead(() => seatClient().sheets.second({ round, expert }), [round, expert], ['round', 'sheets'])
  if (!looks.value || looks.value.length === 0) return null
  const open = looks.value.filter(({ answer }) => answer === null).length
  return (
    <>
      <Alert
        className="second-bar"
        type={open > 0 ? 'warning' : 'success'}
        showIcon
        title={open > 0 ? words.second.bar(open) : words.second.barDone}
        action={
          <Button size="large" type={open > 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
            {open > 0 ? words.second.open : words.second.show}
          </Button>
        }
      />
      <Modal
        open={isOpen}
        centered
        width={860}
        footer={null}
        title={words.second.title}
        onCancel={() => setOpen(false)}
      >
        <div className="stack second-list">
          <p>{words.second.what}</p>
          {looks.value.map((look) => (
            <Look
              key={`${look.packet}/${look.item}`}
              me={me}
              look={look}
              onAnswered={looks.again}
              onPapers={() => {
                setOpen(false)
                onPapers(look.packet)
              }}
            />
          ))}
        </div>
      </Modal>
    </>
  )
}

function Look(props: { me: MeView; look: SecondLookView; onAnswered: () => void; onPapers: () => void }) {
  const { seat: words } = useWords()
  const say = useSay()
  const { run, busy } = useAct()
  const { me, look, onAnswered, onPapers } = props
  const [score, setScore] = useState(look.points)
  const [reason, setReason] = useState('')
  const { max, maxDeduct, mustDeduct, item } = look
  const name = `${item} ${say(look.itemName)}`
  const read = readScore(score, { max, maxDeduct, mustDeduct })
  const stays = read.kind === 'score' && read.score === look.points
  const answer = async () => {
    if (read.kind !== 'score') return
    const { round, expert } = me
    const deduct = decimal(exact(max).sub(exact(read.score)))
    const done = await run(() =>
      seatClient().sheets.reconsider({ round, expert, packet: look.packet, item, deduct, reason }),
    )
    if (done) onAnswered()
  }
  return (
    <section className="second-look" aria-label={`${look.workshop} ${name}`}>
      <div className="row mid wrap">
        <strong className="grow">
          {look.no} {look.workshop}
        </strong>
        <Button icon={<EyeOutlined aria-hidden />} onClick={onPapers}>
          {words.second.papers}
        </Button>
      </div>
      <p>
        <strong>{name}</strong>　{words.second.yours(look.points, max)}
      </p>
      <p className="soft small">{say(look.criterion)}</p>
      {look.reason === '' ? null : <p className="small">{words.second.yourReason(look.reason)}</p>}
      {look.answer ? (
        <p className="second-said">
          <CheckCircleFilled aria-hidden />{' '}
          {look.answer.points === look.points
            ? words.second.stayed(look.answer.reason)
            : words.second.changed(look.answer.points, look.answer.reason)}
        </p>
      ) : (
        <div className="row mid wrap second-answer">
          <input
            className={read.kind === 'score' ? 'item-score' : 'item-score is-wrong'}
            aria-label={words.second.newScore(name)}
            aria-invalid={read.kind !== 'score'}
            inputMode="decimal"
            autoComplete="off"
            maxLength={9}
            value={score}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setScore(plainDigits(event.target.value))}
          />
          <Input.TextArea
            className="grow"
            aria-label={words.second.reasonOf(name)}
            placeholder={words.second.reasonHint}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            size="large"
            type="primary"
            loading={busy}
            disabled={read.kind !== 'score' || reason.trim() === ''}
            onClick={() => void answer()}
          >
            {stays || read.kind !== 'score' ? words.second.stay : words.second.change(read.score)}
          </Button>
        </div>
      )}
    </section>
  )
}
