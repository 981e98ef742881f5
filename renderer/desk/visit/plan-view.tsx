/** The plan of visits: stops in the order of the route, a draft until it is settled. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { VisitStop } from '#core/visits/record.ts'
import type { VisitPlanView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'

export function PlanView() {
  const { round } = useRound()
  const plan = useRead(() => desk.visits.planning({ round }), [round], ['visits', 'panel', 'packets'])
  return <Shown of={plan}>{(view) => <Plan key={view.draft?.at ?? 'settled'} view={view} />}</Shown>
}

/** Today, as a date input writes it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function Plan({ view }: { view: VisitPlanView }) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const say = useSay()
  const may = useMay('plan-visits')
  const { message, modal } = App.useApp()
  const { run, busy } = useDeskAct()
  const [stops, setStops] = useState<readonly VisitStop[]>(view.draft?.stops ?? view.settled)
  const isChanged = JSON.stringify(stops) !== JSON.stringify(view.settled)
  const free = (packet: string) => view.members.filter(({ recusedFrom }) => !recusedFrom.includes(packet))
  const added = (packet: string): VisitStop[] => {
    const application = view.applications.find((one) => one.packet === packet)
    const team = free(packet).map(({ expert }) => expert)
    const [lead = '', second = lead] = team
    const last = stops.at(-1)
    if (!application || lead === '') return []
    return [
      {
        packet,
        date: last?.date ?? today(),
        time: null,
        place: application.place || application.workshop,
        team,
        lead,
        recorder: second,
      },
    ]
  }
  const left = view.applications.filter(({ packet }) => !stops.some((stop) => stop.packet === packet))
  const change = (at: number, part: Partial<VisitStop>) =>
    setStops(stops.map((stop, place) => (place === at ? { ...stop, ...part } : stop)))
  const move = (at: number, by: 1 | -1) => {
    const next = [...stops]
    const [stop] = next.splice(at, 1)
    if (stop) next.splice(at + by, 0, stop)
    setStops(next)
  }
  const save = async (settle: boolean) => {
    const saved = await run(() => desk.visits.plan({ round, stops: [...stops], settle }))
    if (saved) message.success(settle ? words.visit.planSettled(stops.length) : words.visit.planKept)
  }
  const settle = () =>
    modal.confirm({
      title: words.visit.settle,
      content: words.visit.settleWhat(stops.length),
      okText: words.visit.settle,
      centered: true,
      onOk: () => save(true),
    })
  return (
    <div className="stack visit-plan">
      <div className="row mid wrap">
        <Chip tone={view.settled.length > 0 && !isChanged ? 'ok' : 'warn'}>
          {view.settled.length === 0
            ? words.visit.planNone
            : isChanged
              ? words.visit.planChanged
              : words.visit.planSettled(view.settled.length)}
        </Chip>
        <span className="soft small grow">{words.visit.planHint}</span>
        {may && left.length > 0 ? (
          <Button onClick={() => setStops([...stops, ...left.flatMap(({ packet }) => added(packet))])}>
            {words.visit.addAll(left.length)}
          </Button>
        ) : null}
      </div>
      {view.problems.map((problem) => (
        <Alert key={problem.en} type="warning" showIcon title={say(problem)} />
      ))}
      <ol className="visit-stops">
        {stops.map((stop, at) => (
          <Stop
            key={stop.packet}
            at={at}
            last={stops.length - 1}
            stop={stop}
            view={view}
            locked={!may}
            onChange={(part) => change(at, part)}
            onMove={(by) => move(at, by)}
            onDrop={() => setStops(stops.filter((one) => one !== stop))}
          />
        ))}
      </ol>
      {may && left.length > 0 ? (
        <Select
          className="finding-add"
          aria-label={words.visit.addStop}
          placeholder={words.visit.addStop}
          value={null}
          options={left.map(({ packet, no, workshop }) => ({ value: packet, label: `${no} ${workshop}` }))}
          onChange={(packet: string | null) => packet !== null && setStops([...stops, ...added(packet)])}
        />
      ) : null}
      {may ? (
        <div className="row mid form-foot">
          <span className="grow" />
          <Button loading={busy} disabled={!isChanged} onClick={() => void save(false)}>
            {words.visit.keepPlan}
          </Button>
          <Button type="primary" loading={busy} disabled={!isChanged && view.draft === null} onClick={settle}>
            {words.visit.settle}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type StopProps = {
  at: number
  last: number
  stop: VisitStop
  view: VisitPlanView
  locked: boolean
  onChange: (part: Partial<VisitStop>) => void
  onMove: (by: 1 | -1) => void
  onDrop: () => void
}

function Stop({ at, last, stop, view, locked, onChange, onMove, onDrop }: StopProps) {
  const { desk: words, common } = useWords()
  const application = view.applications.find(({ packet }) => packet === stop.packet)
  const name = `${application?.no ?? ''} ${application?.workshop ?? stop.packet}`
  const people = view.members.map(({ expert, name: who, recusedFrom }) => {
    const isRecused = recusedFrom.includes(stop.packet)
    return { value: expert, label: isRecused ? words.visit.recused(who) : who, disabled: isRecused }
  })
  const inTeam = people.filter(({ value }) => stop.team.includes(value))
  const pick = (label: string, value: string, part: 'lead' | 'recorder') => (
    <span className="visit-pick">
      <span className="soft small">{label}</span>
      <Select
        aria-label={`${label} ${name}`}
        disabled={locked}
        value={value}
        options={inTeam}
        onChange={(expert) => onChange({ [part]: expert })}
      />
    </span>
  )
  return (
    <li className="visit-stop-row">
      <div className="row mid wrap">
        <strong className="grow">
          <span className="num">{at + 1}</span>　{name}
        </strong>
        {locked ? null : (
          <>
            <Button
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={words.visit.earlier(name)}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            />
            <Button
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={words.visit.later(name)}
              disabled={at === last}
              onClick={() => onMove(1)}
            />
            <Button icon={<DeleteOutlined aria-hidden />} aria-label={`${common.remove} ${name}`} onClick={onDrop} />
          </>
        )}
      </div>
      <div className="row wrap visit-stop-fields">
        <Input
          type="date"
          className="visit-date"
          aria-label={`${words.visit.date} ${name}`}
          disabled={locked}
          value={stop.date}
          onChange={(event) => event.target.value && onChange({ date: event.target.value })}
        />
        <Input
          type="time"
          className="visit-time"
          aria-label={`${words.visit.time} ${name}`}
          disabled={locked}
          value={stop.time ?? ''}
          onChange={(event) => onChange({ time: event.target.value || null })}
        />
        <Input
          className="grow visit-where"
          aria-label={`${words.visit.place} ${name}`}
          disabled={locked}
          maxLength={200}
          value={stop.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </div>
      <div className="row wrap visit-stop-fields">
        <span className="visit-pick grow">
          <span className="soft small">{words.visit.team}</span>
          <Select
            mode="multiple"
            aria-label={`${words.visit.team} ${name}`}
            disabled={locked}
            value={stop.team}
            options={people}
            onChange={(team: string[]) => onChange({ team })}
          />
        </span>
        {pick(words.visit.lead, stop.lead, 'lead')}
        {pick(words.visit.recorder, stop.recorder, 'recorder')}
      </div>
    </li>
  )
}
