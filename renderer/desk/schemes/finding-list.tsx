/** What the lint found: how bad, where, why. */
import type { Finding } from '#core/scheme/lint.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  if (findings.length === 0) return <Chip tone="ok">{words.lintClean}</Chip>
  return (
    <ul className="findings" aria-live="polite">
      {findings.map(({ severity, lint, where, why }) => (
        <li key={`${lint} ${where} ${why.en}`}>
          <Chip tone={severity === 'error' ? 'no' : 'warn'}>{words[severity]}</Chip> {say(why)}
          <div className="soft small">{where}</div>
        </li>
      ))}
    </ul>
  )
}
