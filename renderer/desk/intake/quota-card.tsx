/** Places by recommender, level and round, counted as the document counts them; nothing where it sets none. */
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

const tones = { within: 'ok', over: 'no', over_soft: 'warn', unknown: 'info' } as const

export function QuotaCard() {
  const { intake } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const quotas = useRead(() => desk.eligibility.quotas({ round }), [round], ['packets'])
  if (!quotas.value || quotas.value.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="quota-title">
      <h2 id="quota-title">{intake.quotaTitle}</h2>
      <ul className="plain-list">
        {quotas.value.map(({ quota, recommender, level, count, most, state, text, over, clause }) => (
          <li key={[quota, recommender, level].join('/')} className="row mid wrap">
            <Chip tone={tones[state]}>{intake.quotaState[state]}</Chip>
            <strong>{`${count} / ${most ?? '—'}`}</strong>
            <span className="grow">
              {recommender ? `${recommender} · ` : ''}
              {say(over ?? text)}
            </span>
            <span className="soft small">{clause}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
