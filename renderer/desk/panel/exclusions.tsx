/** Who of the pool cannot be drawn, each with a reason; those of applicant units are proposed. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { PoolView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

export type Out = { name: string; unit: string; reason: string }
export const keyOf = ({ name, unit }: Pick<Out, 'name' | 'unit'>) => `${name}/${unit}`

type Props = { free: PoolView['people']; out: readonly Out[]; onOut: (out: Out[]) => void }

export function Exclusions({ free, out, onOut }: Props) {
  const { draw: words } = useWords().desk
  const [who, setWho] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const chosen = free.find((person) => keyOf(person) === who)
  const add = () => {
    if (chosen === undefined) return
    onOut([...out, { name: chosen.name, unit: chosen.unit, reason: why.trim() }])
    setWho(null)
    setWhy('')
  }
  return (
    <fieldset className="plain-set">
      <legend>{words.exclusions}</legend>
      {out.length === 0 ? <p className="soft">{words.noExclusions}</p> : null}
      {out.map((one) => (
        <div key={keyOf(one)} className="row mid draw-out">
          <span className="grow">
            <strong>{one.name}</strong> <span className="soft small">{one.unit}</span> {one.reason}
          </span>
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={words.dropExclusion(one.name)}
            onClick={() => onOut(out.filter((other) => other !== one))}
          />
        </div>
      ))}
      <div className="row mid wrap">
        <Select
          showSearch
          optionFilterProp="label"
          className="draw-class"
          aria-label={words.excludeWho}
          placeholder={words.excludeWho}
          value={who}
          options={free.map((person) => ({ value: keyOf(person), label: `${person.name} ${person.unit}` }))}
          onChange={setWho}
        />
        <Input
          className="grow"
          maxLength={200}
          aria-label={words.excludeWhy}
          placeholder={words.excludeExample}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          onPressEnter={add}
        />
        <Button icon={<PlusOutlined aria-hidden />} disabled={chosen === undefined || why.trim() === ''} onClick={add}>
          {words.exclude}
        </Button>
      </div>
    </fieldset>
  )
}
