/** Holidays and make-up days: publicity periods are counted by them. A new year, or a region's days, come as a table. */
import { Input } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { TableFile } from './table-file.tsx'

/** "2004—2026" for a run of years, the single years else. */
function spanOf(years: readonly number[]): string {
  const [first = 0] = years
  const isRun = years.length > 2 && years.every((year, index) => year === first + index)
  return isRun ? `${first}—${years.at(-1)}` : years.join('、')
}

export function CalendarCard() {
  const { device } = useWords().desk
  const { run, busy } = useDeskAct()
  const [region, setRegion] = useState('')
  const calendars = useRead(() => desk.calendars.list({}), [], [])
  const take = async (act: () => Promise<unknown>) => {
    await run(act)
    calendars.again()
  }
  return (
    <section className="sheet" aria-labelledby="calendar-title">
      <div className="row mid sheet-head">
        <h2 id="calendar-title">{device.calendar}</h2>
        <span className="grow" />
        <Input
          className="calendar-region"
          aria-label={device.calendarRegion}
          placeholder={device.calendarRegion}
          value={region}
          onChange={({ target }) => setRegion(target.value)}
        />
        <TableFile
          name={device.calendarImport}
          busy={busy}
          byPath={(path) => void take(() => desk.calendars.import({ path, region: region.trim() }))}
          byFile={(file) => void take(() => desk.calendars.upload({ file, region: region.trim() }))}
        />
      </div>
      <p className="soft">{device.calendarHint}</p>
      <Shown of={calendars}>
        {(list) => (
          <ul className="findings">
            {list.map((calendar) => (
              <li className="finding" key={`${calendar.region}/${calendar.source ?? ''}`}>
                <strong>{calendar.region || device.calendarNationwide}</strong>
                <span>{spanOf(calendar.years)}</span>
                <span className="soft">{calendar.source ?? device.calendarShipped}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}
