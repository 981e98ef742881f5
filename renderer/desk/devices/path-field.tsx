/** A place on this computer's disks: picked in the desktop window, typed or pasted in a browser. */
import { Button, Input, Space } from 'antd'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = { label: string; value: string; onChange: (value: string) => void; pick: 'folder' | 'archives' }

export function PathField({ label, value, onChange, pick }: Props) {
  const { devices: words } = useWords().desk
  const desktop = shell()
  const choose = async () => {
    if (pick === 'folder') onChange((await desktop?.saveFolder()) ?? value)
    else {
      const paths = (await desktop?.pickPaths('archive')) ?? []
      if (paths.length > 0) onChange(paths.join('\n'))
    }
  }
  return (
    <label className="path-field">
      <span className="soft small">{label}</span>
      <Space.Compact block>
        {pick === 'folder' ? (
          <Input value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea autoSize value={value} onChange={(event) => onChange(event.target.value)} />
        )}
        {desktop ? <Button onClick={() => void choose()}>{words.choose}</Button> : null}
      </Space.Compact>
    </label>
  )
}
