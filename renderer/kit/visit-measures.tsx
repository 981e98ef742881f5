/** What was measured or counted: numbers as they are typed, never rounded. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Measure, measure } from '#core/visits/record.ts'
import { useWords } from './words/words.ts'

type Typed = { key: number; name: string; value: string; unit: string; claimed: string; note: string }

/** A row as the record takes it; null while it is not one. */
function readRow({ key: _, claimed, ...row }: Typed) {
  const read = measure.safeParse({ ...row, value: row.value.trim(), claimed: claimed.trim() || null })
  return read.success ? read.data : null
}

type Props = {
  measures: readonly Measure[]
  locked: boolean
  /** The rows that are measurements, and whether all of them are. */
  onChange: (measures: Measure[], isWhole: boolean) => void
}

export function VisitMeasures({ measures, locked, onChange }: Props) {
  const { seat, common } = useWords()
  const words = seat.visits
  const [rows, setRows] = useState<readonly Typed[]>(() =>
    measures.map((row, key) => ({ ...row, key, claimed: row.claimed ?? '' })),
  )
  const set = (next: readonly Typed[]) => {
    setRows(next)
    const read = next.map(readRow).filter((row) => row !== null)
    onChange(read, read.length === next.length)
  }
  const change = (key: number, part: Partial<Typed>) =>
    set(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    set([...rows, { key, name: '', value: '', unit: '', claimed: '', note: '' }])
  }
  const field = (row: Typed, part: keyof Omit<Typed, 'key'>, label: string, wide = false) => (
    <Input
      className={wide ? 'visit-measure-wide' : 'visit-measure'}
      aria-label={`${label} ${row.name}`.trim()}
      placeholder={label}
      inputMode={part === 'value' || part === 'claimed' ? 'decimal' : undefined}
      status={part === 'value' && row.value !== '' && row.name !== '' && readRow(row) === null ? 'error' : undefined}
      maxLength={part === 'unit' || part === 'value' || part === 'claimed' ? 20 : 200}
      disabled={locked}
      value={row[part]}
      onChange={(event) => change(row.key, { [part]: event.target.value })}
    />
  )
  return (
    <>
      <ul className="visit-rows" aria-label={words.measures}>
        {rows.map((row) => (
          <li key={row.key} className="visit-row">
            {field(row, 'name', words.measureName, true)}
            {field(row, 'value', words.measureValue)}
            {field(row, 'unit', words.measureUnit)}
            {field(row, 'claimed', words.measureClaimed)}
            {field(row, 'note', words.measureNote, true)}
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${common.remove} ${row.name}`}
              disabled={locked}
              onClick={() => set(rows.filter((one) => one !== row))}
            />
            {row.value !== '' && readRow({ ...row, name: row.name || '—' }) === null ? (
              <span role="alert" className="item-wrong">
                {words.measureWrong}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {locked ? null : (
        <Button className="start" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {words.addMeasure}
        </Button>
      )}
    </>
  )
}
