/** One adopted value with the input that fits its kind. */
import { Input, InputNumber, Radio } from 'antd'
import { useId } from 'react'
import type { Text } from '#core/lang.ts'
import { type AdoptedValue, valueAt, withValue } from '#core/scheme/adopted.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Change = { value: AdoptedValue; draft: Scheme; onChange: (draft: Scheme) => void }

function Field({ id, value, draft, onChange }: Change & { id: string }) {
  const { schemes: words } = useWords().desk
  const now = valueAt(draft, value.place)
  const put = (next: unknown) => onChange(withValue(draft, value.place, next))
  switch (value.kind) {
    case 'count':
      return (
        <InputNumber id={id} min={1} max={99} precision={0} value={now as number} onChange={(next) => put(next ?? 1)} />
      )
    case 'decimal':
      return (
        <Input
          id={id}
          className="short"
          inputMode="decimal"
          value={now as string}
          onChange={(event) => put(event.target.value.trim())}
        />
      )
    case 'template':
      return <Input id={id} value={now as string} onChange={(event) => put(event.target.value)} />
    case 'parity':
      return (
        <Radio.Group id={id} value={now} onChange={(event) => put(event.target.value)}>
          <Radio value="odd">{words.odd}</Radio>
          <Radio value="any">{words.anyParity}</Radio>
        </Radio.Group>
      )
    case 'words': {
      const said = now as Text
      return (
        <div className="both-languages">
          <Input
            id={id}
            value={said['zh-CN']}
            aria-label={words.chinese}
            onChange={(event) => put({ ...said, 'zh-CN': event.target.value })}
          />
          <Input
            value={said.en}
            aria-label={words.english}
            onChange={(event) => put({ ...said, en: event.target.value })}
          />
        </div>
      )
    }
  }
}

export function AdoptedValueInput({ value, draft, onChange }: Change) {
  const say = useSay()
  const id = useId()
  return (
    <div className="adopted-value">
      <label htmlFor={id}>{say(value.label)}</label>
      <Field id={id} value={value} draft={draft} onChange={onChange} />
    </div>
  )
}
