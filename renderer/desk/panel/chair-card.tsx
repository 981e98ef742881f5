/** 组长: who chairs and how that came about; elected by those present, or appointed. */
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { PanelView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Dialog = { panel: PanelView; close: () => void }

function Elect({ panel, close }: Dialog) {
  const { desk: words, common } = useWords()
  const { people: say } = words
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [votes, setVotes] = useState<Record<string, number>>({})
  const here = panel.members.filter(({ present }) => present)
  const total = here.reduce((sum, { expert }) => sum + (votes[expert] ?? 0), 0)
  const save = async () => {
    const counted = here.map(({ expert }) => ({ expert, votes: votes[expert] ?? 0 }))
    if ((await run(() => desk.chair.name({ round, how: 'elected', votes: counted }))) !== undefined) close()
  }
  return (
    <Modal
      open
      title={say.elect}
      okText={say.elect}
      cancelText={common.cancel}
      okButtonProps={{ disabled: total === 0 || total > here.length }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => void save()}
    >
      <p className="soft">{say.electHint}</p>
      <div className="chair-votes">
        {here.map(({ expert, seat, name }) => (
          <div key={expert} className="row mid">
            <span className="grow">
              {common.seatNo(seat)} {name}
            </span>
            <InputNumber
              min={0}
              max={here.length}
              precision={0}
              aria-label={name}
              value={votes[expert] ?? 0}
              onChange={(count) => setVotes((last) => ({ ...last, [expert]: count ?? 0 }))}
            />
          </div>
        ))}
      </div>
      <p className={total > here.length ? 'panel-bad' : 'soft'} role="status">
        {say.electTotal(total, here.length)}
      </p>
    </Modal>
  )
}

function Appoint({ panel, close }: Dialog) {
  const { desk: words, common } = useWords()
  const { people: say } = words
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<{ expert: string; note?: string }>()
  const here = panel.members.filter(({ present }) => present)
  const save = async ({ expert, note }: { expert: string; note?: string }) => {
    const named = await run(() => desk.chair.name({ round, how: 'appointed', expert, note: note ?? '' }))
    if (named !== undefined) close()
  }
  return (
    <Modal
      open
      title={say.appoint}
      okText={say.appoint}
      cancelText={common.cancel}
      confirmLoading={busy}
      onCancel={close}
      onOk={form.submit}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item name="expert" label={say.appointWho} rules={[{ required: true, message: words.rounds.chooseOne }]}>
          <Select
            options={here.map(({ expert, seat, name }) => ({ value: expert, label: `${common.seatNo(seat)} ${name}` }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say.appointWhy}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

export function ChairCard({ panel }: { panel: PanelView }) {
  const { people: say } = useWords().desk
  const { frozen } = useRound()
  const [asked, setAsked] = useState<'elect' | 'appoint'>()
  const { chair } = panel
  const votes = chair?.votes.filter((one) => one.votes > 0).map((one) => say.votesOf(one.name, one.votes)) ?? []
  const close = () => setAsked(undefined)
  return (
    <section className="stack" aria-labelledby="chair-title">
      <h2 id="chair-title">{say.chair}</h2>
      <div className="row mid wrap">
        <span className="grow">
          {chair === null ? (
            <span className="soft">{say.noChair}</span>
          ) : chair.how === 'elected' ? (
            say.elected(chair.name, votes.join('、'))
          ) : (
            say.appointed(chair.name, chair.note)
          )}
        </span>
        {frozen ? null : (
          <>
            <Button onClick={() => setAsked('elect')}>{say.elect}</Button>
            <Button onClick={() => setAsked('appoint')}>{say.appoint}</Button>
          </>
        )}
      </div>
      {asked === 'elect' ? <Elect panel={panel} close={close} /> : null}
      {asked === 'appoint' ? <Appoint panel={panel} close={close} /> : null}
    </section>
  )
}
