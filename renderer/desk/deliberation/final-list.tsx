/** 最终建议名单: the score order beside the list that the panel settles; what departs from it wants a reason. */
import { Alert, Button, Input, InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import { fromRatio } from '#core/exact/exact.ts'
import { departures, placesFit } from '#core/round/final-list.ts'
import type { FinalListView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useConfirm } from '../frame/confirm.tsx'
import { useKeyLocked } from '../frame/key-locked.ts'
import { useMay, useRound } from '../frame/round.ts'
import { Touches } from '../frame/touches.tsx'

type Row = FinalListView['rows'][number]
type Entry = { place: number | null; reason: string }

/** What stands on the list now; before anything is settled, the score order itself. */
function beginning({ settled, rows }: FinalListView): Record<string, Entry> {
  return Object.fromEntries(
    rows.map(({ packet, place, reason }, index) => [
      packet,
      { place: settled ? place : index + 1, reason: settled ? reason : '' },
    ]),
  )
}

function departing(rows: readonly Row[], entries: Readonly<Record<string, Entry>>) {
  const list = rows.map(({ packet, workshop, exact, rank }) => ({
    packet,
    name: workshop,
    value: exact === null ? null : fromRatio(exact),
    place: entries[packet]?.place ?? null,
    rank,
  }))
  return new Map(departures(list).map(({ packet, because }) => [packet, because]))
}

function ListForm({ view, locked }: { view: FinalListView; locked: boolean }) {
  const { desk: deskWords, signing } = useWords()
  const { list: words } = deskWords
  const { round } = useRound()
  const say = useSay()
  const keyLocked = useKeyLocked()
  const [pin, setPin] = useState('')
  const { run, busy } = useDeskAct()
  const confirm = useConfirm()
  const [entries, setEntries] = useState(() => beginning(view))
  const departs = useMemo(() => departing(view.rows, entries), [view.rows, entries])
  const places = view.rows.flatMap(({ packet }) => entries[packet]?.place ?? [])
  const fits = placesFit(places)
  const bare = [...departs.keys()].filter((packet) => entries[packet]?.reason.trim() === '')
  const put = (packet: string, change: Partial<Entry>) =>
    setEntries((last) => ({ ...last, [packet]: { place: null, reason: '', ...last[packet], ...change } }))
  const wantsPin = keyLocked && departs.size > 0
  const settle = () =>
    run(() =>
      desk.lists.settle({
        round,
        rows: view.rows.map(({ packet }) => ({ packet, place: null, reason: '', ...entries[packet] })),
        ...(wantsPin && { pin }),
      }),
    )
  const named = ({ no, workshop }: Row) => `${no} ${workshop}`
  const placeOf = ({ packet }: Row) => entries[packet]?.place ?? null
  const ask = () =>
    confirm({
      title: words.settleAsk,
      ok: view.settled ? words.settleAgain : words.settle,
      act: settle,
      content: (
        <Touches
          touches={[
            {
              name: words.listed,
              names: view.rows
                .filter((row) => placeOf(row) !== null)
                .toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0))
                .map(named),
            },
            { name: words.left, names: view.rows.filter((row) => placeOf(row) === null).map(named) },
            { name: words.departing, names: view.rows.filter(({ packet }) => departs.has(packet)).map(named) },
          ]}
        >
          <p>{words.settleMeans}</p>
        </Touches>
      ),
    })
  return (
    <>
      <table className="plain-table final-list">
        <thead>
          <tr>
            <th className="number-column">{words.rank}</th>
            <th>{words.application}</th>
            <th className="number-column">{words.score}</th>
            <th className="place-column">{words.place}</th>
            <th>{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ packet, no, workshop, unit, score, rank, tied, before }) => {
            const departure = departs.get(packet)
            const entry = entries[packet]
            return (
              <tr key={packet} className={departure ? 'departs' : undefined}>
                <td className="number-column nowrap">
                  {rank ?? '–'} {tied ? <Chip tone="warn">{words.tied}</Chip> : null}
                </td>
                <td>
                  {no} {workshop}
                  <div className="soft small">{unit}</div>
                </td>
                <td className="number-column">
                  {score ?? '–'}
                  {before === null || before.score === score ? null : (
                    <div className="soft small nowrap">{words.before(before.rank, before.score)}</div>
                  )}
                </td>
                <td>
                  <InputNumber
                    min={1}
                    max={view.rows.length}
                    precision={0}
                    disabled={locked}
                    value={entry?.place ?? null}
                    placeholder={words.off}
                    aria-label={words.placeOf(workshop)}
                    onChange={(place) => put(packet, { place })}
                  />
                </td>
                <td>
                  {departure ? (
                    <>
                      <Chip tone="warn">{words.departs}</Chip> <span className="small">{say(departure)}</span>
                    </>
                  ) : null}
                  {departure || entry?.reason ? (
                    <Input
                      maxLength={2_000}
                      disabled={locked}
                      value={entry?.reason ?? ''}
                      placeholder={words.reasonExample}
                      aria-label={words.reasonOf(workshop)}
                      onChange={(event) => put(packet, { reason: event.target.value })}
                    />
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="row mid wrap">
        <span className="grow soft small">
          {fits ? words.count(places.length, departs.size) : words.placesWrong}
          {bare.length > 0 ? ` ${words.reasonsMissing(bare.length)}` : ''}
        </span>
        {wantsPin && !locked ? (
          <Input.Password
            style={{ width: 220 }}
            autoComplete="off"
            maxLength={64}
            aria-label={signing.secretaryPin}
            placeholder={signing.secretaryPin}
            title={signing.secretaryPinWhy}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        ) : null}
        <Button
          type="primary"
          loading={busy}
          disabled={locked || !fits || bare.length > 0 || (wantsPin && pin.length < 6)}
          onClick={ask}
        >
          {view.settled ? words.settleAgain : words.settle}
        </Button>
      </div>
    </>
  )
}

export function FinalList() {
  const { list: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('settle-list')
  const list = useRead(() => desk.lists.show({ round }), [round], ['minutes', 'sheets', 'result'])
  return (
    <section className="sheet" aria-labelledby="final-list-title">
      <div className="row mid wrap sheet-head">
        <h2 id="final-list-title" className="grow">
          {words.title}
        </h2>
        {list.value ? (
          <Chip tone={list.value.settled ? 'ok' : 'no'}>{list.value.settled ? words.settled : words.open}</Chip>
        ) : null}
      </div>
      <p className="soft small">{words.lead}</p>
      {may ? null : <Alert type="info" showIcon title={words.locked} />}
      <Shown of={list}>{(view) => <ListForm key={JSON.stringify(view.rows)} view={view} locked={!may} />}</Shown>
    </section>
  )
}
