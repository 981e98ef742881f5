/** One rubric as it is printed: blocks, items, points, criteria and grades. */
import { decimal, exact, sum } from '#core/exact/exact.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { OriginTag } from './origin-tag.tsx'

export function RubricSection({ rubric }: { rubric: Rubric }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  return (
    <section aria-labelledby={`rubric-${rubric.id}`}>
      <h2 id={`rubric-${rubric.id}`}>
        {say(rubric.title)} <OriginTag origin={rubric.origin} />
      </h2>
      {rubric.origin.source === 'adopted' && rubric.origin.note ? (
        <p className="soft small">{say(rubric.origin.note)}</p>
      ) : null}
      <table className="plain-table">
        <thead>
          <tr>
            <th colSpan={2}>{words.item}</th>
            <th className="number-column">{words.points}</th>
            <th>{words.criterion}</th>
          </tr>
        </thead>
        {rubric.blocks.map((block) => (
          <tbody key={block.id}>
            <tr className="block-row">
              <th scope="rowgroup" colSpan={4}>
                {block.id} {say(block.name)} {block.bonus ? <Chip tone="info">{words.bonus}</Chip> : null}{' '}
                <span className="soft">{words.blockSum(decimal(sum(block.items.map(({ max }) => exact(max)))))}</span>
              </th>
            </tr>
            {block.items.map((item) => (
              <tr key={item.id}>
                <th scope="row" className="id-column">
                  {item.id}
                </th>
                <td>{say(item.name)}</td>
                <td className="number-column">{item.max}</td>
                <td>{say(item.criterion)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <dl className="facts">
        <dt>{words.grades}</dt>
        <dd>
          {rubric.grades.length === 0 ? words.noGrades : null}
          {rubric.grades.map(({ id, name, from, origin, consequence }) => (
            <div key={id}>
              <strong>{say(name)}</strong> {from === '0' ? words.gradeRest : words.gradeFrom(from)}{' '}
              <OriginTag origin={origin} /> {consequence ? <span className="small">{say(consequence)}</span> : null}
            </div>
          ))}
        </dd>
      </dl>
    </section>
  )
}
