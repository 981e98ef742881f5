/** 实名表决: one application at a time is opened, voted on at the seats, and closed. Choices show only after closing. */
import { Alert, Button } from 'antd'
import type { VoteView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { PacketPicker } from '../frame/packet-picker.tsx'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { Attendance } from './attendance.tsx'
import { OneVote } from './one-vote.tsx'

function chosenVote(votes: readonly VoteView[], wanted: string | null): VoteView | undefined {
  return (
    votes.find(({ packet }) => packet === wanted) ??
    votes.find(({ state }) => state === 'open') ??
    votes.find(({ state }) => state === 'not-opened') ??
    votes[0]
  )
}

export function VoteStage({ packet }: { packet: string | null }) {
  const { vote: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
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
                <span className="soft small">{words.count(closed, view.votes.length)}</span>
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
              <Attendance present={view.present} locked={open !== undefined} />
              {chosen === undefined ? (
                <Empty title={words.emptyTitle} />
              ) : (
                <div className="two">
                  <PacketPicker view="vote" list={entries} chosen={chosen.packet} />
                  <OneVote vote={chosen} open={open} next={next} ruleAdopted={view.ruleAdopted} />
                </div>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}
