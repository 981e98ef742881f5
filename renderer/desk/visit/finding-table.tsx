/** What a visit saw, fact by fact, against what was claimed. Only the facts that were looked at are listed. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { FactValue } from '#core/ledger/kinds.ts'
import type { FactView } from '#host/api/shapes.ts'
import { type FactDraft, readValue } from '../../kit/fact-draft.ts'
import { FactInput } from '../../kit/fact-input.tsx'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

export type Finding = { fact: string; seen: FactDraft['value']; note: string }
type ToRecord = { fact: string; seen: boolean | string | number | number[]; note: string }

/** The findings as the host takes them; null while one of them is not complete. */
export function findingsToRecord(findings: readonly Finding[], facts: readonly FactView[]): ToRecord[] | null {
  const read = findings.map(({ fact, seen, note }) => {
    const type = facts.find(({ key }) => key === fact)?.type
    return { fact, note, seen: type === undefined ? null : readValue(type, seen) }
  })
  return read.some(({ seen }) => seen === null) ? null : (read as ToRecord[])
}

/** A fact's value in words: "是", "7.4 万元", "2、3". */
export function useFactWords(): (fact: FactView, value: FactValue | null) => string {
  const { common, desk: words } = useWords()
  const say = useSay()
  return (fact, value) => {
    if (value === null) return words.visit.notClaimed
    if (typeof value === 'boolean') return value ? common.yes : common.no
    const number = Array.isArray(value) ? value.join('、') : String(value)
    return fact.unit === null ? number : `${number} ${say(fact.unit)}`
  }
}

type Props = {
  facts: readonly FactView[]
  findings: readonly Finding[]
  locked: boolean
  onChange: (findings: readonly Finding[]) => void
}

export function FindingTable({ facts, findings, locked, onChange }: Props) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const inWords = useFactWords()
  const change = (fact: string, part: Partial<Finding>) =>
    onChange(findings.map((each) => (each.fact === fact ? { ...each, ...part } : each)))
  const left = facts.filter(({ key }) => !findings.some(({ fact }) => fact === key))
  const add = (key: string) => {
    const fact = facts.find((each) => each.key === key)
    const years = Array.isArray(fact?.value) ? fact.value.map(() => '') : ['', '']
    onChange([...findings, { fact: key, seen: fact?.type === 'counts-per-year' ? years : null, note: '' }])
  }
  return (
    <fieldset className="plain-set">
      <legend>{words.visit.findings}</legend>
      {findings.map((finding) => {
        const fact = facts.find(({ key }) => key === finding.fact)
        if (fact === undefined) return null
        const name = say(fact.name)
        return (
          <div key={finding.fact} className="finding">
            <span className="grow">
              <strong>{fact.item}</strong> {name}
              <div className="soft small">{words.visit.claimed(inWords(fact, fact.value))}</div>
            </span>
            <FactInput
              fact={fact}
              label={words.visit.seen(name)}
              value={finding.seen}
              locked={locked}
              isWrong={false}
              onChange={(seen) => change(finding.fact, { seen })}
            />
            <Input
              className="fact-note"
              aria-label={`${common.note} ${name}`}
              placeholder={common.note}
              maxLength={200}
              value={finding.note}
              onChange={(event) => change(finding.fact, { note: event.target.value })}
            />
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${common.remove} ${name}`}
              onClick={() => onChange(findings.filter((each) => each !== finding))}
            />
          </div>
        )
      })}
      {locked ? null : (
        <Select
          className="finding-add"
          aria-label={words.visit.addFinding}
          placeholder={words.visit.addFinding}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={left.map((fact) => ({ value: fact.key, label: `${fact.item} ${say(fact.name)}` }))}
          onChange={(key: string | null) => key !== null && add(key)}
        />
      )}
    </fieldset>
  )
}
