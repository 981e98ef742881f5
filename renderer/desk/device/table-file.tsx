/** A button that takes in an Excel table: by path in the desktop window, by upload in a browser. */
import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { shell } from '../../kit/shell.ts'

type TableFileProps = {
  name: string
  busy: boolean
  /** What a browser offers to pick; Excel tables unless said otherwise. */
  accept?: string
  byPath: (path: string) => void
  byFile: (file: File) => void
}

export function TableFile({ name, busy, accept = '.xlsx', byPath, byFile }: TableFileProps) {
  const desktop = shell()
  const button = (pick?: () => void) => (
    <Button icon={<FileExcelOutlined aria-hidden />} loading={busy} onClick={pick}>
      {name}
    </Button>
  )
  if (desktop !== undefined) {
    return button(async () => {
      const [path] = await desktop.pickPaths('roster')
      if (path !== undefined) byPath(path)
    })
  }
  const upload = (file: File) => {
    byFile(file)
    return false
  }
  return (
    <Upload accept={accept} showUploadList={false} beforeUpload={upload}>
      {button()}
    </Upload>
  )
}
