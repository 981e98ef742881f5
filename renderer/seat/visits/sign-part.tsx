/** The final record, and this member's signature under it. */
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { MeView, VisitView } from '#host/api/shapes.ts'
import { seatClient } from '../../kit/connect.ts'
import { useAct } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = { me: MeView; final: VisitView; isAway: boolean; onDone: () => void }

export function SignPart({ me, final, isAway, onDone }: Props) {
  const { seat } = useWords()
  const words = seat.visits
  const say = useSay()
  const { run, busy } = useAct()
  const [text, setText] = useState('')
  const [isDissenting, setDissenting] = useState(false)
  const mine = final.signatures.find(({ expert }) => expert === me.expert)
  const sign = async (answer: 'agree' | 'dissent') => {
    const { round, expert } = me
    const ask = { round, expert, packet: final.packet, record: final.record, answer, text }
    const done = await run(() => seatClient().visits.sign(ask))
    if (done) onDone()
  }
  return (
    <section className="visit-part visit-final" aria-label={words.sign}>
      <p>{final.opinion}</p>
      <ul className="visit-follows">
        {final.follows.map(({ item, name, before, after, max, because }) => (
          <li key={item}>
            <strong className="num">
              {words.follow(`${item} ${say(name)}`, before ?? words.expertDecides, after ?? words.expertDecides, max)}
            </strong>
            <div className="small">{say(because)}</div>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {final.signatures.length === 0
          ? words.notSigned
          : words.signedBy(final.signatures.map(({ name }) => name).join('、'))}
      </p>
      {mine ? (
        <Alert type="success" showIcon title={words.signedMe} />
      ) : (
        <div className="stack">
          {isDissenting ? (
            <>
              <label htmlFor="visit-dissent">{words.dissentText}</label>
              <Input.TextArea
                id="visit-dissent"
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={20_000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </>
          ) : null}
          <div className="row wrap">
            {isDissenting ? null : (
              <Button type="primary" loading={busy} disabled={isAway} onClick={() => void sign('agree')}>
                {words.signAgree}
              </Button>
            )}
            <Button
              loading={busy}
              disabled={isAway || (isDissenting && text.trim() === '')}
              onClick={() => (isDissenting ? void sign('dissent') : setDissenting(true))}
            >
              {words.signDissent}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
