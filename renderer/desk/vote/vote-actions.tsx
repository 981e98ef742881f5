/** What the desk can do with a vote in its present state: prepare, open, enter a paper ballot, close, publish, repeat. */
import { App, Button } from 'antd'
import { useState } from 'react'
import type { VoteView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useConfirm } from '../frame/confirm.tsx'
import { ReasonAsk } from '../frame/reason-ask.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { Touched } from '../frame/touched.tsx'
import { go, hrefOf } from '../route.ts'
import type { VoteProps } from './one-vote.tsx'
import { PaperBallot } from './paper-ballot.tsx'

/** The vote with everything that stands on the same list. */
export function onSameList(vote: VoteView, all: readonly VoteView[]): VoteView[] {
  return vote.list === null ? [vote] : all.filter(({ packet }) => vote.list?.packets.includes(packet))
}

function CloseVote({ vote, all }: { vote: VoteView; all: readonly VoteView[] }) {
  const { desk: words, common } = useWords()
  const { modal } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const ballots = onSameList(vote, all).flatMap((one) => one.ballots)
  const waiting = [
    ...new Map(ballots.filter(({ state }) => state === 'waiting').map((one) => [one.seat, one])).values(),
  ]
  const voted = [...new Map(ballots.filter(({ state }) => state === 'voted').map((one) => [one.seat, one])).values()]
  const named = (seats: typeof voted) => seats.map(({ seat, name }) => `${common.seatNo(seat)} ${name}`).join('、')
  const ask = () =>
    modal.confirm({
      title: words.vote.closeAsk(vote.workshop),
      content: (
        <div className="stack">
          <p>{words.vote.closeMeans(voted.length, named(voted))}</p>
          <Touched round={round} act="close-vote" of={vote.packet} />
        </div>
      ),
      okText: words.vote.close,
      cancelText: common.cancel,
      width: 560,
      onOk: () => run(() => desk.votes.close({ round, packet: vote.packet })),
    })
  const explain = () =>
    modal.info({
      title: words.vote.stillWaiting(waiting.length),
      content: words.vote.closeWaiting(named(waiting)),
      okText: words.vote.understood,
    })
  if (waiting.length > 0) {
    return (
      <Button size="large" className="still-missing" onClick={explain}>
        {words.vote.stillWaiting(waiting.length)}
      </Button>
    )
  }
  return (
    <Button type="primary" size="large" loading={busy} onClick={ask}>
      {words.vote.close}
    </Button>
  )
}

function OpenVote({ vote, all }: VoteProps) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [isPaper, setPaper] = useState(false)
  return (
    <>
      <Button size="large" disabled={busy} onClick={() => setPaper(true)}>
        {words.vote.paper}
      </Button>
      <CloseVote vote={vote} all={all} />
      {isPaper ? (
        <PaperBallot
          votes={onSameList(vote, all)}
          close={() => setPaper(false)}
          cast={(input) =>
            run(() => {
              const { expert, choices, second, note } = input
              if (vote.list !== null) return desk.votes.castList({ round, expert, choices, second, note })
              const choice = choices[vote.packet] ?? 'invalid'
              const again = { name: second.name, choice: second.choices[vote.packet] ?? 'invalid' }
              return desk.votes.cast({ round, expert, packet: vote.packet, choice, second: again, note })
            })
          }
        />
      ) : null}
    </>
  )
}

