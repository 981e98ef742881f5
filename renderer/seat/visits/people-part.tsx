/** Who is on site, and since when. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../kit/words/words.ts'
import type { PartProps } from './visit-page.tsx'

function clockNow(): string {
  const now = new Date()
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

export function PeoplePart({ form, locked, onChange }: PartProps) {
  const { seat } = useWords()
  const words = seat.visits
  const [guests, setGuests] = useState(() => form.guests.join('、'))
  const set = (expert: string, arrived: string | null) =>
    onChange({ team: form.team.map((one) => (one.expert === expert ? { ...one, arrived } : one)) })
  return (
    <section className="visit-part" aria-labelledby="visit-people">
      <h3 id="visit-people">{words.people}</h3>
      <ul className="visit-rows">
        {form.team.map(({ expert, name, arrived }) => (
          <li key={expert} className="visit-row">
            <strong className="visit-name">{name}</strong>
            <Input
              type="time"
              className="visit-clock"
              aria-label={words.arrived(name)}
              disabled={locked}
              value={arrived ?? ''}
              onChange={(event) => set(expert, event.target.value || null)}
            />
            {arrived === null ? (
              <Button aria-label={words.nowFor(name)} disabled={locked} onClick={() => set(expert, clockNow())}>
                {words.now}
              </Button>
            ) : null}
            {arrived === null ? <span className="soft small">{words.absent}</span> : null}
          </li>
        ))}
      </ul>
      <label htmlFor="visit-guests">{words.guests}</label>
      <Input
        id="visit-guests"
        disabled={locked}
        maxLength={600}
        value={guests}
        onChange={(event) => {
          setGuests(event.target.value)
          const names = event.target.value.split(/[、,，;；\n]/).map((name) => name.trim())
          onChange({ guests: names.filter((name) => name !== '').map((name) => name.slice(0, 200)) })
        }}
      />
    </section>
  )
}
