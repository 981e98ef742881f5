/** What the desk has put before the room, on every seat; whoever must leave is told so, and before. */
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { MeView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { useWords } from '../kit/words/words.ts'

const onItems: MeView['stage'][] = ['reading', 'visit', 'deliberation']

type Props = {
  me: MeView
  /** Turns this seat to the papers of the item; not for somebody recused from it. */
  onItem?: (packet: string) => void
}

export function FloorStrip({ me, onItem }: Props) {
  const { seat: words, common } = useWords()
  const { floorStrip: say } = words
  const { round, expert } = me
  const floor = useRead(() => seatClient().floor.show({ round }), [round], ['floor', 'panel', 'round']).value
  const item = floor?.item ?? null
  const isOut = item?.leaving.some((one) => one.expert === expert) === true
  const isOutNext = floor?.next?.leaving.some((one) => one.expert === expert) === true
  const packet = item === null || isOut ? null : item.packet
  const follow = useRef(onItem)
  follow.current = onItem
  // The desk leads: what comes before the room also comes on the screen, once.
  useEffect(() => {
    if (packet !== null && me.stage === 'deliberation') follow.current?.(packet)
  }, [packet, me.stage])
  // A vote says itself who has a ballot, and why not.
  if (item === null || !onItems.includes(me.stage)) return null
  const others = item.leaving.filter((one) => one.expert !== expert)
  return (
    <section className={`floor-strip${isOut ? ' floor-strip-out' : ''}`} aria-label={say.title} aria-live="polite">
      <strong>{say.now(`${item.no} ${item.workshop}`)}</strong>
      {isOut ? <strong className="floor-strip-leave">{say.youLeave}</strong> : null}
      {others.length > 0 ? (
        <span>{say.others(others.map(({ seat, name }) => `${common.seatNo(seat)} ${name}`.trim()).join('、'))}</span>
      ) : null}
      {isOutNext && floor?.next ? (
        <span className="floor-strip-leave">{say.youLeaveNext(floor.next.workshop)}</span>
      ) : null}
      {packet !== null && onItem !== undefined ? (
        <Button size="small" onClick={() => onItem(packet)}>
          {say.show}
        </Button>
      ) : null}
    </section>
  )
}
