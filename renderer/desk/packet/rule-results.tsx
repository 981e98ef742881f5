/** What the eligibility rules make of one application: the machine's word with its clause, and what persons decided. */
import type { EligibilityRuleView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

const tones = { met: 'ok', 'not-met': 'no', open: 'warn', na: 'plain' } as const
const first = ['not-met', 'open', 'met', 'na'] as const

function Rule({ rule }: { rule: EligibilityRuleView }) {
  const { packet: words } = useWords().desk
  const say = useSay()
  return (
    <li>
      <Chip tone={tones[rule.stands]}>{words.ruleStands[rule.stands]}</Chip>{' '}
      <span>
        {say(rule.text)} <span className="soft small">{rule.clause}</span>
        <div className="soft small">{say(rule.because)}</div>
        {rule.decision === null ? null : (
          <div className="small">{words.ruleDecided(rule.decision.person, rule.decision.reason)}</div>
        )}
      </span>
    </li>
  )
}

/** Rules that fail or wait come first; nothing is shown where the scheme has no rules. */
export function RuleResults({ packet }: { packet: string }) {
  const { packet: words } = useWords().desk
  const { round } = useRound()
  const { value } = useRead(() => desk.packets.eligibility({ round, packet }), [round, packet], ['packets'])
  if (value === undefined) return null
  const rules = value.rules.toSorted((one, other) => first.indexOf(one.stands) - first.indexOf(other.stands))
  return (
    <details className="conditions" open={value.notMet + value.open > 0}>
      <summary>{words.rules(value.rules.length, value.notMet, value.open)}</summary>
      <ul className="rule-results">
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </details>
  )
}
