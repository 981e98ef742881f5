/** The input of one fact by its kind: yes or no, an amount, a count, one count for each year. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Radio } from 'antd'
import type { FactView } from '#host/api/shapes.ts'
import type { FactDraft } from './fact-draft.ts'
import { useSay } from './lang.ts'
import { useWords } from './words/words.ts'

type Props = {
  fact: Pick<FactView, 'type' | 'unit'>
  /** The accessible name. */
  label: string
  value: FactDraft['value']
  locked: boolean
  isWrong: boolean
  onChange: (value: FactDraft['value']) => void
}

function YearInputs({ label, value, locked, isWrong, onChange }: Props) {
  const { packet } = useWords().desk
  const years = Array.isArray(value) ? (value as readonly string[]) : []
  return (
    <span className="row mid">
      {years.map((typed, at) => (
        <Input
          // biome-ignore lint/suspicious/noArrayIndexKey: a year has no other name than its place
          key={at}
          className="fact-year"
          inputMode="numeric"
          aria-label={`${label} ${packet.year(at + 1)}`}
          placeholder={packet.year(at + 1)}
          disabled={locked}
          status={isWrong ? 'error' : undefined}
          value={typed}
          onChange={(event) => onChange(years.map((year, place) => (place === at ? event.target.value : year)))}
        />
      ))}
      {locked ? null : (
        <>
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={`${packet.addYear} ${label}`}
            title={packet.addYear}
            disabled={years.length >= 10}
            onClick={() => onChange([...years, ''])}
          />
          <Button
            size="small"
            icon={<MinusOutlined aria-hidden />}
            aria-label={`${packet.dropYear} ${label}`}
            title={packet.dropYear}
            disabled={years.length <= 1}
            onClick={() => onChange(years.slice(0, -1))}
          />
        </>
      )}
    </span>
  )
}

export function FactInput(props: Props) {
  const { fact, label, value, locked, isWrong, onChange } = props
  const { common } = useWords()
  const say = useSay()
  if (fact.type === 'counts-per-year') return <YearInputs {...props} />
  if (fact.type === 'yes-no') {
    return (
      <Radio.Group
        aria-label={label}
        optionType="button"
        buttonStyle="solid"
        disabled={locked}
        value={value}
        onChange={(event) => onChange(event.target.value as boolean)}
      >
        <Radio.Button value={true}>{common.yes}</Radio.Button>
        <Radio.Button value={false}>{common.no}</Radio.Button>
      </Radio.Group>
    )
  }
  return (
    <Input
      className="fact-number"
      inputMode={fact.type === 'count' ? 'numeric' : 'decimal'}
      aria-label={label}
      disabled={locked}
      status={isWrong ? 'error' : undefined}
      suffix={fact.unit === null ? undefined : say(fact.unit)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}
