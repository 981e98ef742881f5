/** "What is still missing": every point in words; a click goes to where it can be done. */
import { CheckCircleOutlined, RightOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Missing, RoundView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { go, hrefOf } from '../route.ts'
import { groupMissing } from './missing-groups.ts'
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
  const panel = useRead(() => desk.panel.show({ round: round.round }), [round.round], ['panel'])
  const open = round.choices.filter(({ value }) => value === null).length
  return (
    <section className="sheet missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{words.frame.missing}</h2>
      {round.missing.length === 0 ? (
        <p className="missing-none">
          <CheckCircleOutlined aria-hidden /> {words.frame.nothingMissing}
        </p>
      ) : (
        <ul className="missing-list">
          {groupMissing(round.missing, panel.value?.members ?? []).map(({ first, count, seat }) => (
            <li key={`${first.gate}/${JSON.stringify(first.where)}/${first.text.en}`}>
              <button type="button" className="missing-point" onClick={() => go(placeOf(first, round))}>
                <span className="grow">
                  {seat === null ? say(first.text) : words.frame.missingSheets(seat.seat, seat.name, count)}
                </span>
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
