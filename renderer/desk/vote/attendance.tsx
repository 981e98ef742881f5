/** 签到: who is in the room. Those who are not are out of "present" in every vote opened afterwards. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { hrefOf } from '../route.ts'

export function Attendance({ present, locked }: { present: string[]; locked: boolean }) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const may = useMay('vote')
  const { run, busy } = useDeskAct()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  // A tick shows at once; it is forgotten as soon as the host says who is there now.
  const [ticked, setTicked] = useState<{ before: string; expert: string; isPresent: boolean }>()
  const before = present.join()
  const isShownPresent = (expert: string) =>
    ticked?.before === before && ticked.expert === expert ? ticked.isPresent : present.includes(expert)
  const mark = async (expert: string, isPresent: boolean) => {
    setTicked({ before, expert, isPresent })
    const taken = await run(() => desk.attendance.note({ round, expert, event: isPresent ? 'arrived' : 'left' }))
    if (taken === undefined) setTicked(undefined)
  }
  return (
    <Shown of={panel}>
      {(view) => (
        <fieldset className="plain-set attendance">
          <legend>{words.vote.attendance(present.length, view.members.length)}</legend>
          <div className="row wrap">
            {view.members.map(({ expert, seat, name }) => (
              <Checkbox
                key={expert}
                disabled={!may || busy}
                checked={isShownPresent(expert)}
                onChange={(event) => void mark(expert, event.target.checked)}
              >
                {words.reading.seat(seat)} {name}
              </Checkbox>
            ))}
          </div>
          <a href={hrefOf(round, 'panel', 'attendance')}>{words.people.toAttendance}</a>
          {locked ? <span className="soft small">{words.vote.attendanceWhileOpen}</span> : null}
        </fieldset>
      )}
    </Shown>
  )
}
