/** Conditions, papers and deadlines, each with its clause; beside a condition whether the program weighs it first. */
import { everyPart } from '#core/eligibility/rule.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'

function Conditions({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const rules = new Map((scheme.eligibility?.rules ?? []).map((rule) => [rule.id, rule]))
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th className="id-column">{words.id}</th>
          <th>{words.demand}</th>
          <th className="clause-column">{words.source}</th>
          <th className="force-column">{words.forceLabel}</th>
          <th className="force-column">{words.how}</th>
        </tr>
      </thead>
      <tbody>
        {scheme.conditions.map(({ id, clause, text }) => {
          const rule = rules.get(id)
          const isMechanical = rule ? everyPart(rule.condition).some((part) => 'fact' in part) : false
          return (
            <tr key={id} id={`conditions-${id}`}>
              <th scope="row">{id}</th>
              <td>{say(text)}</td>
              <td>
                <span className="origin origin-text">{clause}</span>
              </td>
              <td>{rule ? words.force[rule.force] : ''}</td>
              <td>{isMechanical ? words.machine : words.person}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Materials({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const limitsOf = (limits: Scheme['materials'][number]['limits']) =>
    limits === undefined
      ? []
      : [
          limits.characters && words.characters(limits.characters.min, limits.characters.max),
          limits.pages && words.pages(limits.pages),
          limits.singlePdf && words.singlePdf,
          limits.copies && words.copies(limits.copies),
          limits.sealed && words.sealed,
          limits.marked && `“${limits.marked}”`,
        ].filter((word) => typeof word === 'string')
  return (
    <table className="plain-table">
      <tbody>
        {scheme.materials.map(({ id, clause, text, limits }) => (
          <tr key={id} id={`conditions-${id}`}>
            <th scope="row" className="id-column">
              {id}
            </th>
            <td>
              {say(text)}{' '}
              {limitsOf(limits).map((limit) => (
                <Chip key={limit}>{limit}</Chip>
              ))}
            </td>
            <td className="clause-column">
              <span className="origin origin-text">{clause}</span>
            </td>
          </tr>
        ))}
        {(scheme.deadlines ?? []).map(({ id, clause, text, from, date, time }) => (
          <tr key={id} id={`conditions-${id}`}>
            <th scope="row" className="id-column">
              {id}
            </th>
            <td>
              {say(text)}{' '}
              <strong>
                {from ? `${from} ～ ` : ''}
                {date}
                {time ? ` ${time}` : ''}
              </strong>
            </td>
            <td className="clause-column">
              <span className="origin origin-text">{clause}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ConditionsSection({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  return (
    <>
      <h2 id="conditions">{words.conditions}</h2>
      <Conditions scheme={scheme} />
      <h2 id="materials">{words.materials}</h2>
      <Materials scheme={scheme} />
    </>
  )
}
