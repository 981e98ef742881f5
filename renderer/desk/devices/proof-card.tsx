/** Whether everything has arrived, in one sentence; else what has not, and what to do about each. */
import { Alert } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function ProofCard() {
  const { devices: words } = useWords().desk
  const { round } = useRound()
  const proof = useRead(() => desk.completeness.show({ round }), [round], ['sheets', 'packets', 'panel', 'devices'])
  return (
    <Shown of={proof}>
      {({ ok, pairs, waiting }) => {
        if (ok) return <Alert type="success" showIcon title={words.proofOk} />
        const missing = pairs.filter(({ state }) => state === 'missing').length
        const wrong = pairs.flatMap(({ state, ...pair }) =>
          state === 'stale' || state === 'duplicate' || state === 'altered' ? [{ ...pair, state }] : [],
        )
        return (
          <Alert
            type={wrong.length > 0 ? 'warning' : 'info'}
            showIcon
            title={missing > 0 ? words.proofMissing(missing) : words.proof}
            description={
              <ul className="plain-list">
                {wrong.map(({ expert, packet, seat, name, no, state }) => (
                  <li key={`${expert}/${packet}`}>
                    {words.pair(seat, name, no)}：{words.proofState[state]}
                  </li>
                ))}
                {waiting.map(({ chain, entries }) => (
                  <li key={chain}>{words.proofWaiting(chain, entries)}</li>
                ))}
              </ul>
            }
          />
        )
      }}
    </Shown>
  )
}
