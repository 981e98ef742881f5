/** Records of visits this member was on and has not signed: signed here once the visits are over. */
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { mayDo } from '#core/round/stages.ts'
import { wasOnVisit } from '#core/visits/record.ts'
import type { MeView, MyVisit } from '#host/api/shapes.ts'
import { seatClient } from '../../kit/connect.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { SignPart } from './sign-part.tsx'

/** While visits are under way they have a screen of their own, where they are signed too. */
export function UnsignedVisits({ me }: { me: MeView }) {
  return mayDo('sign-visit', me.stage) && !mayDo('record-visit', me.stage) ? <Unsigned me={me} /> : null
}

function isMine({ final }: MyVisit, { expert, name }: MeView): boolean {
  if (!final || final.signatures.some((one) => one.expert === expert)) return false
  return wasOnVisit(final, { expert, name })
}

function Unsigned({ me }: { me: MeView }) {
  const { visits: words } = useWords().seat
  const { round, expert } = me
  const [chosen, setChosen] = useState<string | null>(null)
  const mine = useRead(() => seatClient().visits.mine({ round, expert }), [round, expert], ['visits', 'round'])
  const waiting = (mine.value?.visits ?? []).filter((visit) => isMine(visit, me))
  if (waiting.length === 0) return null
  const open = waiting.find(({ packet }) => packet === chosen)
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={words.unsigned(waiting.length)}
        action={
          <span className="row wrap">
            {waiting.map(({ packet, no, workshop }) => (
              <Button key={packet} onClick={() => setChosen(packet)}>
                {words.signThis(`${no} ${workshop}`)}
              </Button>
            ))}
          </span>
        }
      />
      <Modal
        open={open !== undefined}
        width={760}
        footer={null}
        title={open ? `${open.no} ${open.workshop}` : ''}
        onCancel={() => setChosen(null)}
      >
        {open?.final ? <SignPart me={me} final={open.final} isAway={false} onDone={mine.again} /> : null}
      </Modal>
    </>
  )
}
