/** A paper ballot, entered twice by two people who do not see each other's entry. */
import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { VoteView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

type Choice = 'for' | 'against' | 'abstain' | 'invalid'
type Choices = Record<string, Choice>
export type PaperEntry = {
  expert: string
  choices: Choices
  second: { name: string; choices: Choices }
  note: string
}

function Lines({
  votes,
  chosen,
  choose,
}: {
  votes: readonly VoteView[]
  chosen: Choices
  choose: (choices: Choices) => void
}) {
  const { common } = useWords()
  const offered: Choice[] =
    votes[0]?.abstention === 'not-allowed' ? ['for', 'against', 'invalid'] : ['for', 'against', 'abstain', 'invalid']
  return (
    <>
      {votes.map((vote) => (
        <Form.Item key={vote.packet} label={`${vote.no} ${vote.workshop}`}>
          <Radio.Group
            aria-label={`${vote.no} ${vote.workshop}`}
            optionType="button"
            value={chosen[vote.packet] ?? null}
            options={offered.map((choice) => ({ value: choice, label: common.ballot[choice] }))}
            onChange={(event) => choose({ ...chosen, [vote.packet]: event.target.value as Choice })}
          />
        </Form.Item>
      ))}
    </>
  )
}

type Props = { votes: readonly VoteView[]; close: () => void; cast: (entry: PaperEntry) => Promise<unknown> }

export function PaperBallot({ votes, close, cast }: Props) {
  const { desk: words, common } = useWords()
  const { message } = App.useApp()
  const [expert, setExpert] = useState<string>()
  const [first, setFirst] = useState<Choices>({})
  const [second, setSecond] = useState<Choices>({})
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [isSecond, setIsSecond] = useState(false)
  const [busy, setBusy] = useState(false)
  const voters = [
    ...new Map(
      votes
        .flatMap((vote) => vote.ballots)
        .filter(({ state, second: by }) => state === 'waiting' || (state === 'voted' && by !== ''))
        .map((ballot) => [ballot.expert, ballot]),
    ).values(),
  ]
  const voter = voters.find((one) => one.expert === expert)
  const own = votes.filter((vote) =>
    vote.ballots.some((ballot) => ballot.expert === expert && ballot.state !== 'recused'),
  )
  const isWhole = (choices: Choices) => own.length > 0 && own.every(({ packet }) => choices[packet] !== undefined)
  const save = async () => {
    if (voter === undefined) return
    setBusy(true)
    const entry = { expert: voter.expert, choices: first, second: { name: name.trim(), choices: second }, note }
    const done = await cast(entry)
    setBusy(false)
    if (done === undefined) {
      // What the two saw differs: both look again, from the beginning.
      setIsSecond(false)
      setFirst({})
      setSecond({})
      return
    }
    message.success(words.vote.paperSaved(voter.seat, voter.name))
    close()
  }
  return (
    <Modal
      open
      width={620}
      title={isSecond ? words.vote.paperSecond : words.vote.paperTitle}
      okText={isSecond ? words.vote.paperSave : words.vote.paperNext}
      cancelText={common.cancel}
      okButtonProps={{ disabled: isSecond ? !isWhole(second) || name.trim() === '' : !isWhole(first) }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => (isSecond ? void save() : setIsSecond(true))}
    >
      <p className="soft">{isSecond ? words.vote.paperSecondHint : words.vote.paperHint}</p>
      <Form layout="vertical">
        {isSecond ? (
          <Form.Item label={words.vote.paperSecondName}>
            <Input autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
          </Form.Item>
        ) : (
          <Form.Item label={words.vote.paperWho}>
            <Select
              aria-label={words.vote.paperWho}
              value={expert ?? null}
              options={voters.map((one) => ({
                value: one.expert,
                label: `${common.seatNo(one.seat)} ${one.name}`,
              }))}
              onChange={(chosen: string) => {
                setExpert(chosen)
                setFirst({})
              }}
            />
          </Form.Item>
        )}
        {isSecond && voter !== undefined ? (
          <p>
            {common.seatNo(voter.seat)} {voter.name}
          </p>
        ) : null}
        {expert === undefined ? null : (
          <Lines votes={own} chosen={isSecond ? second : first} choose={isSecond ? setSecond : setFirst} />
        )}
        {!isSecond && Object.values(first).includes('invalid') ? (
          <Form.Item label={words.vote.paperNote}>
            <Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}
