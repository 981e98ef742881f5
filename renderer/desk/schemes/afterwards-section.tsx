/** What follows the review: publicity, money, consequences and yearly duties, each with its clause. */
import type { ReactNode } from 'react'
import type { Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Afterwards = NonNullable<Scheme['afterwards']>

function Clause({ clause }: { clause: string | null }) {
  const { schemes: words } = useWords().desk
  return clause === null ? (
    <span className="origin origin-adopted" title={words.adoptedHint}>
      {words.adopted}
    </span>
  ) : (
    <span className="origin origin-text">{clause}</span>
  )
}

function Publicity({ publicity }: { publicity: Afterwards['publicity'] }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const { length, suggested, place, before, clause } = publicity
  const shown = length ?? suggested
  return (
    <div>
      {shown ? words.days(shown.days, shown.unit === 'working') : words.daysOpen}{' '}
      <Clause clause={length ? clause : null} />
      {place ? <div>{say(place)}</div> : null}
      {before ? <div className="soft small">{words.publicityBefore(say(before))}</div> : null}
    </div>
  )
}

function Money({ money }: { money: Afterwards['money'] }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  return (
    <>
      <div>
        {money.subsidies.map(({ level, wan }) => (
          <span key={level} className="value">
            {level} {wan === null ? words.wanOpen : words.wan(wan)}
          </span>
        ))}
        <Clause clause={money.clause} />
      </div>
      {money.difference ? (
        <div>
          {words.difference} <Clause clause={money.difference} />
        </div>
      ) : null}
      {[money.matching, money.noDouble].map((rule) =>
        rule ? (
          <div key={rule.text.en}>
            {say(rule.text)} <Clause clause={rule.clause} />
          </div>
        ) : null,
      )}
      {money.prize ? (
        <div>
          {words.prize(money.prize.wan)} <Clause clause={money.prize.clause} />
        </div>
      ) : null}
    </>
  )
}

export function AfterwardsSection({ afterwards }: { afterwards: Afterwards }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const { publicity, money, period, watch, ban, steps, grounds, reminders } = afterwards
  const rows: [label: string, value: ReactNode][] = [
    [words.publicity, <Publicity key="publicity" publicity={publicity} />],
    [words.money, <Money key="money" money={money} />],
  ]
  const spans = [
    [words.period, period],
    [words.watch, watch],
    [words.ban, ban],
  ] as const
  for (const [label, span] of spans) {
    if (!span) continue
    rows.push([
      label,
      <div key={label}>
        {words.months(span.months)} <Clause clause={span.clause} />
      </div>,
    ])
  }
  const lists = [
    [words.consequences, steps],
    [words.grounds, grounds],
    [words.reminders, reminders],
  ] as const
  for (const [label, list] of lists) {
    if (list.length === 0) continue
    rows.push([
      label,
      list.map(({ text, clause }) => (
        <div key={`${clause} ${text.en}`}>
          {say(text)} <Clause clause={clause} />
        </div>
      )),
    ])
  }
  return (
    <section aria-labelledby="afterwards">
      <h2 id="afterwards">{words.afterwards}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label} className="facts-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
