/** 唱票: the ballots of a closed vote, read aloud seat by seat; the wall shows what was read. */
import { Button } from 'antd'
import { useState } from 'react'
import type { VoteView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function ReadOut({ vote }: { vote: VoteView }) {
  const { desk: words, common } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [read, setRead] = useState(0)
  const voted = vote.ballots.filter(({ state }) => state === 'voted')
  const next = voted[read]
  const go = async (upTo: number) => {
    if ((await run(() => desk.votes.readOut({ round, packet: vote.packet, upTo }))) !== undefined) setRead(upTo)
  }
  return (
    <section className="read-out" aria-label={words.vote.readOut}>
      <div className="row mid wrap">
        <strong>{words.vote.readOut}</strong>
        <span className="soft small grow">{words.vote.readOutHint}</span>
        {next === undefined ? (
          <span>{words.vote.readDone}</span>
        ) : (
          <Button size="large" loading={busy} onClick={() => void go(read + 1)}>
            {words.vote.readNext(next.seat, next.name)}
          </Button>
        )}
      </div>
      {read === 0 ? null : (
        <p className="read-out-now" role="status">
          {common.seatNo(voted[read - 1]?.seat ?? 0)} {voted[read - 1]?.name}：
          <strong>{common.ballot[voted[read - 1]?.choice ?? 'invalid']}</strong>
        </p>
      )}
    </section>
  )
}
