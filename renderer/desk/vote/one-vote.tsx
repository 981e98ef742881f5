/** The vote on one application: the numbers, the rule, the seats, the count, and what can be done next. */
import type { VoteView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { ReadOut } from '../../kit/read-out.tsx'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { VoteActions } from './vote-actions.tsx'

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
      {vote.quorum === null ? null : (
        <div className={vote.quorum.met ? undefined : 'vote-needed'}>
          <dt>{words.quorum}</dt>
          <dd>
            {words.heads(vote.quorum.needed)}
            {vote.quorum.met ? null : <span className="small"> {words.quorumMissed}</span>}
          </dd>
        </div>
      )}
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
          {ballot.second === '' ? null : <span className="small soft">{words.vote.onPaper(ballot.second)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Count({ vote }: { vote: VoteView }) {
  const { vote: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const { tally, paper } = vote
  if (tally === null) return null
  return (
    <div className="tally">
      <p>
        <strong>{words.tally(tally.for, tally.against, tally.abstain)}</strong>
      </p>
      {paper === null ? null : <p>{words.papers(paper.issued, paper.returned, paper.valid, paper.invalid)}</p>}
      <p>{say(tally.sentence)}</p>
      <p className="soft small">
        {vote.publishedAt === null ? words.notPublished : words.published(when(vote.publishedAt))}
      </p>
    </div>
  )
}

export type VoteProps = {
  vote: VoteView
  all: readonly VoteView[]
  open: VoteView | undefined
  next: VoteView | undefined
  ruleAdopted: boolean
}

export function OneVote(props: VoteProps) {
  const { vote } = props
  const { vote: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const voted = vote.ballots.filter(({ state }) => state === 'voted').length
  const { list, tally, origin } = vote
  return (
    <section className="grow one-vote" aria-labelledby="one-vote-title">
      <div className="row mid wrap">
        <h2 id="one-vote-title" className="grow">
          {vote.no} {vote.workshop}
        </h2>
        {tally === null ? (
          <Chip tone={vote.state === 'open' ? 'info' : 'plain'}>{words.states[vote.state]}</Chip>
        ) : (
          <Chip tone={tally.passed ? 'ok' : 'no'}>{tally.passed ? words.passed : words.failed}</Chip>
        )}
      </div>
      <p className="soft small">
        {vote.unit} · {vote.leader} · {origin.source === 'text' ? words.clause(origin.clause) : words.clauseAdopted}
        {vote.turn > 1 ? ` · ${words.turn(vote.turn, words.purposes[vote.purpose])}` : null}
        {list === null
          ? null
          : ` · ${words.onList(
              list.packets.length,
              list.maxYes === null ? '' : words.maxYesShown(list.maxYes),
              list.places === null ? '' : words.placesShown(list.places),
            )}`}
      </p>
      <Numbers vote={vote} />
      {vote.state === 'prepared' ? <p className="rule-sentence">{words.preparedHint}</p> : null}
      <Ballots vote={vote} />
      <Count vote={vote} />
      {vote.state === 'closed' && vote.publishedAt === null ? (
        <ReadOut
          key={`${vote.packet} ${vote.turn}`}
          vote={vote}
          busy={busy}
          readOut={(upTo) => run(() => desk.votes.readOut({ round, packet: vote.packet, upTo }))}
        />
      ) : null}
      {vote.earlier.map(({ turn, tally: before }) => (
        <p key={turn} className="soft small">
          {words.earlier(turn, say(before.sentence))}
        </p>
      ))}
      <div className="row mid wrap form-foot">
        <span className="grow soft">
          {vote.state === 'open' ? words.progress(voted, vote.present) : null}
          {vote.state === 'closed' ? null : <span className="small"> {words.hidden}</span>}
        </span>
        <VoteActions {...props} />
      </div>
    </section>
  )
}
