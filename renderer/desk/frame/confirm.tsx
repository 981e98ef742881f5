/** Asks once more before an act that cannot be taken back, with the number and the names it touches. */
import { App } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../kit/words/words.ts'

type Asked = {
  title: string
  /** What it means and what it touches. */
  content: ReactNode
  /** The button's words: the act itself. */
  ok: string
  act: () => Promise<unknown>
}

/** The dialog stays while the act runs and goes when it is done or refused. */
export function useConfirm(): (asked: Asked) => void {
  const { common } = useWords()
  const { modal } = App.useApp()
  return ({ title, content, ok, act }) => {
    modal.confirm({
      title,
      content: <div className="stack">{content}</div>,
      okText: ok,
      cancelText: common.cancel,
      width: 600,
      onOk: act,
    })
  }
}
