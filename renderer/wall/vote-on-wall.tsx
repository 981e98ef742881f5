/** The vote as the room sees it: what is decided, who may decide, how many votes it takes and by which rule. */
import type { VoteView, WallView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { ListOnWall } from './list-on-wall.tsx'
import { nameSize, WallFoot, WallHead } from './wall-head.tsx'
import { WallTimer } from './wall-timer.tsx'

function Seats({ vote }: { vote: VoteView }) {
  const { wall: words, common } = useWords()
  return (
    <ul className="wall-seats">
      {vote.ballots.map((ballot) => (
        <li key={ballot.expert} className={`wall-seat wall-${ballot.choice ?? ballot.state}`}>
          <span>{common.seatNo(ballot.seat)}</span>
          <span>{ballot.name}</span>
          <strong>{ballot.choice === null ? words.ballot[ballot.state] : common.ballot[ballot.choice]}</strong>
        </li>
      ))}
    </ul>
  )
}

/** While ballots are read aloud: the count so far. */
function ReadOut({ read, of }: { read: NonNullable<WallView['readOut']>; of: number }) {
  const { wall: words } = useWords()
  return (
    <>
      <b>{words.reading(read.seats.length, of)}</b>
      <span className="wall-gap" />
      {words.soFar(read.for, read.against, read.abstain, read.invalid)}
    </>
  )
}

export function VoteOnWall({ wall, vote }: { wall: WallView; vote: VoteView }) {
  return wall.list === null ? (
    <OneOnWall wall={wall} vote={vote} />
  ) : (
    <ListOnWall wall={wall} vote={vote} list={wall.list} />
  )
}

function OneOnWall({ wall, vote }: { wall: WallView; vote: VoteView }) {
  const { wall: words } = useWords()
  const say = useSay()
  const voted = vote.ballots.filter(({ state }) => state === 'voted').length
  return (
    <>
      <WallHead wall={wall}>
        <span className="wall-item">{words.itemNo(vote.no)}</span>
        <WallTimer ends={wall.floor.timerEnds} />
      </WallHead>
      <h1 className="wall-name" style={{ fontSize: nameSize(vote.workshop) }}>
        {vote.workshop}
      </h1>
      <p className="wall-who">
        {words.unit} {vote.unit}
        <span className="wall-gap" />
        {words.leader} {vote.leader}
      </p>
      <p className="wall-numbers">
        <span>
          {words.appointed} <b>{vote.appointed}</b>
        </span>
        <span>
          {words.recused} <b>{vote.recused}</b>
        </span>
        <span>
          {words.present} <b>{vote.present}</b>
        </span>
        {vote.quorum === null ? null : (
          <span className={vote.quorum.met ? undefined : 'wall-no'}>
            {words.quorum} <b>{vote.quorum.needed}</b> {vote.quorum.met ? words.quorumMet : words.quorumMissed}
          </span>
        )}
        <span className="wall-needed">
          {words.needed} <b>{vote.needed}</b> {words.votesFor}
        </span>
      </p>
      <p className="wall-rule">
        {vote.origin.source === 'text' ? words.clause(vote.origin.clause) : null}
        {words.adopted(say(vote.rule))}
        {vote.turn > 1 ? words.turn(vote.turn) : null}
        {vote.list === null ? null : words.list(vote.list.packets.length, vote.list.maxYes, vote.list.places)}
      </p>
      <Seats vote={vote} />
      {vote.tally === null ? (
        <WallFoot wall={wall}>
          {wall.readOut !== null ? (
            <ReadOut read={wall.readOut} of={voted} />
          ) : vote.state === 'prepared' ? (
            <b>{words.prepared}</b>
          ) : (
            <>
              <b>{words.voted(voted, vote.present)}</b>
              <span className="wall-gap" />
              <span className="soft">{words.hidden}</span>
            </>
          )}
        </WallFoot>
      ) : (
        <WallFoot wall={wall}>
          <b className={vote.tally.passed ? 'wall-yes' : 'wall-no'}>
            {vote.tally.passed ? words.passed : words.failed}
          </b>
          <span className="wall-gap" />
          {say(vote.tally.sentence)}
        </WallFoot>
      )}
    </>
  )
}
