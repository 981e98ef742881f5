/** The facts one by one: as claimed, as seen, and what follows for the points at once. */
import { Alert, Input, Radio } from 'antd'
import { Fraction } from 'fraction.js'
import { useState } from 'react'
import type { FactValue } from '#core/ledger/kinds.ts'
import type { Facts } from '#core/rubric/facts.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { whatFollows } from '#core/visits/follows.ts'
import type { FactView, VisitForm } from '#host/api/shapes.ts'
import { type FactDraft, readValue, writtenDraft } from '../../kit/fact-draft.ts'
import { FactInput } from '../../kit/fact-input.tsx'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import type { PartProps } from './visit-page.tsx'

type Finding = VisitForm['findings'][number]

export function FactsPart({ form, visit, locked, onChange, rubric }: PartProps & { rubric: Rubric | null }) {
  const { seat } = useWords()
  const words = seat.visits
  if (visit.facts.length === 0) return null
  const set = (fact: string, finding: Finding | null) =>
    onChange({
      findings: [...form.findings.filter((one) => one.fact !== fact), ...(finding ? [finding] : [])],
    })
  return (
    <section className="visit-part" aria-labelledby="visit-facts">
      <h3 id="visit-facts">{words.facts}</h3>
      <p className="soft small">{words.factsHint}</p>
      <ul className="visit-rows">
        {visit.facts.map((fact) => (
          <FactLine
            key={fact.key}
            fact={fact}
            finding={form.findings.find((one) => one.fact === fact.key)}
            locked={locked}
            onFinding={(finding) => set(fact.key, finding)}
          />
        ))}
      </ul>
      {rubric ? <Follows rubric={rubric} facts={visit.facts} findings={form.findings} /> : null}
    </section>
  )
}

/** The points of the items that change, before and after; the same rules as at the host. */
export function Follows(props: { rubric: Rubric; facts: readonly FactView[]; findings: readonly Finding[] }) {
  const { seat } = useWords()
  const words = seat.visits
  const say = useSay()
  const before: Facts = Object.fromEntries(props.facts.map(({ key, value }) => [key, value]))
  const after: Facts = { ...before, ...Object.fromEntries(props.findings.map(({ fact, seen }) => [fact, seen])) }
  const follows = whatFollows(props.rubric, { before, after })
  if (follows.length === 0) return null
  const points = (value: string | null) => value ?? words.expertDecides
  return (
    <Alert
      type="warning"
      role="status"
      title={words.follows}
      description={
        <ul className="visit-follows">
          {follows.map(({ item, name, max, before: was, after: is, because }) => (
            <li key={item}>
              <strong className="num">{words.follow(`${item} ${say(name)}`, points(was), points(is), max)}</strong>
              <div className="small">{say(because)}</div>
            </li>
          ))}
        </ul>
      }
    />
  )
}

type LineProps = {
  fact: FactView
  finding: Finding | undefined
  locked: boolean
  onFinding: (finding: Finding | null) => void
}

function isEqual(a: FactValue | null, b: FactValue | null): boolean {
  // "7.40" and "7.4" are one number; a value that is no decimal is compared as it stands.
  const number = (value: FactValue | null) =>
    typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? new Fraction(value).toFraction() : JSON.stringify(value)
  return number(a) === number(b)
}

function FactLine({ fact, finding, locked, onFinding }: LineProps) {
  const { seat, common } = useWords()
  const words = seat.visits
  const say = useSay()
  const name = say(fact.name)
  const [typed, setTyped] = useState<FactDraft['value']>(() =>
    finding ? writtenDraft({ ...fact, value: finding.seen as FactView['value'] }).value : null,
  )
  const [isDiffering, setDiffering] = useState(finding !== undefined && !isEqual(finding.seen, fact.value))
  const verdict = isDiffering ? 'differs' : finding ? 'agrees' : null
  const unit = fact.unit === null ? '' : ` ${say(fact.unit)}`
  const claimed =
    fact.value === null
      ? words.notClaimed
      : typeof fact.value === 'boolean'
        ? fact.value
          ? common.yes
          : common.no
        : `${Array.isArray(fact.value) ? fact.value.join('、') : fact.value}${unit}`
  const choose = (said: 'agrees' | 'differs') => {
    setDiffering(said === 'differs')
    if (said === 'agrees') {
      setTyped(null)
      onFinding(fact.value === null ? null : { fact: fact.key, seen: fact.value, note: finding?.note ?? '' })
    } else {
      const empty = writtenDraft({ ...fact, value: null }).value
      // A yes that is not so can only be a no.
      const other = typeof fact.value === 'boolean' ? !fact.value : empty
      setTyped(other)
      onFinding(typeof other === 'boolean' ? { fact: fact.key, seen: other, note: finding?.note ?? '' } : null)
    }
  }
  const see = (value: FactDraft['value']) => {
    setTyped(value)
    const seen = readValue(fact.type, value)
    onFinding(seen === null ? null : { fact: fact.key, seen, note: finding?.note ?? '' })
  }
  return (
    <li className="visit-row visit-fact">
      <span className="visit-fact-name">
        <span>
          <strong>{fact.item}</strong> {name}
        </span>
        <span className="soft small">{words.claimed(claimed)}</span>
      </span>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        aria-label={name}
        disabled={locked}
        value={verdict}
        onChange={(event) => choose(event.target.value as 'agrees' | 'differs')}
      >
        <Radio.Button value="agrees" disabled={fact.value === null}>
          {words.agrees}
        </Radio.Button>
        <Radio.Button value="differs">{words.differs}</Radio.Button>
      </Radio.Group>
      {isDiffering ? (
        <FactInput
          fact={fact}
          label={words.seen(name)}
          value={typed}
          locked={locked}
          isWrong={typed !== null && readValue(fact.type, typed) === null}
          onChange={see}
        />
      ) : null}
      {isDiffering && finding ? (
        <Input
          className="visit-note"
          aria-label={words.noteOf(name)}
          placeholder={common.note}
          maxLength={200}
          disabled={locked}
          value={finding.note}
          onChange={(event) => onFinding({ ...finding, note: event.target.value })}
        />
      ) : null}
    </li>
  )
}
