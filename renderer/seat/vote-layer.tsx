/** The ballot: covers the work while a vote is open, or says why this seat does not vote. Changeable until closing. */
import { CheckCircleFilled, InfoCircleOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { MeView, MyVoteView, VoteView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct, useRead } from '../kit/hooks.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { type Choice, ListBallot } from './vote-list.tsx'
import './vote.css'

const choices: Choice[] = ['for', 'against', 'abstain']

export function VoteLayer({ me }: { me: MeView }) {
  const { round, expert } = me
  const mine = useRead(() => seatClient().votes.mine({ round, expert }), [round, expert], ['votes', 'panel', 'round'])
  const vote = mine.value?.open
  if (!mine.value || !vote) return null
  return <Ballot key={`${vote.packet} ${vote.turn}`} me={me} mine={mine.value} vote={vote} again={mine.again} />
}

type Props = { me: MeView; mine: MyVoteView; vote: VoteView; again: () => void }

/** Three large buttons, and one more step before the choice is sent. */
function OneChoice({
  vote,
  busy,
  cast,
}: {
  vote: VoteView
  busy: boolean
  cast: (choice: Choice) => Promise<boolean>
}) {
  const { seat: words, common } = useWords()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const offered = choices.filter((choice) => choice !== 'abstain' || vote.abstention !== 'not-allowed')
  if (chosen === null) {
    return (
      <div className="vote-choices">
        {offered.map((choice) => (
          <Button key={choice} onClick={() => setChosen(choice)}>
            {common.ballot[choice]}
          </Button>
        ))}
      </div>
    )
  }
  return (
    <div className="vote-said">
      <p className="vote-big">
        {words.youChoose} <b>{common.ballot[chosen]}</b>
      </p>
      <p>{words.voteFinal}</p>
      <div className="seat-me-buttons">
        <Button size="large" disabled={busy} onClick={() => setChosen(null)}>
          {words.voteBack}
        </Button>
        <Button
          size="large"
          type="primary"
          danger
          loading={busy}
          onClick={() => void cast(chosen).then((isCast) => isCast || setChosen(null))}
        >
          {words.voteCast}
        </Button>
      </div>
    </div>
  )
}

function Ballot({ me, mine, vote, again }: Props) {
  const { seat: words, common } = useWords()
  const say = useSay()
  const { run, busy } = useAct()
  const [isCast, setCast] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const title = useRef<HTMLSpanElement>(null)
  const hasVoted = (isCast || mine.voted !== null) && !isChanging
  const { round, expert } = me

  const send = async (call: () => Promise<MyVoteView>): Promise<boolean> => {
    const done = (await run(call)) !== undefined
    if (done) {
      setCast(true)
      setChanging(false)
    }
    again()
    return done
  }
  const body = () => {
    if (!mine.may) {
      return (
        <div className="vote-said" role="status">
          <InfoCircleOutlined className="vote-cannot" aria-hidden />
          <p className="vote-big">{mine.why ? say(mine.why) : words.voteWait}</p>
        </div>
      )
    }
    if (hasVoted) {
      return (
        <div className="vote-said" role="status">
          <CheckCircleFilled className="vote-done" aria-hidden />
          <p className="vote-big">{words.voted}</p>
          <p className="soft">{words.votedWait}</p>
          <Button size="large" onClick={() => setChanging(true)}>
            {words.voteChange}
          </Button>
        </div>
      )
    }
    if (vote.list !== null) {
      return (
        <ListBallot
          mine={mine}
          busy={busy}
          cast={(chosen) => send(() => seatClient().votes.castList({ round, expert, choices: chosen }))}
        />
      )
    }
    return (
      <OneChoice
        vote={vote}
        busy={busy}
        cast={(choice) => send(() => seatClient().votes.cast({ round, expert, packet: vote.packet, choice }))}
      />
    )
  }
  return (
    <Modal
      open
      centered
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={820}
      className="vote"
      title={
        <span ref={title} tabIndex={-1} className="vote-title">
          {vote.list === null ? `${vote.no} ${vote.workshop}` : words.voteNow}
        </span>
      }
      // No choice is nearer than another: the focus starts on the name, not on a button.
      afterOpenChange={() => title.current?.focus()}
    >
      {vote.list === null ? (
        <p>
          {vote.unit} · {words.leader(vote.leader)}
        </p>
      ) : null}
      <p className="soft">
        {words.voteNow} · {words.voteOf(mine.done + 1, mine.of)} · {common.seatNo(me.seat)} {me.name}
      </p>
      <p className="vote-rule">
        <b>{words.voteNeeds(vote.needed)}</b>
        <span className="soft">{words.voteHeads(vote.appointed, vote.recused, vote.present)}</span>
        <span className="soft">{words.voteRule(say(vote.rule))}</span>
      </p>
      {body()}
    </Modal>
  )
}
