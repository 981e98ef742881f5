/** What stands around every page: theme, language, messages, and a plain sentence when the page breaks. */
import 'antd/dist/reset.css'
import './kit.css'
import './forms.css'
import { App, Button, ConfigProvider, Result } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Component, type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useLang } from './lang.ts'
import { useLook } from './look.ts'
import { OfflineBanner } from './states.tsx'
import { coloursOf, themeOf, typeOf } from './theme.ts'
import { useWords } from './words/words.ts'

function Broken() {
  const { common } = useWords()
  return (
    <div role="alert">
      <Result
        status="warning"
        title={common.faultTitle}
        subTitle={common.faultHint}
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            {common.reload}
          </Button>
        }
      />
    </div>
  )
}

class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

/** The frame of one page; `title` goes to the window's title bar. */
export function AppFrame({ title, children }: { title: string; children: ReactNode }) {
  const lang = useLang((store) => store.lang)
  const look = useLook()
  useLayoutEffect(() => {
    document.documentElement.lang = lang
    document.title = title
  }, [lang, title])
  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const [name, colour] of Object.entries(coloursOf(look))) style.setProperty(`--${name}`, colour)
    style.setProperty('--type', `${typeOf(look)}px`)
  }, [look])
  return (
    <ConfigProvider
      locale={lang === 'zh-CN' ? zhCN : enUS}
      theme={themeOf(look)}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App className="kit-app" notification={{ placement: 'top', top: 6 }}>
        <FaultBoundary>
          <OfflineBanner />
          {children}
        </FaultBoundary>
      </App>
    </ConfigProvider>
  )
}

/** Puts a page into its document. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(<StrictMode>{page}</StrictMode>)
}
