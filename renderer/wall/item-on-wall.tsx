/** The application before the room: its name large, who has left for it, and who leaves for the next. */
import type { FloorItem, WallView } from '#host/api/shapes.ts'
import { useWords } from '../kit/words/words.ts'
import { nameSize, WallFoot, WallHead } from './wall-head.tsx'
import { WallTimer } from './wall-timer.tsx'

function useSeats(): (item: FloorItem) => string {
  const { common } = useWords()
  return (item) => item.leaving.map(({ seat, name }) => `${common.seatNo(seat)} ${name}`.trim()).join('、')
}

export function ItemOnWall({ wall, item }: { wall: WallView; item: FloorItem }) {
  const { wall: words, common } = useWords()
  const seats = useSeats()
  const away = new Set(item.leaving.map(({ seat }) => seat))
  const { next } = wall.floor
  return (
    <>
      <WallHead wall={wall}>
        <span className="wall-item">{words.itemNo(item.no)}</span>
        <WallTimer ends={wall.floor.timerEnds} />
      </WallHead>
      <h1 className="wall-name" style={{ fontSize: nameSize(item.workshop) }}>
        {item.workshop}
      </h1>
      <p className="wall-who">
        {words.unit} {item.unit}
        <span className="wall-gap" />
        {words.leader} {item.leader}
      </p>
      <ul className="wall-seats">
        {wall.seats.map((seat) => {
          const state = away.has(seat.seat) ? 'recused' : seat.present ? 'present' : 'absent'
          return (
            <li key={seat.seat} className={`wall-seat wall-${state === 'present' ? 'here' : state}`}>
              <span>{common.seatNo(seat.seat)}</span>
              <span>{seat.name}</span>
              <strong>{state === 'present' ? words.inRoom : words.ballot[state]}</strong>
            </li>
          )
        })}
      </ul>
      <WallFoot wall={wall}>
        {item.leaving.length === 0 ? words.nobodyLeaves : words.leaves(seats(item))}
        {next === null ? null : (
          <>
            <span className="wall-gap" />
            <span className="soft">
              {words.nextItem(`${next.no} ${next.workshop}`)}
              {next.leaving.length === 0 ? null : `　${words.leavesNext(seats(next))}`}
            </span>
          </>
        )}
      </WallFoot>
    </>
  )
}
