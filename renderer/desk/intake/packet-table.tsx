/** The applications of a round: who, how many pages, what is doubtful, how far the check is. */
import { Button, Table, type TableColumnsType } from 'antd'
import type { PacketRow } from '#host/api/shapes.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'

const tones = { unchecked: 'plain', accepted: 'ok', returned: 'no', withdrawn: 'plain' } as const

export function PacketTable({ list }: { list: PacketRow[] }) {
  const { desk: words, common } = useWords()
  const { round, withRubric } = useRound()
  const columns: TableColumnsType<PacketRow> = [
    { title: words.intake.no, dataIndex: 'no', align: 'right', width: 52 },
    {
      title: words.intake.workshop,
      key: 'workshop',
      render: (_, row) => (
        <>
          <a href={hrefOf(round, 'packet', row.packet)}>{row.workshop}</a>
          <div className="soft small">{row.unit}</div>
        </>
      ),
    },
    {
      title: words.intake.leader,
      key: 'leader',
      render: (_, row) => (
        <>
          {row.leader}
          <div className="soft small">{row.occupation}</div>
        </>
      ),
    },
    {
      title: words.intake.files,
      key: 'files',
      align: 'right',
      render: (_, row) => <span className="nowrap">{words.intake.filesAndPages(row.files, row.pages)}</span>,
    },
    {
      title: words.intake.doubts,
      key: 'doubts',
      render: (_, row) => (
        <span className="row wrap">
          {row.warnings > 0 ? <Chip tone="warn">{words.intake.warnings(row.warnings)}</Chip> : null}
          {row.emptyFields > 0 ? <Chip tone="warn">{words.intake.emptyFields(row.emptyFields)}</Chip> : null}
          {row.warnings + row.emptyFields === 0 ? <span className="soft">{common.none}</span> : null}
        </span>
      ),
    },
    ...(withRubric
      ? [
          {
            title: words.intake.facts,
            key: 'facts',
            align: 'right' as const,
            render: (_: unknown, row: PacketRow) => `${row.factsRecorded}/${row.factsWanted}`,
          },
        ]
      : []),
    {
      title: words.intake.check,
      key: 'state',
      render: (_, row) => <Chip tone={tones[row.state]}>{common.packetState[row.state]}</Chip>,
    },
    {
      title: <span className="kit-hidden">{common.act}</span>,
      key: 'open',
      render: (_, row) => (
        <Button
          size="small"
          aria-label={`${words.intake.open} ${row.workshop}`}
          onClick={() => go(hrefOf(round, 'packet', row.packet))}
        >
          {words.intake.open}
        </Button>
      ),
    },
  ]
  return <Table rowKey="packet" size="medium" columns={columns} dataSource={list} pagination={false} />
}
