/** Type size, contrast and language: within reach on every page of the seat. */
import { FontSizeOutlined, GlobalOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented } from 'antd'
import { useLang } from '../kit/lang.ts'
import { type Look, useLook } from '../kit/look.ts'
import { useWords } from '../kit/words/words.ts'

export function LookButtons() {
  const { seat: words, common } = useWords()
  const { lang, choose } = useLang()
  const look = useLook()
  const panel = (
    <div className="stack">
      <div>
        <p className="soft small">{words.typeSize}</p>
        <Segmented<Look['size']>
          aria-label={words.typeSize}
          value={look.size}
          onChange={(size) => look.set({ size })}
          options={[
            { value: 'normal', label: words.typeNormal },
            { value: 'large', label: words.typeLarge },
            { value: 'largest', label: words.typeLargest },
          ]}
        />
      </div>
      <div>
        <p className="soft small">{words.contrast}</p>
        <Segmented<Look['contrast']>
          aria-label={words.contrast}
          value={look.contrast}
          onChange={(contrast) => look.set({ contrast })}
          options={[
            { value: 'normal', label: words.contrastNormal },
            { value: 'high', label: common.highContrast },
          ]}
        />
      </div>
    </div>
  )
  return (
    <>
      <Popover content={panel} trigger="click" placement="bottomRight">
        <Button icon={<FontSizeOutlined />}>{words.typeButton}</Button>
      </Popover>
      <Button
        icon={<GlobalOutlined />}
        lang={lang === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => choose(lang === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {words.otherLanguage}
      </Button>
    </>
  )
}
