/** The vote on one application: the numbers, the seats, and the one button that opens or closes it. */
import { App, Button } from 'antd'
import type { VoteView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'

function Numbers({ vote }: { vote: VoteView }) {
  const { vote: words } = useWords().desk
  const cells = [
    [words.appointed, vote.appointed],
    [words.recused, vote.recused],
    [words.entitled, vote.entitled],
    [words.present, vote.present],
  ] as const
  return (
    <dl className="vote-numbers">
      {cells.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      <div className="vote-needed">
        <dt>{words.needed}</dt>
        <dd>{words.votes(vote.needed)}</dd>
      </div>
    </dl>
  )
}

function Ballots({ vote }: { vote: VoteView }) {
  const { desk: words, common } = useWords()
  return (
    <ul className="ballots">
      {vote.ballots.map((ballot) => (
        <li key={ballot.expert} className={`ballot ballot-${ballot.choice ?? ballot.state}`}>
          <span className="small">{common.seatNo(ballot.seat)}</span>
          <span>{ballot.name}</span>
          <strong>{ballot.choice === null ? words.vote.ballot[ballot.state] : common.ballot[ballot.choice]}</strong>
        </li>
      ))}
    </ul>
  )
}

type Props = { vote: VoteView; open: VoteView | undefined; next: VoteView | undefined; ruleAdopted: boolean }

function CloseVote({ vote }: { vote: VoteView }) {
  const { desk: words, common } = useWords()
  const { modal } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const waiting = vote.ballots.filter(({ state }) => state === 'waiting')
  const ask = () =>
    modal.confirm({
      title: words.vote.closeAsk(vote.workshop),
      content: words.vote.closeMeans,
      okText: words.vote.close,
      cancelText: common.cancel,
      onOk: () => run(() => desk.votes.close({ round, packet: vote.packet })),
    })
  const explain = () =>
    modal.info({
      title: words.vote.stillWaiting(waiting.length),
      content: words.vote.closeWaiting(waiting.map(({ seat, name }) => `${common.seatNo(seat)} ${name}`).join('、')),
      okText: words.vote.understood,
    })
  if (waiting.length > 0) {
    return (
      <Button size="large" className="still-missing" onClick={explain}>
        {words.vote.stillWaiting(waiting.length)}
      </Button>
    )
  }
  return (
    <Button type="primary" size="large" loading={busy} onClick={ask}>
      {words.vote.close}
    </Button>
  )
}

function VoteButton({ vote, open, next, ruleAdopted }: Props) {
  const { vote: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('vote')
  const { run, busy } = useDeskAct()
  if (!may) return null
  if (vote.state === 'open') return <CloseVote vote={vote} />
  const other = open ?? (vote.state === 'closed' ? next : undefined)
  if (other !== undefined) {
    return (
      <Button
        size="large"
        type={open === undefined ? 'primary' : 'default'}
        onClick={() => go(hrefOf(round, 'vote', other.packet))}
      >
        {open === undefined ? words.next(other.workshop) : words.otherOpen(other.workshop)}
      </Button>
    )
  }
  if (vote.state === 'closed') return null
  const begin = async () => {
    const opened = await run(() => desk.votes.open({ round, packet: vote.packet }))
    // The address keeps this application on the screen after its vote is closed, so that the tally is seen.
    if (opened !== undefined) go(hrefOf(round, 'vote', vote.packet))
  }
  return (
    <Button type="primary" size="large" loading={busy} disabled={!ruleAdopted} onClick={() => void begin()}>
      {words.open}
    </Button>
  )
}

export function OneVote(props: Props) {
  const { vote } = props
  const { vote: words } = useWords().desk
  const say = useSay()
  const voted = vote.ballots.filter(({ state }) => state === 'voted').length
  return (
    <section className="grow one-vote" aria-labelledby="one-vote-title">
      <div className="row mid wrap">
        <h2 id="one-vote-title" className="grow">
          {vote.no} {vote.workshop}
        </h2>
        {vote.tally === null ? (
          <Chip tone={vote.state === 'open' ? 'info' : 'plain'}>{words.states[vote.state]}</Chip>
        ) : (
          <Chip tone={vote.tally.passed ? 'ok' : 'no'}>{vote.tally.passed ? words.passed : words.failed}</Chip>
        )}
      </div>
      <p className="soft small">
        {vote.unit} · {vote.leader}
      </p>
      <Numbers vote={vote} />
      <Ballots vote={vote} />
      {vote.tally === null ? null : (
        <div className="tally">
          <p>
            <strong>{words.tally(vote.tally.for, vote.tally.against, vote.tally.abstain)}</strong>
          </p>
          <p>{say(vote.tally.sentence)}</p>
        </div>
      )}
      <div className="row mid form-foot">
        <span className="grow soft">
          {vote.state === 'open' ? words.progress(voted, vote.present) : null}
          {vote.state === 'closed' ? null : <span className="small"> {words.hidden}</span>}
        </span>
        <VoteButton {...props} />
      </div>
    </section>
  )
}
