/** Who marked whom high or low, and how firm each rank is: shades and figures that read in black and white as well. */
import type { RankingView, ResultView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

const steps = 5
const blocks = 24

/** Signed, to two places; it is read, not added up. */
function shown(offset: number): string {
  const places = Math.abs(offset).toFixed(2)
  return Number(places) === 0 ? '0.00' : `${offset > 0 ? '+' : '−'}${places}`
}

function Interval({ low, high, rank, last }: { low: number; high: number; rank: number | null; last: number }) {
  const { result: words } = useWords().desk
  const place = (at: number) => (last <= 1 ? 0 : ((at - 1) / (last - 1)) * 100)
  return (
    <div className="interval" role="img" aria-label={words.intervalOf(low, high)} title={words.intervalOf(low, high)}>
      <span className="interval-bar" style={{ left: `${place(low)}%`, right: `${100 - place(high)}%` }} />
      {rank === null ? null : <span className="interval-mark" style={{ left: `${place(rank)}%` }} />}
    </div>
  )
}

type Intervals = NonNullable<ResultView['consensus']>['intervals']

export function HeatCard({ result, intervals }: { result: RankingView; intervals: Intervals }) {
  const { result: words } = useWords().desk
  const { rows, seats } = result
  const offsets = rows.map((row) =>
    row.scores.map(({ total }) => (total === null || row.mean === null ? null : Number(total) - Number(row.mean))),
  )
  const widest = Math.max(0, ...offsets.flat().map((offset) => Math.abs(offset ?? 0)))
  const shade = (offset: number) =>
    widest === 0 ? 0 : Math.min(steps - 1, Math.floor((Math.abs(offset) / widest) * steps))
  const known = new Map(intervals.map((one) => [one.packet, one]))
  return (
    <section className="sheet" aria-labelledby="heat-title">
      <h2 id="heat-title">{words.heat}</h2>
      <p className="soft small">{words.heatHint}</p>
      <div className="heat-scroll">
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{words.lineWho}</th>
              {seats.map(({ expert, name }) => (
                <th key={expert} scope="col" className={seats.length > blocks ? 'heat-narrow' : undefined}>
                  {name}
                </th>
              ))}
              <th scope="col">{words.interval}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const interval = known.get(row.packet)
              return (
                <tr key={row.packet}>
                  <th scope="row">
                    {row.no} {row.workshop}
                  </th>
                  {seats.map(({ expert }, seat) => {
                    const offset = offsets[at]?.[seat] ?? null
                    return (
                      <td key={expert} className={offset === null ? 'num' : `num heat-${shade(offset)}`}>
                        {offset === null ? '–' : shown(offset)}
                      </td>
                    )
                  })}
                  <td className="heat-interval">{interval ? <Interval {...interval} last={rows.length} /> : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
