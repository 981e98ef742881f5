/** A help beside the months to retirement: the statutory date from a day of birth. The clerk takes it over, or not. */
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type RetirementGroup, retirementGroups, retirementOf } from '#core/calendar/retirement.ts'
import { useWords } from '../../kit/words/words.ts'

const isDay = (words: string) => /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words))

export function RetirementHelp({ onTake }: { onTake: (months: string) => void }) {
  const { retirement: words } = useWords().desk.eligibility
  const [born, setBorn] = useState('')
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10))
  const [group, setGroup] = useState<RetirementGroup>('men')
  const found = isDay(born) && isDay(on) ? retirementOf({ born, group, on }) : null
  const left = found?.monthsLeft ?? null
  return (
    <details className="retirement-help">
      <summary>{words.title}</summary>
      <div className="row mid wrap">
        <label htmlFor="retirement-born">{words.born}</label>
        <Input
          id="retirement-born"
          className="retirement-day"
          type="date"
          value={born}
          onChange={(event) => setBorn(event.target.value)}
        />
        <Select
          className="eligibility-word"
          aria-label={words.group}
          value={group}
          options={retirementGroups.map((value) => ({ value, label: words.groups[value] }))}
          onChange={(chosen) => setGroup(chosen)}
        />
        <label htmlFor="retirement-on">{words.on}</label>
        <Input
          id="retirement-on"
          className="retirement-day"
          type="date"
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      {found === null || left === null ? null : (
        <div className="row mid wrap" role="status">
          <span>{words.found(found.date, found.age.years, found.age.months, left)}</span>
          {left < 0 ? null : (
            <Button size="small" onClick={() => onTake(String(left))}>
              {words.take}
            </Button>
          )}
        </div>
      )}
      <p className="soft small">{words.warning}</p>
    </details>
  )
}
