/** The parts of a scheme's page, to jump to. */
import type { Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

/** Scrolls to a part; the address stays the page's own. */
export function jump(anchor: string): void {
  document.getElementById(anchor)?.scrollIntoView({ behavior: 'smooth', block: 'start' })
}

export function PageNav({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const parts: [anchor: string, label: string][] = [
    ['articles', words.articles],
    ['conditions', words.conditions],
    ['materials', words.materials],
    ...scheme.activities.map(({ id, name }): [string, string] => [`activity-${id}`, say(name)]),
    ...(scheme.afterwards ? [['afterwards', words.afterwards] as [string, string]] : []),
    ...scheme.rubrics.map(({ id, title }): [string, string] => [`rubric-${id}`, say(title)]),
    ['choices', words.choicesShort],
    ['findings', words.findings],
  ]
  return (
    <nav className="page-nav" aria-label={words.parts}>
      {parts.map(([anchor, label]) => (
        <button key={anchor} type="button" className="reference" onClick={() => jump(anchor)}>
          <span>{label}</span>
        </button>
      ))}
    </nav>
  )
}
