/** Where the line is: places, reserve, what tells equals apart, and what to do with equals at the last place. */
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { lineSchema } from '#core/round/choices.ts'
import { useWords } from '../../kit/words/words.ts'

type Values = { places: number | null; reserve: number; steps: string[]; wayOut: string | null; note: string }
type Props = {
  value: unknown
  note: string
  /** Parts of the rubric whose points may tell equals apart. */
  blocks: readonly { id: string; name: string }[]
  busy: boolean
  adopt: (value: unknown, note: string) => void
}

export function LineForm({ value, note, blocks, busy, adopt }: Props) {
  const { choices } = useWords().desk
  const written = lineSchema.safeParse(value)
  const steps = [
    ...(['trimmed-mean', 'mean', 'median', 'votes'] as const).map((step) => ({
      value: step as string,
      label: choices.lineStep[step],
    })),
    ...blocks.map(({ id, name }) => ({ value: `block-${id}`, label: choices.lineBlock(id, name) })),
  ]
  const ways = (['second-vote', 'reserve-list', 'leave-open'] as const).map((way) => ({
    value: way,
    label: choices.lineWay[way],
  }))
  return (
    <Form<Values>
      layout="vertical"
      initialValues={written.success ? { ...written.data, note } : { places: null, reserve: 0, steps: [], note }}
      onFinish={({ note: remark, ...all }) =>
        adopt({ ...all, places: all.places ?? null, reserve: all.reserve ?? 0, wayOut: all.wayOut ?? null }, remark)
      }
    >
      <div className="row wrap">
        <Form.Item name="places" label={choices.linePlaces} extra={choices.linePlacesHint}>
          <InputNumber className="rule-number" min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="reserve" label={choices.lineReserve}>
          <InputNumber className="rule-number" min={0} max={1_000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="steps" label={choices.lineSteps} extra={choices.lineStepsHint}>
        <Select mode="multiple" options={steps} />
      </Form.Item>
      <Form.Item name="wayOut" label={choices.lineWayOut}>
        <Select allowClear options={ways} />
      </Form.Item>
      <Form.Item name="note" label={choices.note}>
        <Input maxLength={200} placeholder={choices.noteExample} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {choices.adopt}
      </Button>
    </Form>
  )
}
