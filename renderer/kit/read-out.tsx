/** 唱票: the ballots of a closed vote, read aloud name by name; the wall shows what was read. */
import { Button } from 'antd'
import { useState } from 'react'
import type { VoteView } from '#host/api/shapes.ts'
import { useWords } from './words/words.ts'

type Props = {
  vote: VoteView
  busy: boolean
  /** Shows the room the first `upTo` ballots; undefined when it was refused. */
  readOut: (upTo: number) => Promise<unknown>
}

export function ReadOut({ vote, busy, readOut }: Props) {
  const { desk: words, common } = useWords()
  const [read, setRead] = useState(0)
  const voted = vote.ballots.filter(({ state }) => state === 'voted')
  const next = voted[read]
  const now = voted[read - 1]
  const go = async (upTo: number) => {
    if ((await readOut(upTo)) !== undefined) setRead(upTo)
  }
  return (
    <section className="read-out" aria-label={words.vote.readOut}>
      <div className="row mid wrap">
        <strong>{words.vote.readOut}</strong>
        <span className="soft small grow">{words.vote.readOutHint}</span>
        {read === 0 ? null : (
          <Button disabled={busy} onClick={() => void go(read - 1)}>
            {words.vote.readBack}
          </Button>
        )}
        {next === undefined ? (
          <span>{words.vote.readDone}</span>
        ) : (
          <Button size="large" loading={busy} onClick={() => void go(read + 1)}>
            {words.vote.readNext(next.seat, next.name)}
          </Button>
        )}
      </div>
      {now === undefined ? null : (
        <p className="read-out-now" role="status">
          {common.seatNo(now.seat)} {now.name}：<strong>{common.ballot[now.choice ?? 'invalid']}</strong>
        </p>
      )}
    </section>
  )
}
