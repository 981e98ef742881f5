/** One rule: what is asked, what the machine makes of it and why, and what a named person decided. */
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { EligibilityRuleView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

const tones = {
  pass: 'ok',
  fail: 'no',
  fail_soft: 'warn',
  judge: 'info',
  incomplete: 'warn',
  conditional: 'warn',
  na: 'plain',
} as const

type Values = { verdict: 'met' | 'not-met'; person: string; reason?: string }

function DecisionForm({ packet, rule, onDone }: { packet: string; rule: EligibilityRuleView; onDone: () => void }) {
  const { desk: words, common } = useWords()
  const { eligibility } = words
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const decide = async ({ verdict, person, reason }: Values) => {
    const decision = { round, packet, rule: rule.id, verdict, person, reason: reason ?? '' }
    if ((await run(() => desk.eligibility.decide(decision))) !== undefined) onDone()
  }
  return (
    <Form<Values> layout="vertical" className="eligibility-decision" onFinish={(values) => void decide(values)}>
      <Form.Item name="verdict" rules={[{ required: true, message: words.rounds.chooseOne }]}>
        <Radio.Group>
          <Radio value="met">{eligibility.met}</Radio>
          <Radio value="not-met">{eligibility.notMet}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="person"
        label={eligibility.person}
        rules={[{ required: true, whitespace: true, message: words.rounds.fillIn }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label={eligibility.reason}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <div className="row">
        <Button onClick={onDone}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {eligibility.decide}
        </Button>
      </div>
    </Form>
  )
}

export function EligibilityRuleRow({
  packet,
  rule,
  locked,
}: {
  packet: string
  rule: EligibilityRuleView
  locked: boolean
}) {
  const { eligibility: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const [isDeciding, setDeciding] = useState(false)
  const { decision } = rule
  return (
    <li className="eligibility-rule">
      <div className="row mid wrap">
        <span className="grow">
          {say(rule.text)} <span className="soft small">{`${rule.id} ${rule.clause}`}</span>
        </span>
        {decision === null || decision.stale ? (
          <Chip tone={tones[rule.outcome]}>{words.outcome[rule.outcome]}</Chip>
        ) : (
          <Chip tone={decision.verdict === 'met' ? 'ok' : 'no'}>{words.verdict[decision.verdict]}</Chip>
        )}
        {locked || isDeciding || rule.outcome === 'na' ? null : (
          <Button size="small" aria-label={`${words.decide} ${rule.id}`} onClick={() => setDeciding(true)}>
            {words.decide}
          </Button>
        )}
      </div>
      <div className="soft small">{say(rule.because)}</div>
      {decision === null ? null : (
        <div className="small">
          {words.decided(words[decision.verdict === 'met' ? 'met' : 'notMet'], decision.person, when(decision.at))}
          {decision.reason === '' ? '' : ` · ${decision.reason}`}{' '}
          {decision.stale ? <Chip tone="warn">{words.stale}</Chip> : null}
        </div>
      )}
      {isDeciding ? <DecisionForm packet={packet} rule={rule} onDone={() => setDeciding(false)} /> : null}
    </li>
  )
}
