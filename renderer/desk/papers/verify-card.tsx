/** 核验工作簿: drop any result workbook; it is checked here, from its bytes alone. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Upload } from 'antd'
import { useState } from 'react'
import type { Report } from '#core/verify/finding.ts'
import { remarksOf, verdictOf } from '#core/verify/words.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { useDeskAct } from '../client.ts'

export function VerifyCard() {
  const { signing: words } = useWords()
  const { run, busy } = useDeskAct()
  const [report, setReport] = useState<Report>()
  const check = async (file: File) => {
    setReport(undefined)
    setReport(
      await run(async () => {
        const { verifyWorkbook } = await import('#core/verify/verify.ts')
        return verifyWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name })
      }),
    )
  }
  return (
    <section className="stack" aria-label={words.verify}>
      <h2>{words.verify}</h2>
      <Upload.Dragger
        accept=".xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void check(file)
          return false
        }}
      >
        <SafetyCertificateOutlined aria-hidden /> {busy ? words.verifying : words.verifyDrop}
      </Upload.Dragger>
      {report ? <Verdict report={report} /> : null}
    </section>
  )
}

const mostShown = 200

function Verdict({ report }: { report: Report }) {
  const say = useSay()
  const findings = report.findings.slice(0, mostShown)
  return (
    <Alert
      type={report.ok ? 'success' : 'error'}
      showIcon
      title={say(verdictOf(report))}
      description={
        <>
          <ul>
            {findings.map(({ text }) => (
              <li key={text['zh-CN']}>{say(text)}</li>
            ))}
          </ul>
          <ul className="soft small">
            {remarksOf(report).map((remark) => (
              <li key={remark['zh-CN']}>{say(remark)}</li>
            ))}
          </ul>
        </>
      }
    />
  )
}
