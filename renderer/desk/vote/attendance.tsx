/** 签到: who is in the room. Those who are not are out of "present" in every vote opened afterwards. */
import { Checkbox } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'

export function Attendance({ present, locked }: { present: string[]; locked: boolean }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const may = useMay('vote')
  const { run, busy } = useDeskAct()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  const mark = (expert: string, isPresent: boolean) =>
    run(() =>
      desk.panel.attend({ round, present: isPresent ? [...present, expert] : present.filter((each) => each !== expert) }),
    )
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
                checked={present.includes(expert)}
                onChange={(event) => void mark(expert, event.target.checked)}
              >
                {common.seatNo(seat)} {name}
              </Checkbox>
            ))}
          </div>
          {locked ? <span className="soft small">{words.vote.attendanceWhileOpen}</span> : null}
        </fieldset>
      )}
    </Shown>
  )
}
