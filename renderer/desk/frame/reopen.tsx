/** Reopening a closed stage: asked for with a reason, decided by the chair or a supervisor. */
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { StageView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { ReasonAsk } from './reason-ask.tsx'
import { useRound } from './round.ts'
import { Touched } from './touched.tsx'

/** The button beside a closed stage. */
export function AskReopening({ stage }: { stage: StageView }) {
  const { reopen: words } = useWords().desk
  const say = useSay()
  const { round, stages, frozen } = useRound()
  const { run } = useDeskAct()
  const [isAsked, setAsked] = useState(false)
  if (frozen) return null
  const from = stages.findIndex(({ id }) => id === stage.id)
  const again = stages.slice(from).filter(({ state }) => state === 'done')
  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.ask}</Button>
      {isAsked ? (
        <ReasonAsk
          title={words.askTitle(say(stage.name))}
          means={words.askMeans(again.map(({ name }) => say(name)).join('、'))}
          example={words.example}
          ok={words.ask}
          touched={<Touched round={round} act="reopen-stage" of={stage.id} />}
          close={() => setAsked(false)}
          act={(reason) => run(() => desk.reopenings.ask({ round, stage: stage.id, reason }))}
        />
      ) : null}
    </>
  )
}

/** A request that waits for its approval; shown on every screen of the round. */
export function WaitingReopening() {
  const { reopen: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [approver, setApprover] = useState<string>()
  const asked = useRead(() => desk.reopenings.list({ round }), [round], ['round'])
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  const waiting = asked.value?.find(({ decidedAt }) => decidedAt === null)
  if (waiting === undefined) return null
  const chairs = panel.value?.members.filter(({ chair }) => chair) ?? []
  const supervisors = panel.value?.officers.filter(({ role }) => role === 'supervisor') ?? []
  const decide = (granted: boolean) =>
    void run(() => desk.reopenings.decide({ round, granted, approver: approver ?? '' }))
  return (
    <Alert
      type="warning"
      showIcon
      title={words.waiting(say(waiting.stageName), waiting.askedBy, waiting.reason)}
      action={
        <span className="row mid wrap">
          <Select
            className="dissent-who"
            aria-label={words.approver}
            placeholder={words.approver}
            value={approver ?? null}
            options={[...chairs, ...supervisors].map(({ expert, name }) => ({ value: expert, label: name }))}
            onChange={(expert: string | null) => setApprover(expert ?? undefined)}
          />
          <Button type="primary" loading={busy} disabled={approver === undefined} onClick={() => decide(true)}>
            {words.grant}
          </Button>
          <Button disabled={busy || approver === undefined} onClick={() => decide(false)}>
            {words.decline}
          </Button>
        </span>
      }
    />
  )
}
