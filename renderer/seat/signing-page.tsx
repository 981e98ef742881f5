/** The end of an expert's work: the fixed result as it will be signed, the answer to it, and the signature. */
import { Alert, Button, Collapse, Table, type TableColumnsType } from 'antd'
import type { MeView, MyResult, MySigningView } from '#host/api/shapes.ts'
import { type Answered, AnswerForm } from '../kit/answer-form.tsx'
import { seatClient } from '../kit/connect.ts'
import { useAct, useRead } from '../kit/hooks.ts'
import { useLang, useSay } from '../kit/lang.ts'
import { Shown } from '../kit/states.tsx'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import { type OwnKeys, signWorkbookText } from './own-key.ts'
import type { OwnKey } from './use-own-key.ts'

type Own = { me: MeView; own: OwnKey; onSheets: () => void }

export function SigningPage({ me, own, onSheets }: Own) {
  const { round, expert } = me
  const { signing: words } = useWords()
  const mine = useRead(() => seatClient().signing.show({ round, expert }), [round, expert], ['signing', 'round'])
  const keys = own.state === 'ready' ? own.keys : null
  return (
    <section className="seat-signing" aria-labelledby="seat-signing-title">
      <div className="row mid">
        <h1 id="seat-signing-title" className="grow">
          {words.title}
        </h1>
        <Button onClick={onSheets}>{words.toSheets}</Button>
      </div>
      <Shown of={mine}>
        {(view) =>
          view.result ? (
            <>
              <FixedResult result={view.result} />
              <OwnAnswer me={me} view={view} onDone={mine.again} />
              {view.task && keys ? <Task me={me} keys={keys} task={view.task} onDone={mine.again} /> : null}
            </>
          ) : (
            <p>{words.notFixed}</p>
          )
        }
      </Shown>
    </section>
  )
}

function FixedResult({ result }: { result: MyResult }) {
  const { signing: words, desk } = useWords()
  const say = useSay()
  type Row = MyResult['rows'][number]
  const columns: TableColumnsType<Row> = [
    { title: desk.result.rank, key: 'rank', align: 'right', render: (_, { rank }) => rank ?? '–' },
    {
      title: desk.recusal.application,
      key: 'name',
      render: (_, { no, workshop, unit }) => (
        <>
          {no} {workshop}
          <div className="soft small">{unit}</div>
        </>
      ),
    },
    ...(result.withRubric
      ? [
          {
            title: desk.result.shown,
            key: 'shown',
            align: 'right' as const,
            render: (_: unknown, { shown, recused }: Row) => (recused ? words.recused : <b>{shown ?? '–'}</b>),
          },
        ]
      : []),
    ...(result.withVote
      ? [
          {
            title: desk.result.vote,
            key: 'vote',
            className: 'nowrap',
            render: (_: unknown, { vote }: Row) => (vote ? `${vote.for}/${vote.against}/${vote.abstain}` : '–'),
          },
        ]
      : []),
    { title: desk.result.decision, key: 'decision', render: (_, { decision }) => say(decision) },
  ]
  return (
    <>
      <h2>{words.fixedResult}</h2>
      <div className="seat-signing-result">
        <Table rowKey="packet" size="small" pagination={false} columns={columns} dataSource={result.rows} />
      </div>
    </>
  )
}

function OwnAnswer({ me, view, onDone }: { me: MeView; view: MySigningView; onDone: () => void }) {
  const { round, expert } = me
  const { signing: words } = useWords()
  const when = useWhen()
  const { run, busy } = useAct()
  const { answer, task, signedAt } = view
  const give = async (given: Answered) => {
    await run(() => seatClient().signing.answer({ round, expert, ...given }))
    onDone()
  }
  if (answer === null) {
    return (
      <>
        <h2>{words.myAnswer}</h2>
        <p className="soft">{words.myAnswerHint}</p>
        <AnswerForm busy={busy} onAnswer={(given) => void give(given)} />
      </>
    )
  }
  return (
    <>
      <p>
        {words.myAnswered} <b>{words.answers[answer.answer]}</b> {answer.text}
      </p>
      {signedAt ? <Alert type="success" showIcon title={words.mySigned(when(signedAt))} /> : null}
      {task || signedAt || answer.answer === 'refuse' ? null : <p>{words.waitSeal}</p>}
    </>
  )
}

type TaskProps = { me: MeView; keys: OwnKeys; task: NonNullable<MySigningView['task']>; onDone: () => void }

/** Shows what is signed, down to the very text, and signs it. */
function Task({ me, keys, task, onDone }: TaskProps) {
  const { round, expert } = me
  const { signing: words } = useWords()
  const lang = useLang((store) => store.lang)
  const { run, busy } = useAct()
  const sign = async () => {
    await run(async () => {
      const value = await signWorkbookText(keys, task.text)
      return seatClient().signing.sign({ round, expert, at: task.at, value })
    })
    onDone()
  }
  const names = task.signers.map(({ name }) => name).join(lang === 'en' ? ', ' : '、')
  return (
    <>
      <h2>{words.signNow}</h2>
      <dl className="seat-signing-facts">
        <dt>{words.youSign}</dt>
        <dd>
          <b>{task.statement}</b>
        </dd>
        <dt>{words.whoSigns}</dt>
        <dd>{names}</dd>
        <dt>{words.workbookFile}</dt>
        <dd>
          <code className="fingerprint">{task.file}</code>
        </dd>
      </dl>
      {keys.sm2 ? <p className="soft small">{words.mySecond}</p> : null}
      <Collapse
        size="small"
        items={[{ key: 'text', label: words.exactText, children: <pre className="small seat-exact">{task.text}</pre> }]}
      />
      <Button className="seat-signing-act" type="primary" size="large" loading={busy} onClick={() => void sign()}>
        {words.signNow}
      </Button>
    </>
  )
}
