/** The two doors out of a header: help for this screen, and the page about this computer. */
import { LaptopOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../../kit/words/words.ts'
import { go, useRoute } from '../route.ts'
import { helpHref } from './help-key.ts'

export function HelpButton() {
  const { help } = useWords().desk
  return (
    <Button
      size="small"
      icon={<QuestionCircleOutlined aria-hidden />}
      aria-keyshortcuts="F1"
      onClick={() => go(helpHref(useRoute.getState()))}
    >
      {help.open}
    </Button>
  )
}

export function DeviceButton() {
  const { device } = useWords().desk
  return (
    <Button size="small" icon={<LaptopOutlined aria-hidden />} onClick={() => go('#/device')}>
      {device.open}
    </Button>
  )
}
