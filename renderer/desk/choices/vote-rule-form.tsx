/** The rule of the named vote: what share of whom must agree, and how many must be there, with the sentence it makes. */
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { type VoteRule, voteRuleSchema } from '#core/round/choices.ts'
import { abstentions, ruleText } from '#core/vote/rule.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Share = { numerator: number; denominator: number; base: VoteRule['base'] }
type Values = {
  threshold: Share & { strict: boolean }
  hasQuorum: boolean
  quorum: Share
  abstention: VoteRule['abstention']
  note: string
}
type Props = { value: unknown; note: string; busy: boolean; adopt: (value: unknown, note: string) => void }

/** The rule the form says now; null while it says none. */
function ruleIn(values: Values | undefined): VoteRule | null {
  if (values?.threshold === undefined) return null
  const quorum = values.hasQuorum === true ? values.quorum : null
  const read = voteRuleSchema.safeParse({ ...values.threshold, quorum, abstention: values.abstention })
  return read.success ? read.data : null
}

function ShareInputs({ name, agrees }: { name: 'threshold' | 'quorum'; agrees: string }) {
  const { choices } = useWords().desk
  const bases = (['present', 'entitled', 'appointed'] as const).map((base) => ({
    value: base,
    label: choices.base[base],
  }))
  return (
    <span className="row mid wrap">
      <Form.Item name={[name, 'base']} noStyle>
        <Select className="rule-base" options={bases} aria-label={`${agrees} ${choices.baseLabel}`} />
      </Form.Item>
      {choices.of}
      <Form.Item name={[name, 'numerator']} noStyle>
        <InputNumber
          className="rule-number"
          min={1}
          max={99}
          precision={0}
          aria-label={`${agrees} ${choices.numerator}`}
        />
      </Form.Item>
      /
      <Form.Item name={[name, 'denominator']} noStyle>
        <InputNumber
          className="rule-number"
          min={1}
          max={99}
          precision={0}
          aria-label={`${agrees} ${choices.denominator}`}
        />
      </Form.Item>
    </span>
  )
}

export function VoteRuleForm({ value, note, busy, adopt }: Props) {
  const { choices } = useWords().desk
  const say = useSay()
  const [form] = Form.useForm<Values>()
  const values = Form.useWatch([], form) as Values | undefined
  const written = voteRuleSchema.safeParse(value)
  const rule = ruleIn(values)
  const initialValues = written.success
    ? {
        threshold: written.data,
        hasQuorum: written.data.quorum !== null,
        quorum: written.data.quorum,
        abstention: written.data.abstention,
        note,
      }
    : { abstention: 'counts', note }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={initialValues}
      onFinish={(all) => {
        const chosen = ruleIn(all)
        if (chosen !== null) adopt(chosen, all.note)
      }}
    >
      <fieldset className="plain-set">
        <legend>{choices.pass}</legend>
        <div className="row mid wrap">
          <ShareInputs name="threshold" agrees={choices.pass} />
          <Form.Item name={['threshold', 'strict']} noStyle>
            <Radio.Group aria-label={choices.strictLabel}>
              <Radio value={false}>{choices.atLeast}</Radio>
              <Radio value={true}>{choices.moreThan}</Radio>
            </Radio.Group>
          </Form.Item>
        </div>
      </fieldset>
      <fieldset className="plain-set">
        <legend>{choices.quorum}</legend>
        <Form.Item name="hasQuorum" valuePropName="checked" noStyle>
          <Checkbox>{choices.hasQuorum}</Checkbox>
        </Form.Item>
        {values?.hasQuorum === true ? <ShareInputs name="quorum" agrees={choices.quorum} /> : null}
      </fieldset>
      <fieldset className="plain-set">
        <legend>{choices.abstentions}</legend>
        <Form.Item name="abstention" noStyle>
          <Radio.Group aria-label={choices.abstentions}>
            {abstentions.map((one) => (
              <Radio key={one} value={one}>
                {choices.abstention[one]}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </fieldset>
      <p className="rule-sentence" role="status">
        {rule === null ? choices.ruleUnfinished : say(ruleText(rule, rule.quorum ?? undefined, rule.abstention))}
      </p>
      <Form.Item name="note" label={choices.note}>
        <Input maxLength={200} placeholder={choices.noteExample} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} disabled={rule === null}>
        {choices.adopt}
      </Button>
    </Form>
  )
}
