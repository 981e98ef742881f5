/** Every import as it ended: what came in, what was refused and why; and the same as a workbook. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Collapse } from 'antd'
import type { ImportReport } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { hand } from '../papers/hand.ts'

function Report({ report }: { report: ImportReport }) {
  const { intake } = useWords().desk
  const say = useSay()
  return (
    <ul className="import-report">
      {report.refused.map(({ source, message }) => (
        <li key={source}>
          <Chip tone="no">{intake.notImported}</Chip> {say(message)}
        </li>
      ))}
      {report.imported.map(({ packet, no, source, version, workshop, warnings }) => (
        <li key={`${packet}${version}`}>
          <Chip tone="ok">{intake.imported}</Chip> {no} {workshop} <span className="soft">{source}</span>
          {warnings.map((warning) => (
            <div key={warning} className="outcome-warning">
              {warning}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

export function ImportHistory() {
  const { intake } = useWords().desk
  const when = useWhen()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const reports = useRead(() => desk.packets.imports({ round }), [round], ['packets']).value ?? []
  if (reports.length === 0) return null
  const save = async () => {
    const file = await run(() => desk.packets.report({ round }))
    if (file !== undefined) hand(file, intake.reportName)
  }
  return (
    <section className="sheet" aria-labelledby="imports-title">
      <div className="row mid wrap sheet-head">
        <h2 id="imports-title" className="grow">
          {intake.history(reports.length)}
        </h2>
        <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void save()}>
          {intake.reportSave}
        </Button>
      </div>
      <Collapse
        items={reports.map((report) => ({
          key: report.at,
          label: `${when(report.at)}　${report.by}　${intake.outcome(report.imported.length, report.refused.length)}${report.cancelled ? `　${intake.cancelled}` : ''}`,
          children: <Report report={report} />,
        }))}
      />
    </section>
  )
}
