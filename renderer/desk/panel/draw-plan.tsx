/** The first step of the draw: how many of which class, who cannot be drawn and why, who watches. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { DrawView, PoolView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { Touches } from '../frame/touches.tsx'
import { Exclusions, keyOf, type Out } from './exclusions.tsx'

type Place = { key: number; class: string | null; count: number }

export function DrawPlanForm({ pool, suggested }: { pool: PoolView; suggested: DrawView['suggested'] }) {
  const { desk: words, common } = useWords()
  const { draw: say } = words
  const tell = useSay()
  const { modal } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [places, setPlaces] = useState<Place[]>([{ key: 1, class: null, count: 1 }])
  const [alternates, setAlternates] = useState(2)
  const [witnesses, setWitnesses] = useState<string[]>([])
  const [out, setOut] = useState<Out[]>(() => suggested.map((one) => ({ ...one, reason: tell(one.reason) })))
  const excluded = new Set(out.map(keyOf))
  const free = pool.people.filter((person) => !excluded.has(keyOf(person)))
  const ableIn = (wanted: string | null) => free.filter(({ classes }) => wanted !== null && classes.includes(wanted))
  const isWhole =
    places.every((place) => place.class !== null && ableIn(place.class).length >= place.count) && witnesses.length > 0
  const put = (key: number, change: Partial<Place>) =>
    setPlaces((last) => last.map((place) => (place.key === key ? { ...place, ...change } : place)))
  const fix = () =>
    modal.confirm({
      title: say.fixAsk,
      width: 640,
      content: (
        <Touches
          touches={[
            { name: say.touchPool, names: free.map(({ name }) => name) },
            { name: say.touchExcluded, names: out.map(({ name, reason }) => `${name}（${reason}）`) },
            {
              name: say.touchWanted,
              names: [
                ...places.map((place) => say.wanted(place.class ?? '', place.count)),
                ...(alternates > 0 ? [say.wantedAlternates(alternates)] : []),
              ],
            },
            { name: say.witnesses, names: witnesses },
          ]}
        >
          <p>{say.fixMeans}</p>
        </Touches>
      ),
      okText: say.fix,
      cancelText: common.cancel,
      onOk: () =>
        run(() =>
          desk.draws.fix({
            round,
            places: places.map((place) => ({ class: place.class ?? '', count: place.count })),
            alternates,
            witnesses,
            exclusions: out.map(({ name, unit, reason }) => ({ name, unit, reason })),
          }),
        ),
    })
  return (
    <div className="stack">
      <p className="soft">{say.planHint}</p>
      <fieldset className="plain-set">
        <legend>{say.places}</legend>
        {places.map((place, at) => (
          <div key={place.key} className="row mid wrap draw-place">
            <Select
              className="draw-class"
              aria-label={say.place(at + 1)}
              placeholder={say.place(at + 1)}
              value={place.class}
              options={pool.classes.map((one) => ({ value: one, label: one }))}
              onChange={(chosen) => put(place.key, { class: chosen })}
            />
            <InputNumber
              min={1}
              max={99}
              precision={0}
              aria-label={say.placeCount(at + 1)}
              value={place.count}
              onChange={(count) => put(place.key, { count: count ?? 1 })}
            />
            {place.class === null ? null : (
              <span className={ableIn(place.class).length < place.count ? 'panel-bad' : 'soft'}>
                {say.able(ableIn(place.class).length)}
              </span>
            )}
            {places.length > 1 ? (
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${common.remove} ${say.place(at + 1)}`}
                onClick={() => setPlaces((last) => last.filter(({ key }) => key !== place.key))}
              />
            ) : null}
          </div>
        ))}
        <Button
          className="start"
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            setPlaces((last) => [...last, { key: Math.max(...last.map(({ key }) => key)) + 1, class: null, count: 1 }])
          }
        >
          {say.addPlace}
        </Button>
      </fieldset>
      <div className="row wrap">
        <div className="draw-field">
          <span>{say.alternates}</span>
          <InputNumber
            min={0}
            max={20}
            precision={0}
            aria-label={say.alternates}
            value={alternates}
            onChange={(count) => setAlternates(count ?? 0)}
          />
        </div>
        <div className="draw-field grow">
          <span>{say.witnesses}</span>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',', ' ']}
            aria-label={say.witnesses}
            placeholder={say.witnessesHint}
            value={witnesses}
            onChange={setWitnesses}
          />
        </div>
      </div>
      <Exclusions free={free} out={out} onOut={setOut} />
      <div className="row form-foot">
        <span className="grow" />
        <Button type="primary" size="large" loading={busy} disabled={!isWhole} onClick={fix}>
          {say.fix}
        </Button>
      </div>
    </div>
  )
}
