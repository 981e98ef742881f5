/** 推荐名单: the ranked list of a recommending unit beside the packets, with what is missing on either side. */
import { Alert, Table, type TableColumnsType } from 'antd'
import type { RecommendedView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { TableFile } from '../device/table-file.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { hrefOf } from '../route.ts'

type Line = RecommendedView['lines'][number]

function Lines({ view }: { view: RecommendedView }) {
  const { intake } = useWords().desk
  const { round } = useRound()
  const columns: TableColumnsType<Line> = [
    { title: intake.rank, dataIndex: 'rank', align: 'right', width: 70 },
    { title: intake.listedUnit, dataIndex: 'unit' },
    { title: intake.listedLeader, dataIndex: 'leader', width: 110 },
    { title: intake.listedOccupation, dataIndex: 'occupation', width: 150 },
    {
      title: intake.listedPacket,
      key: 'packet',
      width: 230,
      render: (_, { packet, no, differs }) =>
        packet === null ? (
          <Chip tone="no">{intake.listedMissing}</Chip>
        ) : (
          <span className="row mid wrap">
            <a href={hrefOf(round, 'packet', packet)}>{intake.listedNo(no ?? 0)}</a>
            {differs.map((what) => (
              <Chip key={what} tone="warn">
                {intake.listedDiffers[what]}
              </Chip>
            ))}
          </span>
        ),
    },
  ]
  return (
    <>
      {view.unlisted.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={intake.unlisted(view.unlisted.map(({ no, unit, leader }) => `${no} ${unit} ${leader}`).join('；'))}
        />
      )}
      <Table
        rowKey={({ source, rank, unit, leader }) => `${source}${rank}${unit}${leader}`}
        size="small"
        columns={columns}
        dataSource={view.lines}
        pagination={false}
      />
    </>
  )
}

export function RecommendedCard() {
  const { intake } = useWords().desk
  const { round } = useRound()
  const may = useMay('import-packets')
  const { run, busy } = useDeskAct()
  const { value } = useRead(() => desk.recommended.show({ round }), [round], ['packets'])
  if (value === undefined || (!may && value.lists.length === 0)) return null
  return (
    <section className="sheet" aria-labelledby="recommended-title">
      <div className="row mid wrap sheet-head">
        <h2 id="recommended-title">{intake.recommended}</h2>
        <span className="soft small grow">{intake.recommendedHint}</span>
        {may ? (
          <TableFile
            name={intake.recommendedPick}
            busy={busy}
            byPath={(path) => void run(() => desk.recommended.import({ round, path }))}
            byFile={(file) => void run(() => desk.recommended.upload({ round, file }))}
          />
        ) : null}
      </div>
      {value.lists.length === 0 ? null : <Lines view={value} />}
    </section>
  )
}
