/** What a screen shows when it has nothing to show yet, and the marks that tell states apart by shape and word. */
import { InboxOutlined, LoadingOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { SheetState } from '#host/api/shapes.ts'
import type { Reading } from './hooks.ts'
import { useLang } from './lang.ts'
import { useConnection } from './live.ts'
import { sentenceFor } from './refusal.ts'
import { whenIn } from './when.ts'
import { useWords } from './words/words.ts'

/** Something is being read. */
export function Loading() {
  const { common } = useWords()
  return (
    <div className="kit-state" role="status">
      <LoadingOutlined aria-hidden /> {common.loading}
    </div>
  )
}

/** There is nothing here: says what to do about it. */
export function Empty({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="kit-state kit-empty">
      <InboxOutlined aria-hidden className="kit-empty-icon" />
      <strong>{title}</strong>
      {hint === undefined ? null : <div className="soft">{hint}</div>}
      {children}
    </div>
  )
}

/** The host said no, or could not be reached. */
export function Refusal({ error, again }: { error: unknown; again?: () => void }) {
  const { common } = useWords()
  const lang = useLang((store) => store.lang)
  const retry = again === undefined ? undefined : <Button onClick={again}>{common.again}</Button>
  return <Alert type="error" showIcon role="alert" title={sentenceFor(error, lang)} action={retry} />
}

/** Shows a reading: waiting, refused, or its value. The last value stays while a later attempt fails. */
export function Shown<T>({ of, children }: { of: Reading<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return children(of.value)
  if (of.error !== undefined) return <Refusal error={of.error} again={of.again} />
  return <Loading />
}

/** A band across the page while the host cannot be reached. */
export function OfflineBanner() {
  const { common } = useWords()
  const lang = useLang((store) => store.lang)
  const { state, since } = useConnection()
  if (state === 'online') return null
  const clock = whenIn(lang, new Date(since).toISOString(), 'clock')
  return <Alert type="warning" banner showIcon role="status" title={common.offlineSince(clock)} />
}

/** The small square of one sheet's state. Beside `bare` marks the word is only for screen readers. */
export function SheetMark({ state, bare = false }: { state: SheetState; bare?: boolean }) {
  const word = useWords().common.sheetState[state]
  if (bare) return <span className={`mark mark-${state}`} role="img" aria-label={word} title={word} />
  return (
    <span className="mark-word">
      <span className={`mark mark-${state}`} aria-hidden /> {word}
    </span>
  )
}

/** A word in a frame: safe, doubtful, blocking, or only information. */
export function Chip({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'ok' | 'warn' | 'no' | 'info'
  children: ReactNode
}) {
  return <span className={`chip chip-${tone}`}>{children}</span>
}
