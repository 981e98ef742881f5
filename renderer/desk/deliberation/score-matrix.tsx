/** Scores side by side, once scoring is closed: a click on a score shows its reason; what stands far is marked. */
import { Button, Popover } from 'antd'
import type { ScoresView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { hand } from '../papers/hand.ts'

type Judged = ScoresView['judged'][number]
type Seat = ScoresView['seats'][number]

/** One score; behind it the reason and how many pages the expert pinned. */
function Score({ row, seat, at }: { row: Judged; seat: Seat; at: number }) {
  const { desk: words, common } = useWords()
  const cell = row.cells[at]
  if (cell === undefined || cell.points === null) return <span className="soft">–</span>
  const isFull = cell.points === row.max && cell.reason === ''
  const name = `${row.item} ${common.seatNo(seat.seat)} ${cell.points}${cell.far ? ` ${words.scores.far}` : ''}`
  return (
    <Popover
      trigger="click"
      title={`${row.item} ${common.seatNo(seat.seat)} ${seat.name}`}
      content={
        <div className="score-reason">
          <p>{words.scores.of(cell.points, row.max)}</p>
          <p>{cell.reason === '' ? words.scores.noReason : cell.reason}</p>
          {cell.pages > 0 ? <p className="soft small">{words.scores.pages(cell.pages)}</p> : null}
        </div>
      }
    >
      <button
        type="button"
        aria-label={name}
        className={`score-cell${cell.far ? ' score-far' : ''}${isFull ? ' score-full' : ''}`}
      >
        {cell.points}
        {cell.far ? <sup aria-hidden>＊</sup> : null}
      </button>
    </Popover>
  )
}

function Totals({ view }: { view: ScoresView }) {
  const { desk: words, common } = useWords()
  return (
    <tr className="score-totals">
      <th scope="row">{words.scores.total}</th>
      {view.seats.map(({ expert, state, total, far }) => (
        <td key={expert} className={far ? 'score-far' : undefined}>
          {total ?? <span className="soft small">{common.sheetState[state]}</span>}
          {far ? <sup title={words.scores.far}>＊</sup> : null}
        </td>
      ))}
      <td>{view.mean ?? '–'}</td>
      <td>{view.range ?? '–'}</td>
    </tr>
  )
}

/** The paper that this seat's marks were copied from. */
function ScanLink({ scan }: { scan: NonNullable<Seat['scan']> }) {
  const { paper } = useWords().desk
  const { round } = useRound()
  const { run } = useDeskAct()
  const open = async () => {
    const file = await run(() => desk.paperSheets.scan({ round, file: scan.sha256 }))
    if (file !== undefined) hand(file, scan.name)
  }
  return (
    <Button type="link" size="small" title={`${paper.scanShown} ${scan.name}`} onClick={() => void open()}>
      {paper.scanLink}
    </Button>
  )
}

function Matrix({ view }: { view: ScoresView }) {
  const { desk: words } = useWords()
  const say = useSay()
  return (
    <div className="score-scroll">
      <table className="plain-table score-matrix">
        <thead>
          <tr>
            <th>{words.scores.item}</th>
            {view.seats.map(({ expert, seat, name, scan }) => (
              <th key={expert} title={name}>
                {words.reading.seat(seat)}
                <div className="soft small">{name}</div>
                {scan ? <ScanLink scan={scan} /> : null}
              </th>
            ))}
            <th>{words.scores.mean}</th>
            <th>{words.scores.range}</th>
          </tr>
        </thead>
        <tbody>
          <Totals view={view} />
          {view.judged.map((row) => (
            <tr key={row.item}>
              <th scope="row">
                {row.item} {say(row.name)} <span className="soft small">{words.scores.max(row.max)}</span>
              </th>
              {view.seats.map((seat, at) => (
                <td key={seat.expert}>
                  <Score row={row} seat={seat} at={at} />
                </td>
              ))}
              <td>{row.mean ?? '–'}</td>
              <td>{row.range ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Disputes({ view }: { view: ScoresView }) {
  const { scores: words } = useWords().desk
  const say = useSay()
  return (
    <section aria-label={words.disputed}>
      <strong>{words.disputed}</strong>
      {view.disputed.length === 0 ? <p className="soft">{words.noDispute}</p> : null}
      <ul className="score-disputes">
        {view.disputed.map(({ name, from, by, text, answer }) => (
          <li key={`${from}${name.en}${text.en}`}>
            <Chip tone={from === 'doubt' && answer === '' ? 'warn' : 'plain'}>
              {from === 'visit' ? words.fromVisit : words.fromDoubt(by)}
            </Chip>{' '}
            {say(name)}：{say(text)}
            {answer === '' ? null : <div className="soft">{words.answered(answer)}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Opinions({ view }: { view: ScoresView }) {
  const { desk: words, common } = useWords()
  return (
    <ul className="score-disputes">
      {view.seats.map(({ expert, seat, name, state, opinion }) => (
        <li key={expert}>
          <strong>
            {common.seatNo(seat)} {name}
          </strong>{' '}
          {opinion !== '' ? opinion : state === 'submitted' ? words.scores.noOpinion : common.sheetState[state]}
        </li>
      ))}
    </ul>
  )
}

function Derived({ view }: { view: ScoresView }) {
  const { scores: words } = useWords().desk
  const say = useSay()
  return (
    <details>
      <summary>{words.derived(view.derived.length)}</summary>
      <ul className="score-disputes">
        {view.derived.map(({ item, name, max, points, derivation }) => (
          <li key={item}>
            <strong>
              {item} {say(name)}
            </strong>{' '}
            {words.of(points ?? '–', max)}
            {derivation === null ? null : <div className="soft small">{say(derivation)}</div>}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function ScoreMatrix({ packet }: { packet: string }) {
  const { scores: words } = useWords().desk
  const { round } = useRound()
  const scores = useRead(
    () => desk.scores.show({ round, packet }),
    [round, packet],
    ['sheets', 'packets', 'visits', 'panel'],
  )
  return (
    <Shown of={scores}>
      {(view) => (
        <div className="stack">
          {view.withRubric ? (
            <>
              <p className="soft small">{words.hint}</p>
              <Matrix view={view} />
              <Disputes view={view} />
              <Derived view={view} />
              <details>
                <summary>{words.opinions}</summary>
                <Opinions view={view} />
              </details>
            </>
          ) : (
            <>
              <Opinions view={view} />
              <Disputes view={view} />
            </>
          )}
        </div>
      )}
    </Shown>
  )
}
