/** The wall: the open vote, or how far the room is, or what was decided. */

import type { WallView } from '#host/api/shapes.ts'
import { AppFrame } from '../kit/app-frame.tsx'
import { wallClient } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { addressed } from '../kit/key.ts'
import { useLive, type Watch } from '../kit/live.ts'
import { Empty, Shown } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { DecisionsOnWall } from './decisions-on-wall.tsx'
import { DrawOnWall } from './draw-on-wall.tsx'
import { ItemOnWall } from './item-on-wall.tsx'
import { ProgressOnWall } from './progress-on-wall.tsx'
import { VoteOnWall } from './vote-on-wall.tsx'
import { WallFoot, WallHead } from './wall-head.tsx'
import './wall.css'

const wall = wallClient()
const watch: Watch = (input, options) => wall.live.watch(input, options)
const round = addressed('round')

/** The stages in which one application at a time is before the room. */
const onItems: WallView['stage'][] = ['reading', 'visit', 'deliberation', 'vote']

/** Nothing but which meeting this is: the desk has muted the wall. */
function Muted({ wall: view }: { wall: WallView }) {
  const { wall: words } = useWords()
  return (
    <>
      <WallHead wall={view} />
      <h1 className="wall-name wall-stage-name">{view.title}</h1>
      <p className="wall-who">{words.muted}</p>
      <WallFoot wall={view}>{view.organiser}</WallFoot>
    </>
  )
}

function Wall({ round }: { round: string }) {
  useLive(watch, round)
  const reading = useRead(
    () => wall.wall.show({ round }),
    [round],
    ['round', 'panel', 'sheets', 'votes', 'result', 'seats', 'packets', 'floor'],
  )
  return (
    <Shown of={reading}>
      {(view) => {
        if (view.floor.muted) return <Muted wall={view} />
        if (view.vote !== null) return <VoteOnWall wall={view} vote={view.vote} />
        if (view.decisions !== null) return <DecisionsOnWall wall={view} decisions={view.decisions} />
        if (view.draw !== null) return <DrawOnWall wall={view} draw={view.draw} />
        const { item } = view.floor
        if (item !== null && onItems.includes(view.stage)) return <ItemOnWall wall={view} item={item} />
        return <ProgressOnWall wall={view} />
      }}
    </Shown>
  )
}

export function WallApp() {
  const { wall: words } = useWords()
  return (
    <AppFrame title={words.page}>
      <main className="wall">{round === null ? <Empty title={words.noRound} /> : <Wall round={round} />}</main>
    </AppFrame>
  )
}
