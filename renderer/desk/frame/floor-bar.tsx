/** What is before the room: put an application on every screen, time it, mute the wall; who must leave is said before. */
import { Button } from 'antd'
import type { FloorItem } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'
import { useRound } from './round.ts'

const minutes = [3, 5, 10]

type Props = {
  packet: string | undefined
  /** The order in which the desk goes through the applications; by number without. */
  agenda?: readonly string[]
}

export function FloorBar({ packet, agenda = [] }: Props) {
  const { desk: words, common } = useWords()
  const { floor: say } = words
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const floor = useRead(() => desk.floor.show({ round }), [round], ['floor', 'panel', 'round']).value
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel']).value
  if (floor === undefined) return null
  // Before it is shown: whoever is recused is told to leave first.
  const away = new Set(panel?.recusals.filter((one) => one.packet === packet).map(({ expert }) => expert))
  const leaving = (panel?.members ?? []).filter(({ expert }) => away.has(expert))
  const seats = ({ leaving: out }: Pick<FloorItem, 'leaving'>) =>
    out.map(({ seat, name }) => `${common.seatNo(seat)} ${name}`.trim()).join('、')
  const { item, next } = floor
  const isShown = item !== null && item.packet === packet
  const set = (change: Parameters<typeof desk.floor.set>[0]) => void run(() => desk.floor.set(change))
  return (
    <section className="floor-bar" aria-label={say.title}>
      {packet === undefined ? null : isShown ? (
        <Button disabled={busy} onClick={() => set({ round, packet: null })}>
          {say.clear}
        </Button>
      ) : (
        <Button disabled={busy} onClick={() => set({ round, packet, agenda: [...agenda] })}>
          {say.show}
        </Button>
      )}
      {isShown && next !== null ? (
        <Button
          disabled={busy}
          onClick={() => {
            set({ round, packet: next.packet, agenda: [...agenda] })
            go(hrefOf(round, 'deliberation', next.packet))
          }}
        >
          {say.next(`${next.no} ${next.workshop}`)}
        </Button>
      ) : null}
      {item === null ? null : floor.timerEnds === null ? (
        minutes.map((count) => (
          <Button key={count} size="small" disabled={busy} onClick={() => set({ round, timer: count * 60 })}>
            {say.timer(count)}
          </Button>
        ))
      ) : (
        <Button size="small" disabled={busy} onClick={() => set({ round, timer: null })}>
          {say.timerStop}
        </Button>
      )}
      <Button size="small" disabled={busy} onClick={() => set({ round, muted: !floor.muted })}>
        {floor.muted ? say.unmute : say.mute}
      </Button>
      <Button size="small" disabled={busy} onClick={() => set({ round, names: !floor.names })}>
        {floor.names ? say.hideNames : say.showNames}
      </Button>
      {packet === undefined ? null : isShown ? (
        <span className="floor-leaves">
          {item.leaving.length === 0 ? say.nobodyLeaves : say.leaves(seats(item))}
          {next === null || next.leaving.length === 0 ? null : `　${say.nextLeaves(next.workshop, seats(next))}`}
        </span>
      ) : (
        <span className={leaving.length === 0 ? 'soft floor-leaves' : 'panel-bad floor-leaves'}>
          {leaving.length === 0 ? say.nobodyLeaves : say.leaves(seats({ leaving }))}
        </span>
      )}
    </section>
  )
}
