/** The input of one fact of eligibility, by its kind. What is typed is checked by the host. */
import { AutoComplete, Button, Input, InputNumber, Radio, Select } from 'antd'
import type { EligibilityFactView, EligibilityValue } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = {
  fact: EligibilityFactView
  label: string
  value: EligibilityValue | undefined
  locked: boolean
  onChange: (value: EligibilityValue) => void
}

/** A whole number travels as a number, everything else as it was typed. */
function typed(kind: EligibilityFactView['type'], words: string): EligibilityValue {
  return kind === 'count' && /^\d{1,9}$/.test(words) ? Number(words) : words
}

function ContestInput({ fact, label, value, locked, onChange }: Props) {
  const { eligibility: words } = useWords().desk
  const [level, place] = Array.isArray(value) ? value : []
  const options = (fact.words ?? []).map((word) => ({ value: word, label: word }))
  return (
    <>
      <Select
        className="eligibility-word"
        aria-label={`${label} ${words.level}`}
        placeholder={words.level}
        disabled={locked}
        value={typeof level === 'string' ? level : null}
        options={options}
        onChange={(chosen) => onChange([chosen, typeof place === 'number' ? place : 1])}
      />
      <InputNumber
        min={1}
        max={999}
        precision={0}
        aria-label={`${label} ${words.place}`}
        disabled={locked || typeof level !== 'string'}
        value={typeof place === 'number' ? place : null}
        onChange={(chosen) => onChange([level ?? '', chosen ?? 1])}
      />
    </>
  )
}

function ValueInput(props: Props) {
  const { fact, label, value, locked, onChange } = props
  const { eligibility: words } = useWords().desk
  switch (fact.type) {
    case 'yes-no':
      return (
        <Radio.Group
          aria-label={label}
          disabled={locked}
          value={value ?? undefined}
          onChange={(event) => onChange(event.target.value as boolean)}
        >
          <Radio value={true}>{words.yes}</Radio>
          <Radio value={false}>{words.no}</Radio>
        </Radio.Group>
      )
    case 'word':
      return (
        <Select
          className="eligibility-word"
          aria-label={label}
          disabled={locked}
          value={typeof value === 'string' ? value : null}
          options={(fact.words ?? []).map((word) => ({ value: word, label: word }))}
          onChange={(chosen) => onChange(chosen)}
        />
      )
    case 'names':
      return (
        <Select
          className="eligibility-names"
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={label}
          disabled={locked}
          value={Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []}
          onChange={(chosen: string[]) => onChange(chosen)}
        />
      )
    case 'contest':
      return <ContestInput {...props} />
    case 'name':
      return (
        <AutoComplete
          className="eligibility-words"
          aria-label={label}
          disabled={locked}
          value={typeof value === 'string' ? value : ''}
          options={fact.suggested.map((word) => ({ value: word }))}
          showSearch={{ filterOption: (typedIn, option) => String(option?.value).includes(typedIn) }}
          onChange={(words: string) => onChange(words)}
        />
      )
    default:
      return (
        <Input
          className="eligibility-words"
          aria-label={label}
          disabled={locked}
          placeholder={fact.type === 'moment' ? '2026-05-30T18:00:00+08:00' : ''}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={(event) => onChange(typed(fact.type, event.target.value.trim()))}
        />
      )
  }
}

export function FactValueInput(props: Props) {
  const { fact, value, locked, onChange } = props
  const { eligibility: words } = useWords().desk
  const say = useSay()
  return (
    <span className="row mid wrap">
      <ValueInput {...props} />
      {fact.unit === null ? null : <span className="soft">{say(fact.unit)}</span>}
      {!fact.canBeNone || locked ? null : (
        <Button
          size="small"
          type={value === null ? 'primary' : 'default'}
          aria-pressed={value === null}
          aria-label={`${props.label} ${words.none}`}
          onClick={() => onChange(null)}
        >
          {words.none}
        </Button>
      )}
    </span>
  )
}
