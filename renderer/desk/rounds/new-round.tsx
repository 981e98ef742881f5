/** The form of a new round: what it is called, which document it follows, and what the document leaves open. */
import { Button, Form, Input, Radio, Select, Space } from 'antd'
import type { DecisionKind } from '#core/scheme/scheme.ts'
import type { SchemeSummary } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'

type Values = {
  title: string
  organiser: string
  scheme: string
  activity: string
  decidedBy?: DecisionKind
  withRubric?: boolean
  withVote?: boolean
}

function YesNo({ name, label }: { name: keyof Values; label: string }) {
  const { common, desk: words } = useWords()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={common.notDecidedByDocument}
      rules={[{ required: true, message: words.rounds.chooseOne }]}
    >
      <Radio.Group>
        <Radio value={true}>{common.yes}</Radio>
        <Radio value={false}>{common.no}</Radio>
      </Radio.Group>
    </Form.Item>
  )
}

function RoundForm({ schemes }: { schemes: SchemeSummary[] }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const schemeId = Form.useWatch('scheme', form)
  const activityId = Form.useWatch('activity', form)
  const scheme = schemes.find(({ id }) => id === schemeId)
  const activity = scheme?.activities.find(({ id }) => id === activityId)
  const decidedBy = Form.useWatch('decidedBy', form)
  const byPoints = decidedBy === 'order' || decidedBy === 'grade'
  const begin = async (values: Values) => {
    const made = await run(() => desk.rounds.create(values))
    if (made !== undefined) go(hrefOf(made.round))
  }
  const needed = [{ required: true, whitespace: true, message: words.rounds.fillIn }]
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ scheme: schemes.length === 1 ? schemes[0]?.id : undefined }}
      onFinish={(values) => void begin(values)}
    >
      <Form.Item name="title" label={words.rounds.title} rules={needed}>
        <Input maxLength={200} placeholder={words.rounds.titleExample} autoFocus />
      </Form.Item>
      <Form.Item name="organiser" label={words.rounds.organiser} rules={needed}>
        <Input maxLength={200} placeholder={words.rounds.organiserExample} />
      </Form.Item>
      <Form.Item
        name="scheme"
        label={words.rounds.scheme}
        rules={[{ required: true, message: words.rounds.chooseOne }]}
      >
        <Select
          options={schemes.map((each) => ({ value: each.id, label: `${say(each.short)} · ${each.number}` }))}
          onChange={() => form.resetFields(['activity', 'decidedBy', 'withRubric', 'withVote'])}
        />
      </Form.Item>
      {scheme === undefined ? null : (
        <Form.Item
          name="activity"
          label={words.rounds.activity}
          rules={[{ required: true, message: words.rounds.chooseOne }]}
        >
          <Radio.Group onChange={() => form.resetFields(['decidedBy', 'withRubric', 'withVote'])}>
            <Space orientation="vertical">
              {scheme.activities.map((each) => (
                <Radio key={each.id} value={each.id}>
                  {say(each.name)} <span className="soft">{each.clause}</span>
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      )}
      {activity?.decidedBy === 'adopted' ? (
        <Form.Item
          name="decidedBy"
          label={words.rounds.decidedBy}
          extra={common.notDecidedByDocument}
          rules={[{ required: true, message: words.rounds.chooseOne }]}
        >
          <Radio.Group>
            <Space orientation="vertical">
              {activity.offered.map((kind) => (
                <Radio key={kind} value={kind}>
                  {words.choices.decision[kind]}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      ) : null}
      {activity?.rubric === 'optional' && !byPoints ? (
        <YesNo name="withRubric" label={words.rounds.withRubric} />
      ) : null}
      {activity?.vote === 'optional' && decidedBy !== 'vote' ? (
        <YesNo name="withVote" label={words.rounds.withVote} />
      ) : null}
      <div className="row form-foot">
        <Button onClick={() => go('#/')}>{common.cancel}</Button>
        <span className="grow" />
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {words.rounds.begin}
        </Button>
      </div>
    </Form>
  )
}

export function NewRound() {
  const { desk: words, common } = useWords()
  const schemes = useRead(() => desk.schemes.list({}), [], [])
  return (
    <>
      <header className="desk-header">
        <a className="desk-product" href="#/">
          {common.product}
        </a>
        <span className="grow" />
        <LanguageSwitch />
        <DisplayMenu />
      </header>
      <main className="rounds">
        <section className="sheet sheet-form" aria-labelledby="new-title">
          <h1 id="new-title">{words.rounds.create}</h1>
          <Shown of={schemes}>{(list) => <RoundForm schemes={list} />}</Shown>
        </section>
      </main>
    </>
  )
}
