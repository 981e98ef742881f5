/** 数字签名 at the desk: the authority, everybody's certificate, the three answers, sealing and signing. */
import { Alert, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { inFours } from '#core/signing/fingerprints.ts'
import type { SigningPerson, SigningView } from '#host/api/shapes.ts'
import { AnswerForm } from '../../kit/answer-form.tsx'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { AttachedPages } from './attached-pages.tsx'
import { hand } from './hand.ts'
import { AskDialog, BeginSigning, MakeKeyForm } from './signing-dialogs.tsx'

const secretary = 'secretariat'
type Asked = { what: 'unlock' | 'make' | 'certify' | 'revoke' | 'answer'; person: SigningPerson }

export function SigningCard() {
  const { round } = useRound()
  const view = useRead(() => desk.signing.show({ round }), [round], ['signing', 'round', 'panel'])
  return (
    <Shown of={view}>
      {(signing) => (signing.authority ? <Begun view={signing} /> : <BeginSigning round={round} />)}
    </Shown>
  )
}

function Begun({ view }: { view: SigningView }) {
  const { signing: words } = useWords()
  const { round } = useRound()
  const [asked, setAsked] = useState<Asked>()
  const { run, busy } = useDeskAct()
  const own = view.people.find(({ person }) => person === secretary)
  const { authority } = view
  if (!authority) return null
  const save = () => hand(new Blob([authority.pem], { type: 'application/x-pem-file' }), 'authority.pem')
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {authority.unlocked || !own ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.locked}
          action={<Button onClick={() => setAsked({ what: 'unlock', person: own })}>{words.unlock}</Button>}
        />
      )}
      <PeopleTable
        view={view}
        busy={busy}
        onAsk={setAsked}
        onSign={(person) => void run(() => desk.signing.sign({ round, person }))}
      />
      <div className="row mid wrap">
        <Button
          type={view.complete ? 'default' : 'primary'}
          size="large"
          loading={busy}
          disabled={!view.frozen}
          title={words.sealAsk}
          onClick={() => void run(() => desk.signing.seal({ round }))}
        >
          {view.sealed ? words.sealAgain : words.seal}
        </Button>
        {view.sealed ? (
          <b>{words.progress(view.given, view.expected)}</b>
        ) : (
          <span className="soft">{words.sealAsk}</span>
        )}
        <Button onClick={() => void run(() => desk.signing.lock({ round }))}>{words.lock}</Button>
      </div>
      <Finished view={view} busy={busy} onVerify={() => void run(() => desk.signing.verify({ round }))} />
      <AttachedPages view={view} />
      <p className="soft small">
        {words.authority} <code className="fingerprint">{inFours(authority.fingerprint)}</code>
        <br />
        {words.authorityHint}
        {authority.second ? (
          <>
            <br />
            {words.second}
            {words.secondHint}
          </>
        ) : null}
      </p>
      <div className="row mid wrap">
        <Button onClick={() => go(hrefOf(round, 'authority'))}>{words.printAuthority}</Button>
        <Button onClick={save}>{words.saveAuthority}</Button>
      </div>
      {asked ? <Dialog asked={asked} onClose={() => setAsked(undefined)} /> : null}
    </section>
  )
}

