/** Several applications on one ballot: a line for each with the votes it needs, and once published, what came of it. */
import type { VoteView, WallView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { WallFoot, WallHead } from './wall-head.tsx'
import { WallTimer } from './wall-timer.tsx'

type Props = { wall: WallView; vote: VoteView; list: NonNullable<WallView['list']> }

export function ListOnWall({ wall, vote, list }: Props) {
  const { wall: words, common } = useWords()
  const say = useSay()
  const isOver = vote.state === 'closed'
  return (
    <>
      <WallHead wall={wall}>
        <WallTimer ends={wall.floor.timerEnds} />
      </WallHead>
      <h1 className="wall-list-name">
        {words.list(list.lines.length, vote.list?.maxYes ?? null, vote.list?.places ?? null)}
      </h1>
      <p className="wall-rule">
        {vote.origin.source === 'text' ? words.clause(vote.origin.clause) : null}
        {words.adopted(say(vote.rule))}
        {vote.turn > 1 ? words.turn(vote.turn) : null}
      </p>
      <ol className={`wall-lines${list.lines.length > 6 ? ' wall-lines-two' : ''}`}>
        {list.lines.map((line) => (
          <li key={line.no}>
            <span className="wall-line-no num">{line.no}</span>
            <span className="wall-line-name">{line.workshop}</span>
            {isOver && line.outcome !== null ? (
              <b className={line.passed ? 'wall-yes' : 'wall-no'}>
                {words.lineResult(line.for ?? 0, say(line.outcome))}
              </b>
            ) : (
              <span className="wall-line-needed">
                {words.linePresent(line.present, line.recused)} <b>{words.lineNeeded(line.needed)}</b>
              </span>
            )}
          </li>
        ))}
      </ol>
      {isOver ? null : (
        <ul className="wall-seats">
          {list.seats.map(({ seat, name, state }) => (
            <li key={seat} className={`wall-seat wall-${state}`}>
              <span>{common.seatNo(seat)}</span>
              <span>{name}</span>
              <strong>{words.ballot[state]}</strong>
            </li>
          ))}
        </ul>
      )}
      <WallFoot wall={wall}>
        {isOver ? null : vote.state === 'prepared' ? (
          <b>{words.prepared}</b>
        ) : (
          <>
            <b>{words.voted(list.voted, list.of)}</b>
            <span className="wall-gap" />
            <span className="soft">{words.hidden}</span>
          </>
        )}
      </WallFoot>
    </>
  )
}
