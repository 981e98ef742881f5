/** "What is still missing": every point in words; a click goes to where it can be done. */
import { CheckCircleOutlined, RightOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Missing, RoundView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { go, hrefOf } from '../route.ts'
import { useRound } from './round.ts'

/** The screen on which a missing point can be done. */
export function placeOf({ gate, where }: Missing, { round, stage }: Pick<RoundView, 'round' | 'stage'>): string {
  if (where?.choice !== undefined) return hrefOf(round, 'choices', where.choice)
  if (where?.packet === undefined) return hrefOf(round, stage)
  if (gate === 'every-packet-checked') return hrefOf(round, 'packet', where.packet, 'check')
  if (gate === 'every-fact-recorded') return hrefOf(round, 'packet', where.packet, 'facts')
  return hrefOf(round, stage, where.packet)
}

export function MissingList() {
  const { desk: words } = useWords()
  const say = useSay()
  const round = useRound()
  const open = round.choices.filter(({ value, optional }) => value === null && !optional).length
  return (
    <section className="sheet missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{words.frame.missing}</h2>
      {round.missing.length === 0 ? (
        <p className="missing-none">
          <CheckCircleOutlined aria-hidden />{' '}
          {round.warnings.length === 0 ? words.frame.nothingMissing : words.frame.nothingHolds}
        </p>
      ) : (
        <ul className="missing-list">
          {round.missing.map((point) => (
            <li key={`${point.gate}/${JSON.stringify(point.where)}/${point.text.en}`}>
              <button type="button" className="missing-point" onClick={() => go(placeOf(point, round))}>
                <span className="grow">{say(point.text)}</span>
                <RightOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {round.warnings.map((warning) => (
        <p key={warning.en} className="missing-warning">
          <WarningOutlined aria-label={words.frame.warning} /> {say(warning)}
        </p>
      ))}
      {round.choices.length === 0 ? null : (
        <Button className="missing-choices" onClick={() => go(hrefOf(round.round, 'choices'))}>
          {open === 0 ? words.frame.choicesAll : words.frame.choicesOpen(open)}
        </Button>
      )}
    </section>
  )
}
