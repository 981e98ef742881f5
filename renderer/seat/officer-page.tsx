/** The seat of those who run or watch the room: each sees what the table of roles gives them, and no more. */
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { mayCall } from '#core/panel/roles.ts'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, ReopeningView, VoteView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { useAct, useRead } from '../kit/hooks.ts'
import { useSay } from '../kit/lang.ts'
import { MinutesForm } from '../kit/minutes-form.tsx'
import { ReadOut } from '../kit/read-out.tsx'
import { Chip, SheetMark, Shown } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { FloorStrip } from './floor-strip.tsx'

type Own = { me: MeView }

/** How far each seat is with each application: states only. */
function Progress({ me }: Own) {
  const { seat: words, common } = useWords()
  const { round } = me
  const progress = useRead(() => seatClient().progress.show({ round }), [round], ['sheets', 'panel', 'seats', 'round'])
  return (
    <section className="officer-card" aria-labelledby="officer-progress">
      <h2 id="officer-progress">{words.officer.progress}</h2>
      <Shown of={progress}>
        {({ rows, seats }) => (
          <div className="officer-scroll">
            <table>
              <thead>
                <tr>
                  <td />
                  {seats.map(({ expert, seat, name }) => (
                    <th key={expert} title={name}>
                      {common.seatNo(seat)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ packet, no, workshop, states }) => (
                  <tr key={packet}>
                    <th scope="row">
                      {no} {workshop}
                    </th>
                    {states.map((state, at) => (
                      <td key={seats[at]?.expert}>
                        <SheetMark state={state} bare />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
    </section>
  )
}

function Reopening({ me, asked, again }: Own & { asked: ReopeningView; again: () => void }) {
  const { seat: words, desk } = useWords()
  const say = useSay()
  const { run, busy } = useAct()
  const { askedBy, stageName, reason, decidedAt, granted, decidedBy } = asked
  const decide = async (yes: boolean) => {
    await run(() => seatClient().reopenings.decide({ round: me.round, granted: yes }))
    again()
  }
  return (
    <Alert
      type={decidedAt === null ? 'warning' : 'info'}
      showIcon
      title={words.officer.asked(askedBy, say(stageName), reason)}
      description={
        decidedAt === null
          ? undefined
          : granted
            ? words.officer.granted(decidedBy ?? '')
            : words.officer.declined(decidedBy ?? '')
      }
      action={
        decidedAt === null ? (
          <span className="row wrap">
            <Button type="primary" loading={busy} onClick={() => void decide(true)}>
              {desk.reopen.grant}
            </Button>
            <Button disabled={busy} onClick={() => void decide(false)}>
              {desk.reopen.decline}
            </Button>
          </span>
        ) : undefined
      }
    />
  )
}

/** Requests to reopen a stage: a supervisor, or the chair, decides here in person. */
export function Reopenings({ me, onlyWaiting = false }: Own & { onlyWaiting?: boolean }) {
  const { officer: words } = useWords().seat
  const { round } = me
  const asked = useRead(() => seatClient().reopenings.list({ round }), [round], ['round'])
  const shown = (asked.value ?? []).filter(({ decidedAt }) => !onlyWaiting || decidedAt === null)
  if (onlyWaiting && shown.length === 0) return null
  return (
    <section className="officer-card" aria-labelledby="officer-reopenings">
      <h2 id="officer-reopenings">{words.reopenings}</h2>
      {shown.length === 0 ? <p className="soft">{words.noReopenings}</p> : null}
      {shown.map((one) => (
        <Reopening key={one.askedAt} me={me} asked={one} again={asked.again} />
      ))}
    </section>
  )
}

function Vote({ me, vote }: Own & { vote: VoteView }) {
  const { seat: words, desk, common } = useWords()
  const say = useSay()
  const { run, busy } = useAct()
  const { tally, paper } = vote
  const isRead = mayCall(me.role, 'votes.readOut') && vote.state === 'closed' && vote.publishedAt === null
  return (
    <li className="officer-vote">
      <div className="row mid wrap">
        <strong className="grow">
          {vote.no} {vote.workshop}
        </strong>
        <Chip tone={tally?.passed ? 'ok' : vote.state === 'open' ? 'info' : 'plain'}>
          {tally === null ? desk.vote.states[vote.state] : tally.passed ? desk.vote.passed : desk.vote.failed}
        </Chip>
      </div>
      <p className="soft">{words.officer.numbers(vote.appointed, vote.present, vote.recused, vote.needed)}</p>
      {tally === null ? (
        vote.state === 'open' ? (
          <p>
            {desk.vote.progress(vote.ballots.filter(({ state }) => state === 'voted').length, vote.present)} ·{' '}
            {words.officer.hidden}
          </p>
        ) : null
      ) : (
        <>
          <p>
            <strong>{desk.vote.tally(tally.for, tally.against, tally.abstain)}</strong>{' '}
            {paper === null ? null : desk.vote.papers(paper.issued, paper.returned, paper.valid, paper.invalid)}
          </p>
          <p>{say(tally.sentence)}</p>
          <p className="soft small">
            {vote.ballots
              .map(
                ({ seat, name, choice, state }) =>
                  `${common.seatNo(seat)} ${name} ${choice === null ? desk.vote.ballot[state] : common.ballot[choice]}`,
              )
              .join('、')}
          </p>
        </>
      )}
      {isRead ? (
        <ReadOut
          key={vote.turn}
          vote={vote}
          busy={busy}
          readOut={(upTo) => run(() => seatClient().votes.readOut({ round: me.round, packet: vote.packet, upTo }))}
        />
      ) : null}
    </li>
  )
}

/** Votes with their numbers; counts and names once a vote is closed. */
function Votes({ me }: Own) {
  const { officer: words } = useWords().seat
  const { round } = me
  const votes = useRead(() => seatClient().votes.list({ round }), [round], ['votes', 'panel', 'round'])
  return (
    <section className="officer-card" aria-labelledby="officer-votes">
      <h2 id="officer-votes">{words.votes}</h2>
      <Shown of={votes}>
        {(view) => {
          const begun = view.votes.filter(({ state }) => state !== 'not-opened')
          if (begun.length === 0) return <p className="soft">{words.noVotes}</p>
          return (
            <ul className="officer-votes">
              {begun.map((vote) => (
                <Vote key={vote.packet} me={me} vote={vote} />
              ))}
            </ul>
          )
        }}
      </Shown>
    </section>
  )
}

/** The recorder writes the minutes of the item before the room, or of any other. */
function Minutes({ me }: Own) {
  const { seat: words, desk } = useWords()
  const { round } = me
  const { run, busy } = useAct()
  const [chosen, setChosen] = useState<string>()
  const minutes = useRead(() => seatClient().minutes.list({ round }), [round], ['minutes', 'packets', 'panel'])
  const floor = useRead(() => seatClient().floor.show({ round }), [round], ['floor'])
  const may = mayDo('record-minutes', me.stage)
  return (
    <section className="officer-card" aria-labelledby="officer-minutes">
      <h2 id="officer-minutes">{words.officer.minutes}</h2>
      {may ? null : <p className="soft">{words.officer.minutesLater}</p>}
      <Shown of={minutes}>
        {(list) => {
          const packet = chosen ?? floor.value?.item?.packet
          const entry = list.find((one) => one.packet === packet) ?? list[0]
          if (entry === undefined) return null
          return (
            <>
              <Select
                aria-label={desk.frame.applications}
                value={entry.packet}
                options={list.map(({ packet: value, no, workshop, recorded }) => ({
                  value,
                  label: `${no} ${workshop} · ${recorded ? desk.visit.recorded : desk.visit.notRecorded}`,
                }))}
                onChange={setChosen}
              />
              <MinutesForm
                key={`${entry.packet} ${entry.at}`}
                minutes={entry}
                locked={!may}
                busy={busy}
                save={async (said) => {
                  const saved = await run(() => seatClient().minutes.record({ round, packet: entry.packet, ...said }))
                  minutes.again()
                  return saved
                }}
              />
            </>
          )
        }}
      </Shown>
    </section>
  )
}

export function OfficerPage({ me }: Own) {
  const { seat: words, desk, common } = useWords()
  const say = useSay()
  const { role } = me
  const isAlternate = role === 'alternate'
  const title =
    role === 'chair' || role === 'expert' ? '' : isAlternate ? desk.alternate.waiting : desk.people.roles[role]
  return (
    <div className="officer">
      <header className="seat-head">
        <h1>
          {title} · {me.name}
        </h1>
        <Chip tone="info">
          {say(me.activityName)} · {say(me.stageName)}
        </Chip>
        <span className="soft">{common.seatNo(me.seat)}</span>
        <span className="grow" />
        <DisplayMenu />
        <LanguageSwitch />
      </header>
      <main className="officer-main">
        <FloorStrip me={me} />
        {isAlternate ? (
          <p className="officer-card" role="status">
            {words.officer.alternateWaits}
          </p>
        ) : null}
        {mayCall(role, 'reopenings.decide') ? <Reopenings me={me} /> : null}
        {mayCall(role, 'votes.list') ? <Votes me={me} /> : null}
        {mayCall(role, 'progress.show') ? <Progress me={me} /> : null}
        {mayCall(role, 'minutes.record') ? <Minutes me={me} /> : null}
      </main>
    </div>
  )
}