/** Signed by all is not done: done is when the verifier found nothing in the finished file. */
function Finished({ view, busy, onVerify }: { view: SigningView; busy: boolean; onVerify: () => void }) {
  const { signing: words } = useWords()
  const when = useWhen()
  const { verified, given, expected, complete } = view
  if (!view.sealed || given < expected) return null
  const again = (
    <Button loading={busy} onClick={onVerify}>
      {words.verifyFinished}
    </Button>
  )
  if (!verified) return <Alert type="warning" showIcon title={words.notVerified} action={again} />
  if (complete) return <Alert type="success" showIcon title={words.complete(when(verified.at))} />
  const more = verified.count - verified.findings.length
  return (
    <Alert
      type="error"
      showIcon
      title={words.notIntact(verified.count)}
      description={
        <ul>
          {verified.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
          {more > 0 ? <li>{words.moreFindings(more)}</li> : null}
        </ul>
      }
      action={again}
    />
  )
}

type TableProps = {
  view: SigningView
  busy: boolean
  onAsk: (asked: Asked) => void
  onSign: (person: string) => void
}

function PeopleTable({ view, busy, onAsk, onSign }: TableProps) {
  const { signing: words } = useWords()
  const when = useWhen()
  const columns: TableColumnsType<SigningPerson> = [
    {
      title: words.person,
      key: 'name',
      render: (_, { name, role }) => (
        <>
          {name}
          <div className="soft small">{role}</div>
        </>
      ),
    },
    { title: words.key, key: 'key', render: (_, person) => <KeyCell person={person} onAsk={onAsk} /> },
    {
      title: words.answer,
      key: 'answer',
      render: (_, person) =>
        person.person === secretary ? (
          '—'
        ) : (
          <span className="row mid">
            {person.answer ? words.answers[person.answer.answer] : words.notAnswered}
            {view.frozen ? (
              <Button size="small" onClick={() => onAsk({ what: 'answer', person })}>
                {person.answer ? words.changeAnswer : words.answer}
              </Button>
            ) : null}
          </span>
        ),
    },
    {
      title: words.signature,
      key: 'signed',
      render: (_, person) => {
        if (person.signedAt) return `${words.signed} ${when(person.signedAt)}`
        if (!person.signs) return '—'
        if (person.unlocked) {
          return (
            <Button size="small" type="primary" loading={busy} onClick={() => onSign(person.person)}>
              {words.signHere}
            </Button>
          )
        }
        if (person.key?.place !== 'desk') return words.waiting
        return (
          <Button size="small" onClick={() => onAsk({ what: 'unlock', person })}>
            {words.unlock}
          </Button>
        )
      },
    },
  ]
  return <Table rowKey="person" size="small" pagination={false} columns={columns} dataSource={view.people} />
}

function KeyCell({ person, onAsk }: { person: SigningPerson; onAsk: TableProps['onAsk'] }) {
  const { signing: words } = useWords()
  const { key, request } = person
  if (key) {
    return (
      <>
        <code title={key.fingerprint}>{key.fingerprint.slice(0, 8).toUpperCase()}</code>{' '}
        <span className="soft small">{key.place === 'seat' ? words.ownDevice : words.thisLaptop}</span>{' '}
        <Button size="small" type="text" danger onClick={() => onAsk({ what: 'revoke', person })}>
          {words.revoke}
        </Button>
      </>
    )
  }
  return (
    <>
      {request ? (
        <Button size="small" type="primary" onClick={() => onAsk({ what: 'certify', person })}>
          {words.certify}
        </Button>
      ) : (
        words.noKey
      )}{' '}
      <Button size="small" onClick={() => onAsk({ what: 'make', person })}>
        {words.makeHere}
      </Button>
    </>
  )
}

/** One question about one person. */
function Dialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { signing: words } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const { person, name } = asked.person
  const done = async (act: () => Promise<SigningView>) => {
    if ((await run(act)) !== undefined) onClose()
  }
  const common = { busy, onClose }
  switch (asked.what) {
    case 'unlock':
      return (
        <AskDialog
          {...common}
          title={words.unlockAsk(name)}
          secret
          onAnswer={(pin) => void done(() => desk.signing.unlock({ round, person, pin }))}
        />
      )
    case 'make':
      return (
        <AskDialog {...common} title={words.makeAsk(name)}>
          <MakeKeyForm
            busy={busy}
            onMake={(pin, algorithm) => void done(() => desk.signing.make({ round, person, pin, algorithm }))}
          />
        </AskDialog>
      )
    case 'certify':
      return (
        <AskDialog
          {...common}
          title={words.certifyAsk(name)}
          label={words.code}
          onAnswer={(code) => void done(() => desk.signing.certify({ round, person, code }))}
        />
      )
    case 'revoke':
      return (
        <AskDialog
          {...common}
          title={words.revokeAsk(name)}
          onAnswer={(reason) => void done(() => desk.signing.revoke({ round, person, reason }))}
        />
      )
    case 'answer':
      return (
        <AskDialog {...common} title={words.answerAsk(name)}>
          <AnswerForm
            busy={busy}
            onAnswer={(given) => void done(() => desk.signing.answer({ round, expert: person, ...given }))}
          />
        </AskDialog>
      )
  }
}
