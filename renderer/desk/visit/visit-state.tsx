/** Where one visit stands: what the devices of its team still have, what the final record holds, who has signed it. */
import { Alert } from 'antd'
import { photoName } from '#core/visits/photos.ts'
import { unsignedOf } from '#core/visits/record.ts'
import type { VisitView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { VisitPhotos } from './visit-photos.tsx'

const tones = { carried: 'plain', draft: 'warn', 'handed-in': 'info' } as const

export function VisitState({ visit }: { visit: VisitView }) {
  const { desk } = useWords()
  const words = desk.visit
  const say = useSay()
  const when = useWhen()
  const missing = visit.devices.reduce((sum, one) => sum + one.missing.length, 0)
  const unsigned = unsignedOf(visit)
  return (
    <div className="stack visit-standing">
      {visit.plan ? (
        <p className="soft small">
          {words.planned(visit.plan.position, `${visit.plan.date} ${visit.plan.time ?? ''}`, visit.plan.place)}
        </p>
      ) : null}
      {visit.devices.length === 0 ? null : (
        <table className="visit-devices" aria-label={words.devices}>
          <thead>
            <tr>
              <th>{words.device}</th>
              <th>{words.deviceState}</th>
              <th>{words.photos}</th>
              <th>{words.missing}</th>
              <th>{words.lastHeard}</th>
            </tr>
          </thead>
          <tbody>
            {visit.devices.map((one) => (
              <tr key={one.expert}>
                <td>
                  {one.seat} {one.name}
                </td>
                <td>
                  <Chip tone={tones[one.state]}>{words.states[one.state]}</Chip>
                </td>
                <td className="num">{words.arrived(one.photos - one.missing.length, one.photos)}</td>
                <td>
                  {one.missing.length > 0 ? (
                    <Chip tone="no">{words.lack(one.missing.length)}</Chip>
                  ) : (
                    <span className="soft">{words.complete}</span>
                  )}
                  {one.missing.length > 0 ? <span className="small num"> {one.missing.join(' ')}</span> : null}
                  {one.gaps.length > 0 ? <span className="small num"> {words.gaps(one.gaps.join(' '))}</span> : null}
                </td>
                <td className="small soft">{when(one.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing > 0 ? <Alert type="warning" showIcon title={words.lackAll(missing)} /> : null}
      {visit.recorded ? (
        <>
          {visit.follows.length === 0 ? null : (
            <Alert
              type="info"
              title={words.follows}
              description={visit.follows.map(({ item, name, before, after, max, because }) => (
                <div key={item}>
                  <strong className="num">
                    {words.follow(
                      `${item} ${say(name)}`,
                      before ?? words.expertDecides,
                      after ?? words.expertDecides,
                      max,
                    )}
                  </strong>{' '}
                  <span className="small">{say(because)}</span>
                </div>
              ))}
            />
          )}
          {visit.measures.length === 0 ? null : (
            <p className="small">
              {words.measured}
              {visit.measures
                .map(({ name, value, unit, claimed, note }) =>
                  words.measure(
                    name,
                    `${value} ${unit}`.trim(),
                    claimed === null ? '' : `${claimed} ${unit}`.trim(),
                    note,
                  ),
                )
                .join('；')}
            </p>
          )}
          <VisitPhotos visit={visit} />
          {visit.struck.length === 0 ? null : (
            <p className="soft small">
              {words.struck}
              {visit.struck.map((one) => `${photoName(one)}（${one.reason}）`).join('、')}
            </p>
          )}
          {visit.team.length === 0 ? null : (
            <p className="small">
              {words.signatures}
              {visit.signatures.map(({ expert, name, answer, text }) => (
                <Chip key={expert} tone={answer === 'agree' ? 'ok' : 'warn'}>
                  {answer === 'agree' ? name : words.dissenting(name, text)}
                </Chip>
              ))}
              {unsigned.length === 0 ? null : (
                <span className="soft">{words.unsigned(unsigned.map(({ name }) => name).join('、'))}</span>
              )}
            </p>
          )}
        </>
      ) : null}
    </div>
  )
}
