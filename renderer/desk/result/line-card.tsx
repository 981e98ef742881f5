/** 入选线: who is above the line and why, in words everybody can read; nobody disappears from it. */
import { Alert, Table } from 'antd'
import type { LineState } from '#core/ranking/line.ts'
import type { ResultView } from '#host/api/shapes.ts'
import { useLang, useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { DecideLine } from './decide-line.tsx'

type Line = NonNullable<ResultView['line']>

const tones = { in: 'ok', out: 'plain', undecided: 'warn', reserve: 'plain' } as const satisfies Record<
  LineState,
  string
>

export function LineCard({ line, frozen }: { line: Line; frozen: boolean }) {
  const { result: words } = useWords().desk
  const say = useSay()
  const join = useLang((store) => store.lang) === 'en' ? ', ' : '、'
  const named = (packets: readonly string[]) =>
    line.rows
      .filter(({ packet }) => packets.includes(packet))
      .map(({ no, workshop }) => `${no} ${workshop}`)
      .join(join)
  const count = (state: LineState) => line.rows.filter((row) => row.state === state).length
  return (
    <section className="sheet" aria-labelledby="line-title">
      <div className="row mid wrap sheet-head">
        <h2 id="line-title">{words.line}</h2>
        <span className="grow soft small">
          {line.places === null ? words.noPlaces : words.places(line.places)}
          {' · '}
          {words.lineCounts(count('in'), count('undecided'), count('reserve'))}
        </span>
        {frozen ? null : <DecideLine line={line} />}
      </div>
      {line.beyond.length === 0 ? null : <Alert type="warning" showIcon title={words.lineBeyond(named(line.beyond))} />}
      <Table
        rowKey="packet"
        size="medium"
        pagination={false}
        dataSource={line.rows}
        rowClassName={({ state }) => (state === 'undecided' ? 'line-undecided' : '')}
        columns={[
          {
            title: words.lineState,
            key: 'state',
            width: 96,
            render: (_, { state, listed }) =>
              listed ? (
                <Chip tone={listed === 'left-out' ? 'plain' : 'ok'}>{words.lineListed[listed]}</Chip>
              ) : (
                <Chip tone={tones[state]}>{words.lineStates[state]}</Chip>
              ),
          },
          {
            title: words.lineWho,
            key: 'who',
            render: (_, { no, workshop, unit }) => (
              <>
                {no} {workshop}
                <div className="soft small">{unit}</div>
              </>
            ),
          },
          { title: words.lineBecause, key: 'because', render: (_, { because }) => say(because) },
          {
            title: words.lineToDiffer,
            key: 'differ',
            render: (_, { toDiffer, wayOut }) => (
              <>
                {toDiffer === null ? null : <div>{say(toDiffer)}</div>}
                {wayOut === null ? null : (
                  <div>
                    <strong>{words.lineWayOut}</strong> {say(wayOut)}
                  </div>
                )}
                {toDiffer === null && wayOut === null ? '–' : null}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
