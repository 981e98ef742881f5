/** One activity of a scheme: what decides, the panel, the stages and the document's own steps. */
import type { Activity } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { OriginTag } from './origin-tag.tsx'

function Decision({ activity }: { activity: Activity }) {
  const { schemes: words } = useWords().desk
  const { decidedBy, decision } = activity
  const said =
    decidedBy === 'adopted'
      ? words.offered + (decision.offered ?? []).map((kind) => words.decision[kind]).join('；')
      : words.decision[decidedBy]
  return (
    <dl className="facts">
      <dt>{words.decidedBy}</dt>
      <dd>
        {said} <OriginTag origin={decision.origin} withNote />
      </dd>
    </dl>
  )
}

function Panel({ panel }: { panel: Activity['panel'] }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const { minimum, parity, origin, sources, drawn, excludes } = panel
  const applied = excludes.applied === 'own-unit' ? words.excludesOwn : words.excludesAll
  return (
    <dl className="facts">
      <dt>{words.panel}</dt>
      <dd>
        {words.panelSize(minimum, parity === 'odd')} <OriginTag origin={origin} withNote />
        {sources.length === 0 ? null : <div>{words.panelSources + sources.map(say).join('、')}</div>}
        {drawn ? (
          <div>
            {say(drawn.text)} <OriginTag origin={drawn.origin} />
          </div>
        ) : null}
        {excludes.literal ? (
          <div className="literal">
            <div>
              {words.literal}“{say(excludes.literal.text)}”{' '}
              <span className="origin origin-text">{excludes.literal.clause}</span>
            </div>
            <div>
              {words.applied}
              <strong>{applied}</strong> <OriginTag origin={excludes.origin} withNote />
            </div>
            <div className="soft small">{say(excludes.literal.why)}</div>
          </div>
        ) : (
          <div>
            {applied} <OriginTag origin={excludes.origin} />
          </div>
        )}
      </dd>
    </dl>
  )
}

function Stages({ activity }: { activity: Activity }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  return (
    <>
      <h3>{words.stages}</h3>
      <table className="plain-table">
        <tbody>
          {activity.stages.map(({ id, name, origin, leaves, onlyWith }, index) => (
            <tr key={id}>
              <td className="number-column">{index + 1}</td>
              <th scope="row" className="gist-column">
                {say(name)} {onlyWith ? <Chip>{words.optionalStage}</Chip> : null}
              </th>
              <td>{words.leaves(say(leaves))}</td>
              <td className="clause-column">
                <OriginTag origin={origin} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Steps({ activity }: { activity: Activity }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  return (
    <>
      <h3>{words.steps}</h3>
      <table className="plain-table">
        <tbody>
          {activity.steps.map(({ id, name, origin, actor, leaves, stage }) => (
            <tr key={id} id={`step-${id}`}>
              <th scope="row" className="id-column">
                {id}
              </th>
              <td className="gist-column">
                <strong>{say(name)}</strong>
                <div className="soft small">{say(actor)}</div>
              </td>
              <td>
                {say(leaves)}
                <div className="soft small">{stage ? words.inProgram : words.outside}</div>
              </td>
              <td className="clause-column">
                <OriginTag origin={origin} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export function ActivitySection({ activity }: { activity: Activity }) {
  const say = useSay()
  return (
    <section aria-labelledby={`activity-${activity.id}`}>
      <h2 id={`activity-${activity.id}`}>
        {say(activity.name)} <span className="origin origin-text">{activity.clause}</span>
      </h2>
      <Decision activity={activity} />
      <Panel panel={activity.panel} />
      <Stages activity={activity} />
      {activity.steps.length === 0 ? null : <Steps activity={activity} />}
    </section>
  )
}
