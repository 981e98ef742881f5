/** The minutes of one application: what was said by whom, what was moved and decided, every dissent in full. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { MinutesView } from '#host/api/shapes.ts'
import { useWhen } from './when.ts'
import { useWords } from './words/words.ts'

type Said = { expert: string; text: string }
type Motion = { text: string; by: string; outcome: string }
type Values = { text: string; speakers: Said[]; motions: Motion[]; dissents: Said[] }

type People = { value: string; label: string }[]

type RowsProps = {
  name: 'speakers' | 'dissents' | 'motions'
  say: { title: string; add: string; drop: (no: number) => string }
  locked: boolean
  /** The fields of one row; `field` is its place in the form, `no` counts from one. */
  children: (field: number, no: number) => ReactNode
}

/** Rows that can be added and taken away. */
function Rows({ name, say, locked, children }: RowsProps) {
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className="plain-set">
          <legend>{say.title}</legend>
          {rows.map((row, at) => (
            <div key={row.key} className={`row dissent${name === 'motions' ? ' wrap' : ''}`}>
              {children(row.name, at + 1)}
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={say.drop(at + 1)}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          {locked ? null : (
            <Button className="start" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {say.add}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  )
}

function useNeeded() {
  return [{ required: true, whitespace: true, message: useWords().desk.rounds.fillIn }]
}

/** Rows of somebody's own words: speakers, or those who disagree. */
function Words({ name, people, locked }: { name: 'speakers' | 'dissents'; people: People; locked: boolean }) {
  const { desk: words } = useWords()
  const say = words.minutes[name]
  const needed = useNeeded()
  return (
    <Rows name={name} say={say} locked={locked}>
      {(field, no) => (
        <>
          <Form.Item name={[field, 'expert']} rules={needed} className="dissent-who">
            <Select options={people} aria-label={say.who(no)} placeholder={words.minutes.who} />
          </Form.Item>
          <Form.Item name={[field, 'text']} rules={needed} className="grow">
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} aria-label={say.text(no)} placeholder={say.example} />
          </Form.Item>
        </>
      )}
    </Rows>
  )
}

function Motions({ people, locked }: { people: People; locked: boolean }) {
  const { motions: say } = useWords().desk.minutes
  const needed = useNeeded()
  return (
    <Rows name="motions" say={say} locked={locked}>
      {(field, no) => (
        <>
          <Form.Item name={[field, 'by']} className="dissent-who">
            <Select
              options={people.map(({ label }) => ({ value: label, label }))}
              aria-label={say.by(no)}
              placeholder={say.byWhom}
            />
          </Form.Item>
          <Form.Item name={[field, 'text']} rules={needed} className="grow">
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} aria-label={say.text(no)} placeholder={say.example} />
          </Form.Item>
          <Form.Item name={[field, 'outcome']} className="motion-outcome">
            <Input maxLength={200} aria-label={say.outcome(no)} placeholder={say.outcomeExample} />
          </Form.Item>
        </>
      )}
    </Rows>
  )
}

type Props = {
  minutes: MinutesView
  locked: boolean
  busy: boolean
  /** Answers undefined when it was refused. */
  save: (said: Values) => Promise<unknown>
}

export function MinutesForm({ minutes, locked, busy, save }: Props) {
  const { desk: words, common } = useWords()
  const when = useWhen()
  const { message } = App.useApp()
  const people = minutes.seats.map(({ expert, seat, name }) => ({
    value: expert,
    label: `${common.seatNo(seat)} ${name}`,
  }))
  const keep = async ({ text, speakers, motions, dissents }: Partial<Values>) => {
    const saved = await save({
      text: text ?? '',
      speakers: speakers ?? [],
      motions: (motions ?? []).map((motion) => ({
        text: motion.text,
        by: motion.by ?? '',
        outcome: motion.outcome ?? '',
      })),
      dissents: dissents ?? [],
    })
    if (saved !== undefined) message.success(words.visit.savedFor(`${minutes.no} ${minutes.workshop}`))
  }
  const own = (said: readonly Said[]) => said.map(({ expert, text }) => ({ expert, text }))
  return (
    <Form<Values>
      className="grow"
      layout="vertical"
      requiredMark={false}
      disabled={locked}
      initialValues={{
        text: minutes.text,
        speakers: own(minutes.speakers),
        motions: minutes.motions,
        dissents: own(minutes.dissents),
      }}
      onFinish={(values) => void keep(values)}
    >
      <h2 className="form-title">
        {minutes.no} {minutes.workshop}
        {minutes.at === null ? null : <span className="soft small"> {words.visit.savedAt(when(minutes.at))}</span>}
      </h2>
      {minutes.present.length > 0 ? (
        <p className="soft small">{words.minutes.wasPresent(minutes.present.join('、'))}</p>
      ) : null}
      <Form.Item
        name="text"
        label={words.minutes.text}
        rules={[{ required: true, whitespace: true, message: words.rounds.fillIn }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} placeholder={words.minutes.example} />
      </Form.Item>
      <Words name="speakers" people={people} locked={locked} />
      <Motions people={people} locked={locked} />
      <Words name="dissents" people={people} locked={locked} />
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
