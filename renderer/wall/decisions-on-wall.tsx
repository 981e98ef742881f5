/** What was decided, once the result is frozen. */
import type { WallView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { WallFoot, WallHead } from './wall-head.tsx'

export function DecisionsOnWall(props: { wall: WallView; decisions: NonNullable<WallView['decisions']> }) {
  const { wall, decisions } = props
  const { wall: words } = useWords()
  const say = useSay()
  return (
    <>
      <WallHead wall={wall} />
      <h1 className="wall-name wall-stage-name">{words.results}</h1>
      <ol className={`wall-decisions${decisions.length > 7 ? ' wall-decisions-two' : ''}`}>
        {decisions.map(({ no, workshop, decision, tally }) => (
          <li key={no}>
            <span className="wall-decision-name">
              {no} {workshop}
            </span>
            <strong>{say(decision)}</strong>
            {tally === null ? null : <span className="soft">{tally}</span>}
          </li>
        ))}
      </ol>
      <WallFoot wall={wall}>{wall.organiser}</WallFoot>
    </>
  )
}
