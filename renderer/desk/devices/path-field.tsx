/** A place on this computer's disks: picked in the desktop window, typed or pasted in a browser. */
import { Button, Input, Space } from 'antd'
import { useId } from 'react'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'

type Props = { label: string; value: string; onChange: (value: string) => void; pick: 'folder' | 'archives' }

export function PathField({ label, value, onChange, pick }: Props) {
  const { devices: words } = useWords().desk
  const name = useId()
  const desktop = shell()
  const choose = async () => {
    if (pick === 'folder') onChange((await desktop?.saveFolder()) ?? value)
    else {
      const paths = (await desktop?.pickPaths('archive')) ?? []
      if (paths.length > 0) onChange(paths.join('\n'))
    }
  }
  return (
    <div className="path-field">
      <span className="soft small" id={name}>
        {label}
      </span>
      <Space.Compact block>
        {pick === 'folder' ? (
          <Input aria-labelledby={name} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea
            aria-labelledby={name}
            autoSize
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
        {desktop ? <Button onClick={() => void choose()}>{words.choose}</Button> : null}
      </Space.Compact>
    </div>
  )
}
