/** Tries a rubric on an example: facts and deductions in, points with their derivation out. Nothing is kept. */
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { decimal } from '#core/exact/exact.ts'
import { sentenceOf } from '#core/refusal.ts'
import { assess, judgementItems } from '#core/rubric/assess.ts'
import { deductionKey, type Facts } from '#core/rubric/facts.ts'
import { type FactDefinition, itemsOf, type Rubric, type Scheme } from '#core/scheme/scheme.ts'
import { useLang, useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

/** What was typed, as the fact's type travels; undefined while it is none. */
function readTyped({ type }: FactDefinition, typed: string): Facts[string] | undefined {
  const word = typed.trim()
  if (word === '') return undefined
  if (type === 'yes-no') return word === 'yes'
  if (type === 'decimal') return word
  if (type === 'count') return /^\d+$/.test(word) ? Number(word) : word
  return word.split(/[,，]/).map(Number)
}

function FactField({ fact, typed, onType }: { fact: FactDefinition; typed: string; onType: (word: string) => void }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const name = say(fact.name)
  if (fact.type === 'yes-no') {
    return (
      <Radio.Group aria-label={name} value={typed || null} onChange={(event) => onType(String(event.target.value))}>
        <Radio value="yes">{words.tryYes}</Radio>
        <Radio value="no">{words.tryNo}</Radio>
      </Radio.Group>
    )
  }
  return (
    <Input
      className="short"
      aria-label={name}
      value={typed}
      suffix={fact.unit ? say(fact.unit) : undefined}
      placeholder={fact.type === 'counts-per-year' ? words.tryYears : undefined}
      onChange={(event) => onType(event.target.value)}
    />
  )
}

function Trial({ rubric }: { rubric: Rubric }) {
  const { schemes: words } = useWords().desk
  const lang = useLang((store) => store.lang)
  const say = useSay()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const type = (key: string) => (word: string) => setTyped((last) => ({ ...last, [key]: word }))
  const known = rubric.facts.flatMap((fact) => {
    const value = readTyped(fact, typed[fact.key] ?? '')
    return value === undefined ? [] : [[fact.key, value] as const]
  })
  const facts: Facts = Object.fromEntries(known)
  const judged = judgementItems(rubric, facts)
  const deductions = judged.map(({ id }) => [deductionKey(id), (typed[deductionKey(id)] ?? '').trim() || null] as const)
  const sheet = assess({ rubric, facts: { ...facts, ...Object.fromEntries(deductions) } })
  const grade = rubric.grades.find(({ id }) => id === sheet.grade)
  return (
    <>
      <table className="plain-table">
        <tbody>
          {rubric.facts.map((fact) => (
            <tr key={fact.key}>
              <td>{say(fact.name)}</td>
              <td>
                <FactField fact={fact} typed={typed[fact.key] ?? ''} onType={type(fact.key)} />
              </td>
            </tr>
          ))}
          {judged.map(({ id, max }) => (
            <tr key={id}>
              <td>
                {id} {say(itemsOf(rubric).find((item) => item.id === id)?.name ?? { 'zh-CN': id, en: id })}
              </td>
              <td>
                <Input
                  className="short"
                  inputMode="decimal"
                  aria-label={`${id} ${words.tryDeduct(decimal(max))}`}
                  placeholder={words.tryDeduct(decimal(max))}
                  value={typed[deductionKey(id)] ?? ''}
                  onChange={(event) => type(deductionKey(id))(event.target.value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div aria-live="polite">
        {sheet.problems.map((problem) => (
          <p key={JSON.stringify(problem)}>{sentenceOf(problem, lang)}</p>
        ))}
        <ul className="plain-list">
          {itemsOf(rubric).flatMap(({ id }) => {
            const points = sheet.items[id]
            const derivation = sheet.derivations[id]
            return points && derivation ? [<li key={id}>{`${id}　${say(derivation)}`}</li>] : []
          })}
        </ul>
        <p>
          {sheet.total ? (
            <strong>
              {words.tryTotal} {decimal(sheet.total)} {grade ? say(grade.name) : ''}
            </strong>
          ) : (
            <span className="soft">{words.tryOpen(sheet.open.join('、'))}</span>
          )}
        </p>
      </div>
    </>
  )
}

export function TryRubric({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const [only, ...others] = scheme.rubrics
  const [chosen, setChosen] = useState(others.length === 0 ? only?.id : undefined)
  const rubric = scheme.rubrics.find(({ id }) => id === chosen)
  if (scheme.rubrics.length === 0) return null
  return (
    <section className="try">
      <h2>{words.tryTitle}</h2>
      <p className="soft small">{words.tryLead}</p>
      <Select
        aria-label={words.rubrics}
        className="wide"
        placeholder={words.rubrics}
        value={chosen}
        options={scheme.rubrics.map(({ id, title }) => ({ value: id, label: say(title) }))}
        onChange={setChosen}
      />
      {rubric ? <Trial key={rubric.id} rubric={rubric} /> : null}
    </section>
  )
}
