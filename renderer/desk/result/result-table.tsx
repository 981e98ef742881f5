/** The ranking: exact results as shown, with what lies behind each row one click away. */
import { Table, type TableColumnsType } from 'antd'
import type { RankingView, ResultRow } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'

const tones = {
  selected: 'ok',
  graded: 'ok',
  'not-selected': 'plain',
  'not-confirmed': 'no',
  pending: 'warn',
} as const

/** Every expert's mark, why the grade is in doubt, and the vote in one sentence. */
function Behind({ row, result }: { row: ResultRow; result: RankingView }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  return (
    <div className="stack behind">
      {result.withRubric ? (
        <div className="row wrap">
          {row.scores.map((score, at) => (
            <span key={score.expert} className="behind-score">
              <span className="soft small">
                {common.seatNo(result.seats[at]?.seat ?? at + 1)} {result.seats[at]?.name}
              </span>
              <strong className="num">{score.total ?? common.sheetState[score.state]}</strong>
              {score.enteredBy === 'desk' ? <span className="soft small">{words.result.enteredAtDesk}</span> : null}
            </span>
          ))}
        </div>
      ) : null}
      {row.mean === null || row.median === null ? null : (
        <span>{words.result.means(row.mean, row.trimmed, row.median)}</span>
      )}
      {row.spread === null ? null : (
        <span>{words.result.spread(row.spread.min, row.spread.max, row.spread.range, row.spread.deviation)}</span>
      )}
      {row.exact === null || row.shown === null ? null : (
        <span className="soft small">{words.result.exact(row.exact, row.shown, row.counted)}</span>
      )}
      {row.gradeConflict && row.gradeOnBase !== null ? (
        <Chip tone="warn">{words.result.gradeConflict(say(row.gradeOnBase))}</Chip>
      ) : null}
      {row.vote === null ? null : <span>{say(row.vote.sentence)}</span>}
    </div>
  )
}

export function ResultTable({ result }: { result: RankingView }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const right = 'right' as const
  const number = { align: right, className: 'nowrap' }
  // On a narrow screen these three stand behind the row instead.
  const wide = { ...number, responsive: ['xl' as const] }
  const marks: TableColumnsType<ResultRow> = [
    { ...number, title: words.result.mean, dataIndex: 'mean' },
    { ...wide, title: words.result.trimmed, key: 'trimmed', render: (_, row) => row.trimmed ?? '–' },
    { ...wide, title: words.result.median, dataIndex: 'median' },
    { ...wide, title: words.result.range, key: 'range', render: (_, row) => row.spread?.range ?? '–' },
    {
      title: words.result.grade,
      key: 'grade',
      className: 'nowrap',
      render: (_, row) => (row.grade === null ? '–' : <strong>{say(row.grade)}</strong>),
    },
  ]
  const votes: TableColumnsType<ResultRow> = [
    {
      title: (
        <>
          {words.result.voted}
          <div className="small">{words.result.vote}</div>
        </>
      ),
      key: 'vote',
      className: 'nowrap',
      render: (_, row) => (row.vote === null ? '–' : `${row.vote.for}/${row.vote.against}/${row.vote.abstain}`),
    },
  ]
  const columns: TableColumnsType<ResultRow> = [
    {
      title: words.result.rank,
      key: 'rank',
      width: 64,
      align: right,
      render: (_, row) => (
        <>
          {row.rank ?? '–'} {row.tied ? <Chip tone="warn">{words.result.tied}</Chip> : null}
        </>
      ),
    },
    {
      title: words.recusal.application,
      key: 'name',
      render: (_, row) => (
        <>
          {row.no} {row.workshop}
          <div className="soft small">{row.unit}</div>
        </>
      ),
    },
    ...(result.withRubric
      ? [
          {
            title: words.result.shown,
            key: 'shown',
            align: right,
            render: (_: unknown, row: ResultRow) => <strong className="result-shown num">{row.shown ?? '–'}</strong>,
          },
          ...marks,
        ]
      : []),
    ...(result.withVote ? votes : []),
    {
      title: words.result.decision,
      key: 'decision',
      render: (_, row) => (
        <Chip tone={tones[row.decisionCode]}>
          <span className="chip-wrap">{say(row.decision)}</span>
        </Chip>
      ),
    },
  ]
  return (
    <Table
      rowKey="packet"
      size="medium"
      columns={columns}
      dataSource={result.rows}
      pagination={false}
      expandable={{
        columnWidth: 44,
        columnTitle: <span className="kit-hidden">{common.details}</span>,
        expandedRowRender: (row) => <Behind row={row} result={result} />,
        rowExpandable: () => result.withRubric || result.withVote,
      }}
    />
  )
}
