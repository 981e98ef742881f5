/** How far the room is, while nothing is voted on: the stages, and each seat's own progress. Never a mark. */
import { CheckOutlined } from '@ant-design/icons'
import type { SheetState, WallView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { WallFoot, WallHead } from './wall-head.tsx'

function Stages({ wall }: { wall: WallView }) {
  const say = useSay()
  return (
    <ol className="wall-stages">
      {wall.stages.map(({ id, name, state }) => (
        <li key={id} className={`wall-stage wall-stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' ? <CheckOutlined aria-hidden /> : null} {say(name)}
        </li>
      ))}
    </ol>
  )
}

const shown: SheetState[] = ['submitted', 'draft', 'seen', 'unseen', 'recused']

export function ProgressOnWall({ wall }: { wall: WallView }) {
  const { wall: words, common } = useWords()
  const say = useSay()
  const now = wall.stages.find(({ id }) => id === wall.stage)
  const isScoring = wall.stage === 'reading'
  const isVoting = wall.stage === 'vote'
  return (
    <>
      <WallHead wall={wall} />
      <h1 className="wall-name wall-stage-name">{now === undefined ? wall.title : say(now.name)}</h1>
      <Stages wall={wall} />
      {isScoring ? (
        <p className="wall-numbers">
          {shown.map((state) => (
            <span key={state}>
              <span className={`mark wall-mark mark-${state}`} aria-hidden /> {common.sheetState[state]}{' '}
              <b>{wall.counts[state]}</b>
            </span>
          ))}
        </p>
      ) : null}
      {isVoting ? <p className="wall-numbers">{words.votesDone(wall.voteDone, wall.voteOf)}</p> : null}
      <ul className="wall-seats">
        {wall.seats.map((seat) => {
          const isDone = isScoring && seat.of > 0 && seat.submitted === seat.of
          return (
            <li key={seat.seat} className={`wall-seat ${isDone ? 'wall-voted' : seat.joined ? '' : 'wall-absent'}`}>
              <span>{common.seatNo(seat.seat)}</span>
              <span>{seat.name}</span>
              <strong>
                {isDone
                  ? words.allSubmitted
                  : isScoring
                    ? words.submitted(seat.submitted, seat.of)
                    : seat.joined
                      ? words.here
                      : words.away}
              </strong>
            </li>
          )
        })}
      </ul>
      <WallFoot wall={wall}>{wall.organiser}</WallFoot>
    </>
  )
}
