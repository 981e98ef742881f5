/** 公示: when and where the list hangs, and objections, each of which holds its own entry only. */
import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { neutralOrders } from '#core/publication/neutral-order.ts'
import type { PublicationView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { Objections } from './objections.tsx'

type Values = {
  posted: string
  length: number
  unit: 'working' | 'calendar'
  place: string
  order: (typeof neutralOrders)[number]
}

function Posting({ view }: { view: PublicationView }) {
  const { publication: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const wanted = view.prescribed ?? view.suggested
  const place = view.prescribed?.place
  const initialValues = view.posted ?? {
    length: wanted?.length,
    unit: wanted?.unit ?? 'working',
    place: place ? say(place) : '',
    order: 'strokes',
  }
  return (
    <Form<Values>
      layout="vertical"
      initialValues={initialValues}
      onFinish={(values) => void run(() => desk.publication.post({ round, ...values }))}
    >
      <div className="row wrap">
        <Form.Item name="posted" label={words.posted} rules={[{ required: true, message: words.needed }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="length" label={words.length} rules={[{ required: true, message: words.needed }]}>
          <InputNumber className="rule-number" min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="unit" label={words.unit}>
          <Radio.Group
            options={[
              { value: 'working', label: words.working },
              { value: 'calendar', label: words.calendar },
            ]}
          />
        </Form.Item>
        <Form.Item name="order" label={words.order}>
          <Select
            className="rule-base"
            options={neutralOrders.map((value) => ({ value, label: words.orders[value] }))}
          />
        </Form.Item>
        <Form.Item
          className="grow"
          name="place"
          label={words.place}
          rules={[{ required: true, whitespace: true, message: words.needed }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.post}
      </Button>
    </Form>
  )
}

export function PublicationCard() {
  const { publication: words } = useWords().desk
  const { round, frozen } = useRound()
  const may = useMay('publish')
  const view = useRead(() => desk.publication.show({ round }), [round], ['result', 'round'])
  if (!frozen || !may) return null
  return (
    <section className="sheet" aria-labelledby="publication-title">
      <h2 id="publication-title">{words.title}</h2>
      <p className="soft">{words.hint}</p>
      <Shown of={view}>
        {(publication) => (
          <>
            {publication.posted === null ? null : (
              <Alert
                type="success"
                showIcon
                title={words.period(
                  publication.posted.firstDay,
                  publication.posted.lastDay,
                  publication.posted.nextStep,
                )}
              />
            )}
            <Posting key={publication.posted?.posted ?? 'new'} view={publication} />
            {publication.posted === null ? null : <Objections view={publication} />}
          </>
        )}
      </Shown>
    </section>
  )
}