function ClosedVote({ vote, next, open }: VoteProps) {
  const { desk: words, common } = useWords()
  const { modal } = App.useApp()
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [isAgain, setAgain] = useState(false)
  const other = open ?? next
  const publish = () =>
    modal.confirm({
      title: words.vote.publishAsk(vote.workshop, ''),
      content: (
        <div className="stack">
          {vote.tally === null ? null : <p>{say(vote.tally.sentence)}</p>}
          <Touched round={round} act="publish-vote" of={vote.packet} />
        </div>
      ),
      okText: words.vote.publish,
      cancelText: common.cancel,
      width: 560,
      onOk: () => run(() => desk.votes.publish({ round, packet: vote.packet })),
    })
  return (
    <>
      <Button disabled={busy || open !== undefined} onClick={() => setAgain(true)}>
        {words.vote.again}
      </Button>
      {vote.publishedAt === null ? (
        <Button type="primary" size="large" loading={busy} onClick={publish}>
          {words.vote.publish}
        </Button>
      ) : null}
      {other === undefined ? null : (
        <Button
          size="large"
          type={vote.publishedAt === null ? 'default' : 'primary'}
          onClick={() => go(hrefOf(round, 'vote', other.packet))}
        >
          {open === undefined ? words.vote.next(other.workshop) : words.vote.otherOpen(other.workshop)}
        </Button>
      )}
      {isAgain ? (
        <ReasonAsk
          title={words.vote.againTitle(`${vote.no} ${vote.workshop}`)}
          means={words.vote.againMeans}
          example={words.vote.againExample}
          ok={words.vote.prepare}
          close={() => setAgain(false)}
          act={(reason) => run(() => desk.votes.prepare({ round, packets: [vote.packet], purpose: 'repeat', reason }))}
        />
      ) : null}
    </>
  )
}

function Prepared({ vote, all }: VoteProps) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const confirm = useConfirm()
  const [isBack, setBack] = useState(false)
  const begin = async () => {
    const opened = await run(() => desk.votes.open({ round, packet: vote.packet }))
    // The address keeps this application on the screen after its vote is closed, so that the tally is seen.
    if (opened !== undefined) go(hrefOf(round, 'vote', vote.packet))
  }
  const together = onSameList(vote, all)
  // Recusals may differ on one ballot, and with them the votes that are needed.
  const announced = new Map<string, number[]>()
  for (const { no, appointed, recused, present, needed } of together) {
    const sentence = words.vote.openMeans(appointed, recused, present, needed)
    announced.set(sentence, [...(announced.get(sentence) ?? []), no])
  }
  const ask = () =>
    confirm({
      title:
        together.length > 1
          ? words.vote.openAskList(together.length)
          : words.vote.openAsk(`${vote.no} ${vote.workshop}`),
      ok: words.vote.open,
      act: begin,
      content: (
        <>
          {[...announced].map(([sentence, numbers]) => (
            <p key={sentence}>
              {announced.size > 1 ? <strong>{words.vote.numbers(numbers)} </strong> : null}
              {sentence}
            </p>
          ))}
          <p>{words.vote.openFixes}</p>
          <Touched round={round} act="open-vote" of={vote.packet} />
        </>
      ),
    })
  return (
    <>
      <Button disabled={busy} onClick={() => setBack(true)}>
        {words.vote.withdraw}
      </Button>
      <Button type="primary" size="large" loading={busy} onClick={ask}>
        {words.vote.open}
      </Button>
      {isBack ? (
        <ReasonAsk
          title={words.vote.withdrawTitle}
          means=""
          example={words.vote.withdrawExample}
          ok={words.vote.withdraw}
          close={() => setBack(false)}
          act={(reason) => run(() => desk.votes.withdraw({ round, packet: vote.packet, reason }))}
        />
      ) : null}
    </>
  )
}

export function VoteActions(props: VoteProps) {
  const { vote, open, all, ruleAdopted } = props
  const { vote: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('vote')
  const { run, busy } = useDeskAct()
  if (!may) return null
  if (vote.state === 'open') return <OpenVote {...props} />
  if (vote.state === 'prepared') return <Prepared {...props} />
  if (vote.state === 'closed') return <ClosedVote {...props} />
  const other = open ?? all.find(({ state }) => state === 'prepared')
  if (other !== undefined) {
    return (
      <Button size="large" onClick={() => go(hrefOf(round, 'vote', other.packet))}>
        {words.otherOpen(other.workshop)}
      </Button>
    )
  }
  return (
    <Button
      type="primary"
      size="large"
      loading={busy}
      disabled={!ruleAdopted}
      onClick={() => void run(() => desk.votes.prepare({ round, packets: [vote.packet] }))}
    >
      {words.prepare}
    </Button>
  )
}
