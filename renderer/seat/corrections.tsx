/** What the secretariat corrected in what was read from the form; the form itself shows the unit's own words. */
import type { FieldView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'

const plain = (value: FieldView['value']) => (typeof value === 'string' ? value : value === null ? '' : null)

/** One line, opened on demand; nothing when nothing was corrected. Identity numbers and phones stay out. */
export function Corrections({ fields }: { fields: readonly FieldView[] }) {
  const { seat: words } = useWords()
  const say = useSay()
  const corrected = fields.filter(({ correction, personal }) => correction !== null && !personal)
  if (corrected.length === 0) return null
  return (
    <details className="seat-corrections">
      <summary>{words.corrections(corrected.length)}</summary>
      <ul>
        {corrected.map(({ id, label, value, correction }) => {
          const [from, to] = [plain(correction?.from ?? null), plain(value)]
          return (
            <li key={id}>
              <b>{say(label)}</b>
              {from === null || to === null ? null : words.correctedFrom(from || words.leftEmpty, to)}
              <span className="soft"> {correction?.reason}</span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
