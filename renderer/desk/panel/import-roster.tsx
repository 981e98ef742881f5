/** Reads a list of experts from an Excel file: by path in the desktop window, by upload in a browser. */
import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function ImportRoster() {
  const { panel } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const desktop = shell()
  const button = (pick?: () => void) => (
    <Button icon={<FileExcelOutlined aria-hidden />} loading={busy} onClick={pick}>
      {panel.importRoster}
    </Button>
  )
  if (desktop !== undefined) {
    return button(async () => {
      const [path] = await desktop.pickPaths('roster')
      if (path !== undefined) await run(() => desk.experts.import({ round, path }))
    })
  }
  const upload = (file: File) => {
    void run(() => desk.experts.upload({ round, file }))
    return false
  }
  return (
    <Upload accept=".xlsx" showUploadList={false} beforeUpload={upload}>
      {button()}
    </Upload>
  )
}
