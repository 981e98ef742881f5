/** The form of one open question; what is chosen here is recorded with the organiser's note. */
import { Button, Form, Input, Radio, Space } from 'antd'
import type { ChoiceId, DecisionKind } from '#core/scheme/scheme.ts'
import type { ChoiceView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { CountingForm } from './counting-form.tsx'
import { LineForm } from './line-form.tsx'
import { OwnRubricForm } from './own-rubric-form.tsx'
import { VoteRuleForm } from './vote-rule-form.tsx'

type Adopt = { busy: boolean; adopt: (value: unknown, note: string) => void }
type Option = { value: string | boolean; label: string }

function useOptions(choice: ChoiceId, offered: readonly DecisionKind[]): Option[] {
  const { choices } = useWords().desk
  switch (choice) {
    case 'decision':
      return offered.map((value) => ({ value, label: choices.decision[value] }))
    case 'fraction':
      return (['linear', 'floor', 'ceil'] as const).map((value) => ({ value, label: choices.fraction[value] }))
    case 'bonus-in-grade':
      return [
        { value: true, label: choices.bonusCounts },
        { value: false, label: choices.bonusDoesNotCount },
      ]
    case 'with-rubric':
      return [
        { value: true, label: choices.withRubric },
        { value: false, label: choices.withoutRubric },
      ]
    case 'with-visit':
      return [
        { value: true, label: choices.withVisit },
        { value: false, label: choices.withoutVisit },
      ]
    case 'with-vote':
      return [
        { value: true, label: choices.withVote },
        { value: false, label: choices.withoutVote },
      ]
    case 'aggregation':
    case 'own-rubric':
    case 'vote-rule':
    case 'line':
      return []
  }
}

function OptionForm({ choice, busy, adopt }: { choice: ChoiceView } & Adopt) {
  const { desk: words } = useWords()
  const options = useOptions(choice.id, choice.offered)
  const [form] = Form.useForm<{ value: string | boolean; note: string }>()
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ value: choice.value ?? undefined, note: choice.note }}
      onFinish={({ value, note }) => adopt(value, note)}
    >
      <Form.Item name="value" rules={[{ required: true, message: words.rounds.chooseOne }]}>
        <Radio.Group>
          <Space orientation="vertical">
            {options.map(({ value, label }) => (
              <Radio key={String(value)} value={value}>
                {label}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="note" label={words.choices.note}>
        <Input maxLength={200} placeholder={words.choices.noteExample} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.choices.adopt}
      </Button>
    </Form>
  )
}

export function ChoiceForm({ choice, onDone }: { choice: ChoiceView; onDone: () => void }) {
  const { round, blocks } = useRound()
  const say = useSay()
  const { run, busy } = useDeskAct()
  const adopt = async (value: unknown, note: string) => {
    // The contract takes any JSON here and core checks it against the choice's own schema.
    const json = value as Parameters<typeof desk.rounds.adopt>[0]['value']
    const done = await run(() => desk.rounds.adopt({ round, choice: choice.id, value: json, note: note ?? '' }))
    if (done !== undefined) onDone()
  }
  const given = { busy, adopt: (value: unknown, note: string) => void adopt(value, note) }
  switch (choice.id) {
    case 'own-rubric':
      return <OwnRubricForm value={choice.value} note={choice.note} {...given} />
    case 'vote-rule':
      return <VoteRuleForm value={choice.value} note={choice.note} {...given} />
    case 'aggregation':
      return (
        <CountingForm
          value={choice.value}
          note={choice.note}
          blocks={blocks.filter(({ bonus }) => !bonus).map(({ id, name }) => ({ id, name: say(name) }))}
          {...given}
        />
      )
    case 'line':
      return (
        <LineForm
          value={choice.value}
          note={choice.note}
          blocks={blocks.map(({ id, name }) => ({ id, name: say(name) }))}
          {...given}
        />
      )
    default:
      return <OptionForm choice={choice} {...given} />
  }
}
