/** 随机抽取 in front of witnesses: fix the list, say the chance, see who was drawn, keep the transcript. */
import { SaveOutlined } from '@ant-design/icons'
import { App, Button, Steps, Table } from 'antd'
import { useState } from 'react'
import type { DrawView, PoolView } from '#host/api/shapes.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { useMay, useRound } from '../frame/round.ts'
import { hand } from '../papers/hand.ts'
import { DrawChance, FixedPlan } from './draw-chance.tsx'
import { DrawPlanForm } from './draw-plan.tsx'

type Props = { draw: DrawView; pool: PoolView; onTake: (members: string[], alternates: string[]) => void }

function DrawResult({ draw, onTake, children }: Omit<Props, 'pool'> & { children: React.ReactNode }) {
  const { draw: words, panel } = useWords().desk
  const when = useWhen()
  const { round } = useRound()
  const may = useMay('set-panel')
  const { transcript, plan, fingerprint } = draw
  if (transcript === null || plan === null || fingerprint === null) return null
  const { members, alternates } = transcript.result
  const rows = [...members, ...alternates.map((one) => ({ ...one, class: words.alternate }))]
  const save = () => {
    const file = new Blob([JSON.stringify({ transcript }, null, 2)], { type: 'application/json' })
    hand(file, words.file(round))
  }
  return (
    <div className="stack">
      <FixedPlan plan={plan} fingerprint={fingerprint} fixedAt={draw.fixedAt ?? ''} />
      <p>{words.madeAt(when(draw.madeAt ?? ''), transcript.entropySource, transcript.entropy)}</p>
      <Table
        rowKey="ticket"
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: '#', key: 'no', width: 50, render: (_, __, at) => at + 1 },
          { title: panel.name, dataIndex: 'name', render: (name: string) => <strong>{name}</strong> },
          { title: panel.unit, dataIndex: 'unit' },
          { title: words.drawnFor, dataIndex: 'class' },
        ]}
      />
      <div className="row mid wrap form-foot">
        {children}
        <span className="grow soft small">{words.saveHint}</span>
        <Button icon={<SaveOutlined aria-hidden />} onClick={save}>
          {words.save}
        </Button>
        {may ? (
          <Button type="primary" size="large" onClick={() => onTake(draw.members, draw.alternates)}>
            {words.take}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

export function DrawCard({ draw, pool, onTake }: Props) {
  const { desk: words, common } = useWords()
  const { modal } = App.useApp()
  const may = useMay('set-panel')
  // A new list is begun over the fingerprint of the one it replaces.
  const [dropped, setDropped] = useState<string | null>(null)
  const { plan, fingerprint, fixedAt, transcript } = draw
  const isFixed = plan !== null && fingerprint !== null && `${fingerprint}${draw.madeAt}` !== dropped
  const step = !isFixed ? 0 : transcript === null ? 1 : 2
  const askAgain = () =>
    modal.confirm({
      title: words.draw.againAsk,
      content: words.draw.againMeans,
      okText: words.draw.again,
      cancelText: common.cancel,
      onOk: () => setDropped(`${fingerprint}${draw.madeAt}`),
    })
  const again = may ? <Button onClick={askAgain}>{words.draw.again}</Button> : null
  if (!may && !isFixed) return null
  return (
    <section className="stack" aria-labelledby="draw-title">
      <h2 id="draw-title">{words.draw.title}</h2>
      <Steps
        size="small"
        current={step}
        items={(['plan', 'chance', 'result'] as const).map((one) => ({ title: words.draw.steps[one] }))}
      />
      {step === 0 ? (
        <DrawPlanForm pool={pool} suggested={draw.suggested} />
      ) : step === 1 && plan && fingerprint ? (
        <DrawChance fixed={{ plan, fingerprint, fixedAt: fixedAt ?? '' }}>{again}</DrawChance>
      ) : (
        <DrawResult draw={draw} onTake={onTake}>
          {again}
        </DrawResult>
      )}
    </section>
  )
}
