/** What a copied scheme is called, and which document it follows. */
import { Input } from 'antd'
import { type Place, valueAt, withValue } from '#core/scheme/adopted.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { useWords } from '../../kit/words/words.ts'

export function IdentityForm({ draft, onChange }: { draft: Scheme; onChange: (draft: Scheme) => void }) {
  const { schemes: words } = useWords().desk
  const fields: [label: string, place: Place, type?: 'date'][] = [
    [words.newId, ['id']],
    [words.nameZh, ['title', 'zh-CN']],
    [words.nameEn, ['title', 'en']],
    [words.shortZh, ['short', 'zh-CN']],
    [words.shortEn, ['short', 'en']],
    [words.number, ['document', 'number']],
    [words.issuer, ['document', 'issuer']],
    [words.issued, ['document', 'issued'], 'date'],
    [words.validFrom, ['document', 'validFrom'], 'date'],
    [words.validTo, ['document', 'validTo'], 'date'],
  ]
  const put = (place: Place, value: string) => {
    const next = withValue(draft, place, place.includes('validTo') && value === '' ? null : value)
    // The eligibility part names its scheme.
    const { eligibility } = next
    onChange(eligibility ? { ...next, eligibility: { ...eligibility, scheme: next.id } } : next)
  }
  return (
    <section>
      <h2>{words.identity}</h2>
      <div className="adopted-values">
        {fields.map(([label, place, type]) => (
          <div className="adopted-value" key={place.join('.')}>
            <label htmlFor={`identity-${place.join('-')}`}>{label}</label>
            <Input
              id={`identity-${place.join('-')}`}
              type={type ?? 'text'}
              value={(valueAt(draft, place) as string | null) ?? ''}
              onChange={(event) => put(place, event.target.value)}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
