/** Before a sheet is handed in: every deduction that has no reason yet, in one form. */
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { type Draft, readScore } from './score.ts'
import { isInputMethodKey } from './screen.ts'
import type { SheetState } from './sheet-state.ts'

type Props = { state: SheetState; onWrite: (item: string, draft: Draft) => void; onClose: () => void }

const fieldId = (item: string) => `closing-${item}`

export function ClosingForm({ state, onWrite, onClose }: Props) {
  const { seat: words } = useWords()
  const say = useSay()
  const lines = state.sections.flatMap((section) => section.lines)
  // Those that were bare when the form was opened stay on it while they are filled in.
  const [asked] = useState(() => lines.filter(({ lack }) => lack === 'reason').map(({ item }) => item.id))
  const shown = lines.filter(({ item }) => asked.includes(item.id))
  const open = shown.filter(({ lack }) => lack !== null)
  const goOn = (from: string) => {
    const next = asked[asked.indexOf(from) + 1]
    const target = next === undefined ? document.querySelector<HTMLElement>('.closing-done') : fieldOf(next)
    target?.focus()
  }
  return (
    <Modal
      open
      centered
      width={720}
      title={words.closing.title}
      okText={open.length === 0 ? words.closing.done : words.closing.owed(open.length)}
      okButtonProps={{ size: 'large', disabled: open.length > 0, className: 'closing-done' }}
      cancelText={words.closing.later}
      cancelButtonProps={{ size: 'large' }}
      afterOpenChange={(isOpen) => isOpen && fieldOf(asked[0] ?? '')?.focus()}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{words.closing.what(asked.length)}</p>
        {shown.map(({ item, draft, lack }) => {
          const read = readScore(draft.score, { max: item.max, maxDeduct: item.maxDeduct, mustDeduct: item.mustDeduct })
          const name = `${item.id} ${say(item.name)}`
          return (
            <div key={item.id} className={lack ? 'closing-line is-owed' : 'closing-line'}>
              <label htmlFor={fieldId(item.id)}>
                <strong>{name}</strong>{' '}
                {read.kind === 'score' ? (
                  <span className="nowrap">{words.closing.deducted(read.deduct, read.score)}</span>
                ) : null}
              </label>
              <Input.TextArea
                id={fieldId(item.id)}
                aria-label={words.reasonOf(name)}
                autoSize={{ minRows: 1, maxRows: 5 }}
                maxLength={2_000}
                value={draft.reason}
                placeholder={words.reasonWanted}
                onChange={(event) => onWrite(item.id, { ...draft, reason: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.shiftKey || isInputMethodKey(event.nativeEvent)) return
                  event.preventDefault()
                  if (lack === null) goOn(item.id)
                }}
              />
            </div>
          )
        })}
      </div>
    </Modal>
  )
}

function fieldOf(item: string): HTMLElement | null {
  return document.getElementById(fieldId(item))
}
