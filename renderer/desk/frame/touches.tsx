/** What an act that cannot be taken back touches: how many, and each by name. */
import type { ReactNode } from 'react'
import { useLang } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

export type Touch = { name: string; names: readonly string[] }

export function Touches({ touches, children }: { touches: readonly Touch[]; children?: ReactNode }) {
  const { people } = useWords().desk
  const comma = useLang(({ lang }) => (lang === 'en' ? ', ' : '、'))
  return (
    <div className="stack">
      {children}
      <dl className="touches">
        {touches
          .filter(({ names }) => names.length > 0)
          .map(({ name, names }) => (
            <div key={name}>
              <dt>{people.touches(name, names.length)}</dt>
              <dd>{names.join(comma)}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
