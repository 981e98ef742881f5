/** How sheets are filled in: order of reading, second look after closing, hint while scoring. */
import { LockOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import type { ArrangementView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function Arrangement() {
  const { round, withRubric } = useRound()
  const view = useRead(() => desk.reading.show({ round }), [round], ['round'])
  return view.value && withRubric ? <ArrangementForm key={JSON.stringify(view.value)} view={view.value} /> : null
}

function ArrangementForm({ view }: { view: ArrangementView }) {
  const { desk: words, common } = useWords()
  const { message } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [order, setOrder] = useState(view.order)
  const [farFrom, setFarFrom] = useState(view.farFrom)
  const [hint, setHint] = useState(view.hint)
  const { arrange } = words
  const shares = Object.entries(arrange.shareWords).map(([value, label]) => ({ value, label }))
  const known =
    farFrom === null || farFrom in arrange.shareWords ? shares : [...shares, { value: farFrom, label: farFrom }]
  const save = async () => {
    const done = await run(() => desk.reading.arrange({ round, order, farFrom, hint: hint && farFrom !== null }))
    if (done) void message.success(arrange.saved)
  }
  return (
    <section className="choice" aria-labelledby="arrange-title">
      <div className="row mid wrap">
        <h2 id="arrange-title" className="grow">
          {arrange.title}
        </h2>
        {view.fixed ? (
          <Chip tone="ok">
            <LockOutlined aria-hidden /> {words.choices.frozen}
          </Chip>
        ) : null}
      </div>
      <p className="soft">{arrange.why}</p>
      <fieldset disabled={view.fixed} className="arrange">
        <legend className="soft small">{common.notDecidedByDocument}</legend>
        <div className="row mid wrap">
          <span id="arrange-order">{arrange.order}</span>
          <Radio.Group
            aria-labelledby="arrange-order"
            disabled={view.fixed}
            value={order}
            onChange={(event) => setOrder(event.target.value as typeof order)}
            options={[
              { value: 'number', label: arrange.byNumber },
              { value: 'random', label: arrange.random },
            ]}
          />
        </div>
        <Checkbox
          disabled={view.fixed}
          checked={farFrom !== null}
          onChange={(event) => setFarFrom(event.target.checked ? '0.4' : null)}
        >
          {arrange.second}
        </Checkbox>
        {farFrom === null ? null : (
          <div className="row mid wrap arrange-more">
            <span id="arrange-share">{arrange.share}</span>
            <Select
              aria-labelledby="arrange-share"
              disabled={view.fixed}
              value={farFrom}
              options={known}
              onChange={setFarFrom}
            />
            <Checkbox disabled={view.fixed} checked={hint} onChange={(event) => setHint(event.target.checked)}>
              {arrange.hint}
            </Checkbox>
          </div>
        )}
      </fieldset>
      {view.fixed ? null : (
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {arrange.save}
        </Button>
      )}
    </section>
  )
}
