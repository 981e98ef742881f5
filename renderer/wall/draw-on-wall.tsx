/** The draw of experts in front of witnesses: the fixed list's fingerprint, the chance said aloud, who was drawn. */
import type { WallView } from '#host/api/shapes.ts'
import { useWords } from '../kit/words/words.ts'
import { WallFoot, WallHead } from './wall-head.tsx'

type Draw = NonNullable<WallView['draw']>

function Drawn({ drawn }: { drawn: NonNullable<Draw['drawn']> }) {
  const { wall: words } = useWords()
  const people = [...drawn.members, ...drawn.alternates.map((one) => ({ ...one, class: words.drawAlternate }))]
  return (
    <>
      <p className="wall-numbers">
        <span className="wall-needed">
          {drawn.entropySource} <b>{drawn.entropy}</b>
        </span>
      </p>
      <ul className="wall-seats wall-drawn">
        {people.map(({ name, unit, class: drawnFor }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: without names only the order tells them apart
          <li key={at} className={`wall-seat ${at < drawn.members.length ? 'wall-for' : 'wall-abstain'}`}>
            <span>{drawnFor}</span>
            <strong>{name || words.drawNo(at + 1)}</strong>
            <span>{unit}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export function DrawOnWall({ wall, draw }: { wall: WallView; draw: Draw }) {
  const { wall: words } = useWords()
  const wanted = [
    ...draw.places.map((place) => words.drawWanted(place.class, place.count)),
    ...(draw.alternates > 0 ? [words.drawWanted(words.drawAlternate, draw.alternates)] : []),
  ]
  return (
    <>
      <WallHead wall={wall} />
      <h1 className="wall-name wall-draw-name">{words.draw}</h1>
      <p className="wall-who">
        {words.drawPool(draw.pool)}
        <span className="wall-gap" />
        {wanted.join('、')}
        <span className="wall-gap" />
        {words.drawWitnesses(draw.witnesses.join('、'))}
      </p>
      <p className="wall-print">
        <span className="soft">{words.drawFingerprint}</span> {draw.fingerprint.toUpperCase().match(/.{4}/g)?.join(' ')}
      </p>
      {draw.excluded.length === 0 ? null : (
        <p className="wall-rule">
          {words.drawExcluded}：{draw.excluded.map(({ name, reason }) => `${name}（${reason}）`).join('、')}
        </p>
      )}
      {draw.drawn === null ? <p className="wall-who wall-draw-wait">{words.drawWait}</p> : <Drawn drawn={draw.drawn} />}
      <WallFoot wall={wall}>{wall.organiser}</WallFoot>
    </>
  )
}
