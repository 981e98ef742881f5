/** A column of applications with a mark for those already done; the stages that go from one to the next share it. */
import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useWords } from '../../kit/words/words.ts'
import { go, hrefOf, type View } from '../route.ts'
import { useRound } from './round.ts'

type Entry = { packet: string; no: number; workshop: string; isDone: boolean; word: string }

type Props = { view: View; list: Entry[]; chosen: string | undefined; head?: ReactNode }

export function PacketPicker({ view, list, chosen, head }: Props) {
  const { frame } = useWords().desk
  const { round } = useRound()
  return (
    <nav className="picker" aria-label={frame.applications}>
      {head}
      {list.map(({ packet, no, workshop, isDone, word }) => (
        <button
          key={packet}
          type="button"
          className={`picker-entry${packet === chosen ? ' picker-chosen' : ''}`}
          aria-current={packet === chosen ? 'true' : undefined}
          onClick={() => go(hrefOf(round, view, packet))}
        >
          <span className="picker-name">
            {no} {workshop}
          </span>
          <span className={isDone ? 'picker-done' : 'soft'}>
            {isDone ? <CheckOutlined aria-hidden /> : null} {word}
          </span>
        </button>
      ))}
    </nav>
  )
}

/** The application asked for, else the first that is not done, else the first. */
export function chosenOf<T extends { packet: string }>(
  list: readonly T[],
  wanted: string | null,
  isDone: (entry: T) => boolean,
): T | undefined {
  return list.find(({ packet }) => packet === wanted) ?? list.find((entry) => !isDone(entry)) ?? list[0]
}
