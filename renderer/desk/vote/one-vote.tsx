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

type Props = { vote: VoteView; open: VoteView | undefined; ruleAdopted: boolean }

function VoteButton({ vote, open, ruleAdopted }: Props) {
  const { desk: words, common } = useWords()
  const { modal } = App.useApp()
  const { round } = useRound()
  const may = useMay('vote')
  const { run, busy } = useDeskAct()
  const waiting = vote.ballots.filter(({ state }) => state === 'waiting').length
  const ask = () =>
    modal.confirm({
      title: words.vote.closeAsk(vote.workshop),
      content: waiting > 0 ? words.vote.closeWaiting(waiting) : words.vote.closeMeans,
      okText: words.vote.close,
      cancelText: common.cancel,
      onOk: () => run(() => desk.votes.close({ round, packet: vote.packet })),
    })
  if (vote.state === 'closed' || !may) return null
  if (vote.state === 'open') {
    return (
      <Button type="primary" size="large" loading={busy} onClick={ask}>
        {waiting > 0 ? words.vote.closeStill(waiting) : words.vote.close}
      </Button>
    )
  }
  if (open !== undefined) {
    return (
      <Button size="large" onClick={() => go(hrefOf(round, 'vote', open.packet))}>
        {words.vote.otherOpen(open.workshop)}
      </Button>
    )
  }
  return (
    <Button
      type="primary"
      size="large"
      loading={busy}
      disabled={!ruleAdopted}
      onClick={() => void run(() => desk.votes.open({ round, packet: vote.packet }))}
    >
      {words.vote.open}
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
