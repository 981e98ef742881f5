/** 签到: who is there, who came late or left early and when. */
import { Button, Input, Table } from 'antd'
import { useState } from 'react'
import type { AttendanceView, PanelView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { Alternates } from './alternates.tsx'

type Event = AttendanceView['events'][number]['event']

/** Today at the time of the clock typed, or nothing: now. */
function momentOf(clock: string): { time?: string } {
  const [hours, minutes] = clock.split(':').map(Number)
  if (hours === undefined || minutes === undefined || clock === '') return {}
  const moment = new Date()
  moment.setHours(hours, minutes, 0, 0)
  return { time: moment.toISOString() }
}

export function AttendanceTab({ panel }: { panel: PanelView }) {
  const { desk: words, common } = useWords()
  const { people: say } = words
  const when = useWhen()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [clock, setClock] = useState('')
  const attendance = useRead(() => desk.attendance.show({ round }), [round], ['panel'])
  const note = (expert: string, event: Event) =>
    void run(() => desk.attendance.note({ round, expert, event, ...momentOf(clock) }))
  return (
    <Shown of={attendance}>
      {({ seats, events }) => (
        <div className="stack">
          <div className="row mid wrap">
            <strong>{words.vote.attendance(seats.filter(({ present }) => present).length, seats.length)}</strong>
            <span className="grow soft small">{say.seatsHint}</span>
            <span className="row mid">
              {say.time}
              <Input
                type="time"
                aria-label={say.time}
                className="attendance-clock"
                value={clock}
                onChange={(event) => setClock(event.target.value)}
              />
              <span className="soft small">{say.timeHint}</span>
            </span>
          </div>
          <Table
            rowKey="expert"
            size="small"
            pagination={false}
            dataSource={seats}
            columns={[
              { title: words.panel.seat, dataIndex: 'seat', width: 70, render: (seat: number) => common.seatNo(seat) },
              { title: words.panel.name, dataIndex: 'name', render: (name: string) => <strong>{name}</strong> },
              {
                title: say.state,
                key: 'state',
                render: (_, { expert, present }) => {
                  const last = events.findLast((event) => event.expert === expert)
                  return (
                    <>
                      <Chip tone={present ? 'ok' : 'no'}>{present ? say.present : say.absent}</Chip>{' '}
                      {last === undefined ? null : (
                        <span className="soft small">
                          {say.events[last.event]} {when(last.time, 'clock')}
                        </span>
                      )}
                    </>
                  )
                },
              },
              {
                title: say.note,
                key: 'acts',
                align: 'right',
                render: (_, { expert, name, present }) =>
                  (present ? (['late', 'left', 'left-early'] as const) : (['arrived', 'late'] as const)).map(
                    (event) => (
                      <Button
                        key={event}
                        size="small"
                        className="attendance-act"
                        disabled={busy}
                        aria-label={say.eventOf(say.events[event], name)}
                        onClick={() => note(expert, event)}
                      >
                        {say.events[event]}
                      </Button>
                    ),
                  ),
              },
            ]}
          />
          <Alternates panel={panel} />
          <section aria-label={say.log}>
            <strong>{say.log}</strong>
            {events.length === 0 ? <p className="soft">{say.noLog}</p> : null}
            <ul className="attendance-log">
              {events.toReversed().map(({ expert, name, event, time, how }) => (
                <li key={`${expert} ${time} ${event}`}>
                  {when(time)} {name} {say.events[event]}
                  <span className="soft small"> {how === 'seat' ? say.how.seat : say.how.hand}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Shown>
  )
}
