/** Takes in a scheme from a file: checked first, kept only when nothing is wrong. */
import { UploadOutlined } from '@ant-design/icons'
import { Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import type { Finding } from '#core/scheme/lint.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOfScheme } from '../route.ts'
import { FindingList } from './finding-list.tsx'

type Json = Parameters<typeof desk.schemes.save>[0]['scheme']

function read(words: string): Json {
  try {
    return JSON.parse(words) as Json
  } catch {
    return null
  }
}

export function ImportScheme() {
  const { schemes: words } = useWords().desk
  const { run, busy } = useDeskAct()
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const take = async (file: File) => {
    const scheme = read(await file.text())
    const check = await run(() => desk.schemes.check({ scheme }))
    if (check === undefined) return
    if (!check.ok) return setFindings(check.findings)
    const saved = await run(() => desk.schemes.save({ scheme, reason: words.importReason(file.name) }))
    if (saved !== undefined) go(hrefOfScheme(saved.scheme.id))
  }
  return (
    <>
      <Upload
        accept=".json"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file)
          return false
        }}
      >
        <Button icon={<UploadOutlined aria-hidden />} loading={busy}>
          {words.importFile}
        </Button>
      </Upload>
      <Modal
        open={findings.length > 0}
        title={words.importRefused}
        footer={null}
        onCancel={() => setFindings([])}
        width={720}
      >
        <FindingList findings={findings} />
      </Modal>
    </>
  )
}
