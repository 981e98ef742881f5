/** The minutes of one application. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Select } from 'antd'
import type { MinutesView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Values = { text: string; dissents?: { expert: string; text: string }[] }

function Dissents({ locked }: { locked: boolean }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  const people = (panel.value?.members ?? []).map(({ expert, seat, name }) => ({
    value: expert,
    label: `${common.seatNo(seat)} ${name}`,
  }))
  const needed = [{ required: true, message: words.rounds.fillIn }]
  return (
    <Form.List name="dissents">
      {(rows, { add, remove }) => (
        <fieldset className="plain-set">
          <legend>{words.minutes.dissents}</legend>
          {rows.map((row, at) => (
            <div key={row.key} className="row dissent">
              <Form.Item name={[row.name, 'expert']} rules={needed} className="dissent-who">
                <Select
                  options={people}
                  aria-label={words.minutes.dissentWho(at + 1)}
                  placeholder={words.minutes.who}
                />
              </Form.Item>
              <Form.Item name={[row.name, 'text']} rules={needed} className="grow">
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} aria-label={words.minutes.dissentText(at + 1)} />
              </Form.Item>
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={words.minutes.dropDissent(at + 1)}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          {locked ? null : (
            <Button className="start" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {words.minutes.addDissent}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  )
}

export function MinutesForm({ minutes, locked }: { minutes: MinutesView; locked: boolean }) {
  const { desk: words } = useWords()
  const when = useWhen()
  const { round } = useRound()
  const { message } = App.useApp()
  const { run, busy } = useDeskAct()
  const save = async ({ text, dissents }: Values) => {
    const { packet, no, workshop } = minutes
    const saved = await run(() => desk.minutes.record({ round, packet, text, dissents: dissents ?? [] }))
    if (saved !== undefined) message.success(words.visit.savedFor(`${no} ${workshop}`))
  }
  return (
    <Form<Values>
      className="grow"
      layout="vertical"
      requiredMark={false}
      disabled={locked}
      initialValues={{ text: minutes.text, dissents: minutes.dissents.map(({ expert, text }) => ({ expert, text })) }}
      onFinish={(values) => void save(values)}
    >
      <h2 className="form-title">
        {minutes.no} {minutes.workshop}
        {minutes.at === null ? null : <span className="soft small"> {words.visit.savedAt(when(minutes.at))}</span>}
      </h2>
      <Form.Item
        name="text"
        label={words.minutes.text}
        rules={[{ required: true, whitespace: true, message: words.rounds.fillIn }]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} placeholder={words.minutes.example} />
      </Form.Item>
      <Dissents locked={locked} />
      {locked ? null : (
        <div className="row form-foot">
          <span className="grow" />
          <Button type="primary" htmlType="submit" loading={busy}>
            {minutes.recorded ? words.visit.saveAgain : words.minutes.save}
          </Button>
        </div>
      )}
    </Form>
  )
}
