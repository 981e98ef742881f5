/** The second step of the draw: what the dice showed or who said which number, entered as it was. */
import { App, Button, Form, Input, Radio } from 'antd'
import type { DrawView } from '#host/api/shapes.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { Touches } from '../frame/touches.tsx'

type Values = { source: 'dice' | 'aloud'; by?: string; entropy: string }
type Fixed = { plan: NonNullable<DrawView['plan']>; fingerprint: string; fixedAt: string }

/** A fingerprint in groups that can be read aloud. */
export function grouped(fingerprint: string): string {
  return fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
}

/** What was fixed, for everybody to compare with the wall. */
export function FixedPlan({ plan, fingerprint, fixedAt }: Fixed) {
  const { draw: words } = useWords().desk
  const when = useWhen()
  const wanted = [
    ...plan.places.map((place) => words.wanted(place.class, place.count)),
    ...(plan.alternates > 0 ? [words.wantedAlternates(plan.alternates)] : []),
  ]
  return (
    <div className="draw-fixed">
      <p>
        <strong>{words.fingerprint}</strong> <code className="fingerprint">{grouped(fingerprint)}</code>
      </p>
      <p>
        {words.fixedAt(when(fixedAt), plan.pool.length, plan.exclusions.length)}。{wanted.join('、')}。{words.witnesses}
        ：{plan.witnesses.join('、')}
      </p>
      {plan.exclusions.length === 0 ? null : (
        <p className="soft small">
          {words.touchExcluded}：{plan.exclusions.map(({ name, reason }) => `${name}（${reason}）`).join('、')}
        </p>
      )}
    </div>
  )
}

export function DrawChance({ fixed, children }: { fixed: Fixed; children: React.ReactNode }) {
  const { desk: words, common } = useWords()
  const { draw: say } = words
  const { modal } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const make = ({ source, by, entropy }: Values) =>
    modal.confirm({
      title: say.makeAsk(entropy.trim()),
      width: 560,
      content: (
        <Touches
          touches={[
            {
              name: say.touchWanted,
              names: [
                ...fixed.plan.places.map((place) => say.wanted(place.class, place.count)),
                ...(fixed.plan.alternates > 0 ? [say.wantedAlternates(fixed.plan.alternates)] : []),
              ],
            },
          ]}
        >
          <p>{say.makeMeans}</p>
        </Touches>
      ),
      okText: say.make,
      cancelText: common.cancel,
      onOk: () =>
        run(() =>
          desk.draws.make({
            round,
            fingerprint: fixed.fingerprint,
            entropy,
            entropySource: [say.sources[source], by?.trim()].filter(Boolean).join('，'),
          }),
        ),
    })
  const needed = [{ required: true, whitespace: true, message: words.rounds.fillIn }]
  return (
    <div className="stack">
      <FixedPlan {...fixed} />
      <p className="soft">{say.chanceHint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ source: 'dice' }}
        onFinish={make}
      >
        <div className="row wrap">
          <Form.Item name="source" label={say.source}>
            <Radio.Group
              optionType="button"
              options={(['dice', 'aloud'] as const).map((value) => ({ value, label: say.sources[value] }))}
            />
          </Form.Item>
          <Form.Item name="by" label={say.sourceBy}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="entropy" label={say.entropy} rules={needed} className="grow">
            <Input maxLength={120} placeholder={say.entropyExample} className="draw-entropy" />
          </Form.Item>
        </div>
        <div className="row mid wrap form-foot">
          {children}
          <span className="grow" />
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {say.make}
          </Button>
        </div>
      </Form>
    </div>
  )
}
