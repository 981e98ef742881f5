/** The applicant takes the application back: the button, and the reason that stays beside its name on every list. */
import { Button } from 'antd'
import { useState } from 'react'
import type { PacketView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { ReasonAsk } from '../frame/reason-ask.tsx'
import { useRound } from '../frame/round.ts'

export function Withdraw({ packet }: { packet: PacketView }) {
  const { packet: words } = useWords().desk
  const { round } = useRound()
  const { run } = useDeskAct()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      {isAsking ? (
        <ReasonAsk
          title={words.withdrawTitle(packet.workshop)}
          means={words.withdrawMeans}
          example={words.withdrawExample}
          ok={words.withdraw}
          close={() => setAsking(false)}
          act={(reason) => run(() => desk.packets.withdraw({ round, packet: packet.packet, reason }))}
        />
      ) : null}
    </>
  )
}
