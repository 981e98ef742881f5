/** How several experts' sheets become one value: the method, over totals or item by item, and weights of the blocks. */
import { Button, Form, Input, Radio, Space } from 'antd'
import { isDecimal } from '#core/exact/exact.ts'
import { type Counting, countingOf } from '#core/ranking/counting.ts'
import { aggregations } from '#core/ranking/values.ts'
import { choiceSchemas } from '#core/round/choices.ts'
import { useWords } from '../../kit/words/words.ts'

type Values = Pick<Counting, 'method' | 'over'> & { weights: Record<string, string>; note: string }
type Props = {
  value: unknown
  note: string
  /** Parts of the rubric that may weigh; a bonus does not. */
  blocks: readonly { id: string; name: string }[]
  busy: boolean
  adopt: (value: unknown, note: string) => void
}

export function CountingForm({ value, note, blocks, busy, adopt }: Props) {
  const { choices } = useWords().desk
  const written = choiceSchemas.aggregation.safeParse(value)
  const made = written.success ? countingOf(written.data) : null
  const finish = ({ method, over, weights, note: remark }: Values) => {
    const typed = Object.entries(weights ?? {}).map(([block, percent]) => [block, percent?.trim() ?? ''])
    const given = typed.filter(([, percent]) => percent !== '')
    // The plain choice stays the plain word it always was.
    const isPlain = over === 'total' && given.length === 0
    const all = { method, over, weights: given.length > 0 ? Object.fromEntries(given) : null }
    adopt(isPlain ? method : all, remark)
  }
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ method: made?.method, over: made?.over ?? 'total', weights: made?.weights ?? {}, note }}
      onFinish={finish}
    >
      <Form.Item name="method" rules={[{ required: true, message: choices.countingNeeded }]}>
        <Radio.Group>
          <Space orientation="vertical">
            {aggregations.map((method) => (
              <Radio key={method} value={method}>
                {choices.aggregation[method]}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="over" label={choices.countedOver}>
        <Radio.Group>
          <Space orientation="vertical">
            <Radio value="total">{choices.overTotal}</Radio>
            <Radio value="item">{choices.overItem}</Radio>
          </Space>
        </Radio.Group>
      </Form.Item>
      {blocks.length < 2 ? null : (
        <Form.Item label={choices.weights} extra={choices.weightsHint}>
          <div className="row wrap">
            {blocks.map(({ id, name }) => (
              <Form.Item
                key={id}
                name={['weights', id]}
                label={`${id} ${name}`}
                rules={[
                  {
                    validator: (_, percent?: string) =>
                      !percent?.trim() || isDecimal(percent.trim())
                        ? Promise.resolve()
                        : Promise.reject(new Error(choices.weightOdd)),
                  },
                ]}
              >
                <Input className="rule-number" suffix="%" inputMode="decimal" />
              </Form.Item>
            ))}
          </div>
        </Form.Item>
      )}
      <Form.Item name="note" label={choices.note}>
        <Input maxLength={200} placeholder={choices.noteExample} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {choices.adopt}
      </Button>
    </Form>
  )
}
