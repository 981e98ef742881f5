/** How far the experts agree: one number with its sentence, who is strict, and whose absence would change the order. */
import { Table } from 'antd'
import type { ResultView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'

type Consensus = NonNullable<ResultView['consensus']>

/** A coefficient to three places; it decides nothing, so rounding it here is harmless. */
function short(coefficient: string): string {
  return Number(coefficient).toFixed(3)
}

/** `kendallW` comes with the ranking, before the rest. */
export function ConsensusCard({ kendallW, consensus }: { kendallW: Consensus['kendallW']; consensus: Consensus }) {
  const { desk: words } = useWords()
  const say = useSay()
  const { severity, leaveOneOut } = consensus
  const rows = severity.map((each) => ({
    ...each,
    without: leaveOneOut.find(({ expert }) => expert === each.expert),
  }))
  return (
    <section className="sheet" aria-labelledby="consensus-title">
      <h2 id="consensus-title">{words.result.consensus}</h2>
      <p className="soft small">{words.result.consensusHint}</p>
      <div className="row mid consensus">
        <div className="consensus-w">
          <div className="soft small">{words.result.kendall}</div>
          <strong className="num" title={kendallW?.corrected}>
            {kendallW === null ? '–' : short(kendallW.corrected)}
          </strong>
          {kendallW === null ? null : (
            <div className="soft small">{words.result.uncorrected(short(kendallW.uncorrected))}</div>
          )}
        </div>
        <div className="grow">
          <p>{say(consensus.sentence)}</p>
          <p>
            {words.result.trimming}：{say(consensus.trimming)}
          </p>
          {consensus.outliers.length === 0 ? null : (
            <p>
              {words.result.outliers}：
              {consensus.outliers
                .map(({ no, name, score, expected }) => words.result.outlier(no, name, score, expected))
                .join('；')}
            </p>
          )}
        </div>
      </div>
      <Table
        rowKey="expert"
        size="medium"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: words.panel.name, dataIndex: 'name' },
          { title: words.result.givenMean, dataIndex: 'mean', align: 'right' },
          { title: words.result.offset, dataIndex: 'offset', align: 'right' },
          {
            title: words.result.without,
            key: 'without',
            render: (_, row) =>
              row.without === undefined ? (
                '–'
              ) : (
                <>
                  {row.without.changes ? <Chip tone="warn">{words.result.changes}</Chip> : null} {say(row.without.text)}
                </>
              ),
          },
        ]}
      />
    </section>
  )
}
