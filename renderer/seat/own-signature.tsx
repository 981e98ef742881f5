/** What an expert sees of signatures: the code of the own key, the answer at the end, and the signing of the workbook. */
import { Alert, Button, Collapse } from 'antd'
import type { MeView, MySigningView } from '#host/api/shapes.ts'
import { AnswerForm } from '../kit/answer-form.tsx'
import { seatClient } from '../kit/connect.ts'
import { useAct, useRead } from '../kit/hooks.ts'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import { type OwnKeys, signWorkbookText } from './own-key.ts'
import { useOwnKey } from './use-own-key.ts'

/** A line above the work while there is something to do about the key, and the whole of it when it is time to sign. */
export function OwnSignature({ me }: { me: MeView }) {
  const { signing: words } = useWords()
  const own = useOwnKey(me)
  return (
    <>
      {own.state === 'waiting' ? (
        <Alert
          banner
          type="info"
          title={
            <span>
              {words.myCode} <b className="fingerprint">{own.code}</b>
              {own.second ? <span className="soft small"> {words.mySecond}</span> : null}
            </span>
          }
        />
      ) : null}
      {own.state === 'elsewhere' ? <Alert banner type="warning" title={words.keyElsewhere} /> : null}
      {me.stage === 'export' ? <Signing me={me} keys={own.state === 'ready' ? own.keys : null} /> : null}
    </>
  )
}

function Signing({ me, keys }: { me: MeView; keys: OwnKeys | null }) {
  const { round, expert } = me
  const { signing: words } = useWords()
  const when = useWhen()
  const { run, busy } = useAct()
  const mine = useRead(() => seatClient().signing.show({ round, expert }), [round, expert], ['signing', 'round'])
  const view = mine.value
  if (!view?.frozen) return null
  const answer = async (given: Parameters<Parameters<typeof AnswerForm>[0]['onAnswer']>[0]) => {
    await run(() => seatClient().signing.answer({ round, expert, ...given }))
    mine.again()
  }
  return (
    <section className="seat-signing sheet" aria-label={words.title}>
      {view.answer === null ? (
        <>
          <h2>{words.myAnswerTitle}</h2>
          <AnswerForm busy={busy} onAnswer={(given) => void answer(given)} />
        </>
      ) : (
        <p>
          {words.myAnswered} <b>{words.answers[view.answer.answer]}</b> {view.answer.text}
        </p>
      )}
      {view.signedAt ? <Alert type="success" showIcon title={words.mySigned(when(view.signedAt))} /> : null}
      {view.answer && !view.task && !view.signedAt && view.answer.answer !== 'refuse' ? <p>{words.waitSeal}</p> : null}
      {view.task && keys ? <Task me={me} keys={keys} task={view.task} onDone={mine.again} /> : null}
    </section>
  )
}

type TaskProps = { me: MeView; keys: OwnKeys; task: NonNullable<MySigningView['task']>; onDone: () => void }

/** Shows what is signed, down to the very text, and signs it. */
function Task({ me, keys, task, onDone }: TaskProps) {
  const { round, expert } = me
  const { signing: words } = useWords()
  const { run, busy } = useAct()
  const sign = async () => {
    await run(async () => {
      const value = await signWorkbookText(keys, task.text)
      return seatClient().signing.sign({ round, expert, at: task.at, value })
    })
    onDone()
  }
  return (
    <div className="stack">
      <h2>{words.signNow}</h2>
      <p>
        {words.youSign}：<b>{task.statement}</b>
      </p>
      <p>
        {words.whoSigns}：{task.signers.map(({ name }) => name).join('、')}
      </p>
      {keys.sm2 ? <p className="soft small">{words.mySecond}</p> : null}
      <p className="soft small">
        {words.workbookFile} <code className="fingerprint">{task.file}</code>
      </p>
      <Collapse
        size="small"
        items={[{ key: 'text', label: words.exactText, children: <pre className="small seat-exact">{task.text}</pre> }]}
      />
      <Button type="primary" size="large" loading={busy} onClick={() => void sign()}>
        {words.signNow}
      </Button>
    </div>
  )
}
