/** The promise and the declaration of conflicts, before any paper is shown; later, with a reason, its change. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { DeclarationView, MeView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { useAct, useRead } from '../kit/hooks.ts'
import { useSay } from '../kit/lang.ts'
import { Shown } from '../kit/states.tsx'
import type { Words } from '../kit/words/words.ts'
import { useWords } from '../kit/words/words.ts'

type Kind = keyof Words['common']['conflict']
/** An answer for one application; no answer is no entry. */
type Answer = { has: false } | { has: true; kind: Kind | null; note: string }

export function Declaring(props: { me: MeView; onDone: () => void; onBack?: () => void }) {
  const { round, expert } = props.me
  const view = useRead(() => seatClient().recusals.show({ round, expert }), [round, expert], [])
  return <Shown of={view}>{(declaration) => <Declaration {...props} view={declaration} />}</Shown>
}

function answersOf(view: DeclarationView): Record<string, Answer> {
  if (!view.declared) return {}
  return Object.fromEntries(
    view.applications.map(({ packet, conflict }): [string, Answer] => [
      packet,
      conflict ? { has: true, kind: conflict.kind as Kind, note: conflict.note } : { has: false },
    ]),
  )
}

type DeclarationProps = { me: MeView; view: DeclarationView; onDone: () => void; onBack?: () => void }

function Declaration({ me, view, onDone, onBack }: DeclarationProps) {
  const { seat: words, common } = useWords()
  const { run, busy } = useAct()
  const [answers, setAnswers] = useState(() => answersOf(view))
  const [hasPromised, setPromised] = useState(view.declared)
  const [reason, setReason] = useState('')

  const isAnswered = (packet: string) => {
    const answer = answers[packet]
    return answer !== undefined && (!answer.has || answer.kind !== null)
  }
  const open = view.applications.filter(({ packet }) => !isAnswered(packet))
  const answerRest = () =>
    setAnswers((last) => ({
      ...Object.fromEntries(
        view.applications
          .filter(({ suggested }) => suggested === null)
          .map(({ packet }) => [packet, { has: false } as const]),
      ),
      ...last,
    }))
  const send = async () => {
    const conflicts = Object.entries(answers).flatMap(([packet, answer]) =>
      answer.has && answer.kind ? [{ packet, kind: answer.kind, note: answer.note.trim() }] : [],
    )
    const done = await run(() =>
      seatClient().recusals.declare({ round: me.round, expert: me.expert, conflicts, reason }),
    )
    if (done) onDone()
  }
  const jump = () => {
    const target = hasPromised ? `declare-${open[0]?.packet}` : 'declare-promise'
    const element = document.getElementById(target)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector('input')?.focus()
  }
  const missing = open.length + (hasPromised ? 0 : 1)
  const needsReason = view.declared && reason.trim() === ''
  return (
    <main className="declare">
      <header className="declare-head">
        <div className="grow">
          <h1>{view.declared ? words.declareChange : words.declareTitle}</h1>
          <p className="soft">
            {common.seatNo(me.seat)} · {me.name} · {me.roundTitle}
          </p>
        </div>
        <DisplayMenu />
        <LanguageSwitch />
      </header>
      <div className="declare-body">
        <section className="declare-promise" id="declare-promise" aria-label={words.promiseTitle}>
          <h2>{words.promiseTitle}</h2>
          <ol>
            {[words.promise1, words.promise2, words.promise3, words.promise4].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <Checkbox checked={hasPromised} onChange={(event) => setPromised(event.target.checked)}>
            <strong>{words.iPromise}</strong>
          </Checkbox>
        </section>
        <section aria-label={words.conflictTitle}>
          <div className="row mid wrap declare-ask">
            <h2>{words.conflictTitle}</h2>
            <span className="grow soft">{words.conflictHint}</span>
            <Button onClick={answerRest} disabled={open.every(({ suggested }) => suggested !== null)}>
              {words.noneForRest}
            </Button>
          </div>
          <ul className="declare-list">
            {view.applications.map((application) => (
              <Application
                key={application.packet}
                application={application}
                answer={answers[application.packet]}
                onAnswer={(answer) => setAnswers((last) => ({ ...last, [application.packet]: answer }))}
              />
            ))}
          </ul>
        </section>
      </div>
      <footer className="declare-foot">
        {view.declared ? (
          <Input
            className="grow"
            value={reason}
            maxLength={200}
            aria-label={words.changeReason}
            placeholder={words.changeReason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : (
          <span className="grow soft">{words.declareSafe}</span>
        )}
        {onBack ? <Button onClick={onBack}>{common.back}</Button> : null}
        {missing > 0 ? (
          <Button type="primary" size="large" onClick={jump}>
            {words.stillMissing(missing)}
          </Button>
        ) : (
          <Button type="primary" size="large" loading={busy} disabled={needsReason} onClick={() => void send()}>
            {words.declareSend}
          </Button>
        )}
      </footer>
    </main>
  )
}

type ApplicationProps = {
  application: DeclarationView['applications'][number]
  answer: Answer | undefined
  onAnswer: (answer: Answer) => void
}

function Application({ application, answer, onAnswer }: ApplicationProps) {
  const { seat: words, common } = useWords()
  const say = useSay()
  const { packet, no, workshop, unit, leader, suggested } = application
  const kinds = Object.entries(common.conflict).map(([value, label]) => ({ value: value as Kind, label }))
  return (
    <li id={`declare-${packet}`} className={answer === undefined ? 'is-open' : undefined}>
      <div className="row mid wrap">
        <div className="grow declare-who">
          <strong>
            {no} {workshop}
          </strong>
          <span className="soft small">
            {unit} · {words.leader(leader)}
          </span>
        </div>
        <Radio.Group
          size="large"
          aria-label={words.conflictOf(workshop)}
          value={answer?.has}
          onChange={(event) => onAnswer(event.target.value ? { has: true, kind: null, note: '' } : { has: false })}
        >
          <Radio value={false}>{words.conflictNone}</Radio>
          <Radio value={true}>{words.conflictSome}</Radio>
        </Radio.Group>
      </div>
      {suggested ? (
        <Alert
          type="warning"
          showIcon
          icon={<ExclamationCircleOutlined aria-hidden />}
          title={`${words.suggested}${say(suggested)}`}
          className="declare-suggested"
        />
      ) : null}
      {answer?.has ? (
        <div className="row wrap declare-kind">
          <Select<Kind>
            className="declare-kind-select"
            options={kinds}
            {...(answer.kind ? { value: answer.kind } : {})}
            placeholder={words.conflictKind}
            aria-label={words.conflictKindOf(workshop)}
            onChange={(kind) => onAnswer({ ...answer, kind })}
          />
          <Input
            className="grow"
            value={answer.note}
            maxLength={200}
            placeholder={words.conflictNote}
            aria-label={words.conflictNoteOf(workshop)}
            onChange={(event) => onAnswer({ ...answer, note: event.target.value })}
          />
        </div>
      ) : null}
    </li>
  )
}
