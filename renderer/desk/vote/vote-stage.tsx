/** 实名表决: one application at a time is opened, voted on at the seats, and closed. Choices show only after closing. */
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { VoteView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { FloorBar } from '../frame/floor-bar.tsx'
import { PacketPicker } from '../frame/packet-picker.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { Attendance } from './attendance.tsx'
import { ListForm } from './list-form.tsx'
import { OneVote } from './one-vote.tsx'

function chosenVote(votes: readonly VoteView[], wanted: string | null): VoteView | undefined {
  return (
    votes.find(({ packet }) => packet === wanted) ??
    votes.find(({ state }) => state === 'open') ??
    votes.find(({ state }) => state === 'not-opened') ??
    votes[0]
  )
}

/** One ballot for several applications; only while nothing else is before the room. */
function PrepareList({ votes }: { votes: readonly VoteView[] }) {
  const { vote: words } = useWords().desk
  const [isAsked, setAsked] = useState(false)
  const free = votes.filter(({ state }) => state === 'not-opened').length
  const isBusy = votes.some(({ state }) => state === 'open' || state === 'prepared')
  if (free < 2 || isBusy) return null
  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.list}</Button>
      {isAsked ? <ListForm votes={votes} close={() => setAsked(false)} /> : null}
    </>
  )
}

/** Those level at the last place of a list: only another vote decides between them. */
function RunOff({ votes }: { votes: readonly VoteView[] }) {
  const { vote: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const tied = votes.filter(({ tally }) => tally?.tied)
  const [first] = tied
  if (first === undefined || votes.some(({ state }) => state === 'open' || state === 'prepared')) return null
  const chosen = votes.filter(({ list, tally }) => list?.packets.includes(first.packet) && tally?.passed).length
  const left = (first.list?.places ?? 0) - chosen
  const prepare = () =>
    run(() =>
      desk.votes.prepare({
        round,
        packets: tied.map(({ packet }) => packet),
        purpose: 'run-off',
        reason: words.runOffReason,
        places: left,
        maxYes: left,
      }),
    )
  return (
    <Alert
      type="warning"
      showIcon
      title={words.tied(tied.map(({ no, workshop }) => `${no} ${workshop}`).join('、'), left)}
      action={
        <Button loading={busy} onClick={() => void prepare()}>
          {words.runOff}
        </Button>
      }
    />
  )
}

export function VoteStage({ packet }: { packet: string | null }) {
  const { vote: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const may = useMay('vote')
  const votes = useRead(() => desk.votes.list({ round }), [round], ['votes', 'panel', 'round'])
  return (
    <section className="sheet" aria-labelledby="vote-title">
      <Shown of={votes}>
        {(view) => {
          const chosen = chosenVote(view.votes, packet)
          const open = view.votes.find(({ state }) => state === 'open')
          const next = view.votes.find(({ state }) => state === 'not-opened')
          const closed = view.votes.filter(({ state }) => state === 'closed').length
          const entries = view.votes.map((each) => ({
            ...each,
            isDone: each.state === 'closed',
            word: each.tally === null ? words.states[each.state] : each.tally.passed ? words.passed : words.failed,
          }))
          return (
            <>
              <div className="row mid wrap sheet-head">
                <h1 id="vote-title">{words.title}</h1>
                <span className="soft small grow">{words.count(closed, view.votes.length)}</span>
                {may && view.rule !== null ? <PrepareList votes={view.votes} /> : null}
              </div>
              {view.rule === null ? (
                <Alert
                  type="warning"
                  showIcon
                  title={words.noRule}
                  action={<Button onClick={() => go(hrefOf(round, 'choices', 'vote-rule'))}>{words.toRule}</Button>}
                />
              ) : (
                <p className="rule-sentence">{words.adopted(say(view.rule))}</p>
              )}
              {may ? <FloorBar packet={undefined} /> : null}
              {may ? <RunOff votes={view.votes} /> : null}
              <Attendance present={view.present} locked={open !== undefined} />
              {chosen === undefined ? (
                <Empty title={words.emptyTitle} />
              ) : (
                <div className="two">
                  <PacketPicker view="vote" list={entries} chosen={chosen.packet} />
                  <OneVote vote={chosen} all={view.votes} open={open} next={next} ruleAdopted={view.ruleAdopted} />
                </div>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}
