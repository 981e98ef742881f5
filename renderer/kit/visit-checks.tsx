/** Points without a countable fact: items that experts judge, conditions of the document. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Radio, Select } from 'antd'
import type { VisitCheck } from '#core/visits/record.ts'
import type { VisitPoint } from '#host/api/shapes.ts'
import { useSay } from './lang.ts'
import { useWords } from './words/words.ts'

type Props = {
  points: readonly VisitPoint[]
  checks: readonly VisitCheck[]
  locked: boolean
  onChange: (checks: VisitCheck[]) => void
}

export function VisitChecks({ points: all, checks, locked, onChange }: Props) {
  const { seat, common } = useWords()
  const words = seat.visits
  const say = useSay()
  const points = new Map(all.map((point) => [point.id, point]))
  const left = all.filter(({ id }) => !checks.some(({ about }) => about === id))
  const change = (about: string, part: Partial<VisitCheck>) =>
    onChange(checks.map((one) => (one.about === about ? { ...one, ...part } : one)))
  const nameOf = (id: string) => {
    const point = points.get(id)
    if (!point) return id
    return point.kind === 'item' ? `${id} ${say(point.name)}` : say(point.name)
  }
  return (
    <>
      <ul className="visit-rows" aria-label={words.checks}>
        {checks.map(({ about, seen, verdict }) => {
          const point = points.get(about)
          const name = nameOf(about)
          return (
            <li key={about} className="visit-row">
              <span className="visit-fact-name">
                <strong>{name}</strong>
                {point ? <span className="soft small">{say(point.text)}</span> : null}
              </span>
              <Radio.Group
                optionType="button"
                buttonStyle="solid"
                aria-label={name}
                disabled={locked}
                value={verdict}
                onChange={(event) => change(about, { verdict: event.target.value as VisitCheck['verdict'] })}
              >
                <Radio.Button value="agrees">{words.agrees}</Radio.Button>
                <Radio.Button value="differs">{words.differs}</Radio.Button>
                <Radio.Button value="not-seen">{words.notSeen}</Radio.Button>
              </Radio.Group>
              <Input.TextArea
                className="visit-note"
                aria-label={words.checkSeen(name)}
                placeholder={words.checkHint}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={2_000}
                disabled={locked}
                value={seen}
                onChange={(event) => change(about, { seen: event.target.value })}
              />
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${common.remove} ${name}`}
                disabled={locked}
                onClick={() => onChange(checks.filter((one) => one.about !== about))}
              />
            </li>
          )
        })}
      </ul>
      {locked || left.length === 0 ? null : (
        <Select
          className="visit-add"
          aria-label={words.addCheck}
          placeholder={words.addCheck}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={left.map(({ id, text }) => ({ value: id, label: `${nameOf(id)}　${say(text)}` }))}
          onChange={(about: string | null) => {
            if (about === null) return
            const point = points.get(about)
            const claimed = point ? say(point.text).slice(0, 2_000) : ''
            onChange([...checks, { about, claimed, seen: '', verdict: 'agrees' }])
          }}
        />
      )}
    </>
  )
}
