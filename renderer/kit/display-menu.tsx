/** Language, type size and contrast: two small controls for every page's header. */
import { FontSizeOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useLang } from './lang.ts'
import { type Look, useLook } from './look.ts'
import { useWords } from './words/words.ts'

/** Switches between Chinese and English; named in the language it switches to. */
export function LanguageSwitch() {
  const { lang, choose } = useLang()
  const other = lang === 'zh-CN' ? 'en' : 'zh-CN'
  const name = other === 'en' ? 'English' : '中文'
  return (
    <Button size="small" lang={other} onClick={() => choose(other)}>
      {name}
    </Button>
  )
}

/** Larger type and higher contrast, for whoever needs them. */
export function DisplayMenu() {
  const { common } = useWords()
  const { size, contrast, set } = useLook()
  const items: MenuProps['items'] = [
    { key: 'normal', label: common.normalType },
    { key: 'large', label: common.largeType },
    { key: 'largest', label: common.largestType },
    { type: 'divider' },
    { key: 'contrast', label: contrast === 'high' ? common.normalContrast : common.highContrast },
  ]
  const choose: MenuProps['onClick'] = ({ key }) => {
    if (key === 'contrast') set({ contrast: contrast === 'high' ? 'normal' : 'high' })
    else set({ size: key as Look['size'] })
  }
  return (
    <Dropdown menu={{ items, selectedKeys: [size], onClick: choose }} trigger={['click']}>
      <Button size="small" icon={<FontSizeOutlined aria-hidden />}>
        {common.look}
      </Button>
    </Dropdown>
  )
}
