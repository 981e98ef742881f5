/** Doubts that experts raised about facts, with the page they attached: read, checked and answered here. */
import { Button, Form, Input } from 'antd'
import type { DoubtView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'

/** Nothing at all while nobody doubts anything. */
export function DoubtList() {
  const { doubts: words } = useWords().desk
  const { round } = useRound()
  const list = useRead(() => desk.doubts.list({ round }), [round], ['packets', 'sheets'])
  if (!list.value || list.value.length === 0) return null
  return (
    <section className="doubts" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{words.title(list.value.filter(({ answer }) => !answer).length)}</h2>
      <p className="soft small">{words.hint}</p>
      <ul>
        {list.value.map((doubt) => (
          <Doubt key={doubt.doubt} doubt={doubt} />
        ))}
      </ul>
    </section>
  )
}

function Doubt({ doubt }: { doubt: DoubtView }) {
  const { doubts: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const { no, workshop, item, seat, expertName, page, text, at, answer, packet } = doubt
  return (
    <li className={answer ? 'doubt' : 'doubt is-open'}>
      <div className="row mid wrap">
        <strong className="grow">
          {no} {workshop}　{item} {say(doubt.itemName)}
        </strong>
        <Button onClick={() => go(hrefOf(round, 'packet', packet, 'facts'))}>{words.toFacts}</Button>
      </div>
      <p className="soft small">
        {words.who(seat, expertName)} · {when(at)}
        {page ? ` · ${words.page(page.page)}` : ''}
      </p>
      <p>{text}</p>
      {answer ? (
        <p>
          <span className="soft">{words.answered(answer.by, when(answer.at))}</span>
          {answer.text}
        </p>
      ) : (
        <Form
          layout="inline"
          className="doubt-answer"
          onFinish={(fields: { answer: string }) =>
            void run(() => desk.doubts.answer({ round, doubt: doubt.doubt, answer: fields.answer }))
          }
        >
          <Form.Item
            name="answer"
            className="grow"
            rules={[{ required: true, whitespace: true, message: words.answer }]}
          >
            <Input aria-label={words.answerOf(workshop, item)} placeholder={words.example} maxLength={2_000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.send}
          </Button>
        </Form>
      )}
    </li>
  )
}
