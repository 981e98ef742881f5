/** The stages of the round in a row: done, now, ahead. Each can be looked at. */
import { CheckOutlined } from '@ant-design/icons'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { go, hrefOf, type View } from '../route.ts'
import { useRound } from './round.ts'

export function Ribbon({ view }: { view: View | null }) {
  const { frame } = useWords().desk
  const say = useSay()
  const { round, stage, stages } = useRound()
  const shown = view ?? stage
  return (
    <nav className="ribbon" aria-label={frame.stages}>
      {stages.map(({ id, name, state }) => (
        <button
          key={id}
          type="button"
          className={`ribbon-stage ribbon-${state}${id === shown ? ' ribbon-shown' : ''}`}
          aria-current={state === 'now' ? 'step' : undefined}
          aria-pressed={id === shown}
          onClick={() => go(hrefOf(round, id))}
        >
          {state === 'done' ? <CheckOutlined aria-label={frame.done} /> : null} {say(name)}
        </button>
      ))}
    </nav>
  )
}
