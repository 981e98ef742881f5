/** Below the items, always in sight: what the keys do, the next application, and the one button that hands in. */
import { LockOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { Ref } from 'react'
import { decimal, exact } from '#core/exact/exact.ts'
import type { MeView, SheetView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct } from '../kit/hooks.ts'
import { useWords } from '../kit/words/words.ts'
import type { Outbox } from './outbox.ts'
import { useIsTouch } from './screen.ts'
import type { SheetState } from './sheet-state.ts'

type Props = {
  ref: Ref<HTMLButtonElement>
  me: MeView
  state: SheetState
  outbox: Outbox
  onMissing: () => void
  /** Takes the last step back; null when there is none. */
  onUndo: (() => void) | null
  onSubmitted: (sheet: SheetView) => void
  next: string | null
  onNext: (packet: string) => void
}

export function SheetFoot({ ref, me, state, outbox, onMissing, onUndo, onSubmitted, next, onNext }: Props) {
  const { seat: words, common } = useWords()
  const { modal, message } = App.useApp()
  const { run, busy } = useAct()
  const isTouch = useIsTouch()
  const { sheet, isEditable, missing, base, bonus, sections } = state
  const { round, expert } = me
  const { packet } = sheet
  const isPlain = sections.length === 0

  const submit = async () => {
    await outbox.flush()
    // Only what the host has can be handed in; what waits is sent first, or the expert is told.
    if (outbox.notesOf(packet).some((note) => !note.isConfirmed)) {
      void message.warning(words.notSentYet)
      return
    }
    const submitted = await run(() => seatClient().sheets.submit({ round, expert, packet }))
    if (!submitted) return
    outbox.noteSubmitted(packet, submitted.submittedAt ?? new Date().toISOString())
    onSubmitted(submitted)
  }
  const ask = () => {
    void modal.confirm({
      icon: <LockOutlined className="submit-icon" aria-hidden />,
      title: words.submitTitle(sheet.workshop),
      content: (
        <div className="stack">
          {isPlain ? null : (
            <p className="submit-total num">{words.submitTotal(decimal(exact(base).add(exact(bonus))), base, bonus)}</p>
          )}
          <p>{words.submitLocks}</p>
        </div>
      ),
      width: 560,
      centered: true,
      // Whoever goes through the items with Enter must not hand in with it.
      focusable: { autoFocusButton: 'cancel' },
      okText: words.submitYes,
      okButtonProps: { danger: true, type: 'primary', size: 'large' },
      cancelText: words.submitNo,
      cancelButtonProps: { size: 'large' },
      onOk: submit,
    })
  }
  if (!isEditable && next === null) return null
  return (
    <footer className="sheet-foot">
      <div className="grow">{isTouch || isPlain || !isEditable ? null : <Legend />}</div>
      {isEditable ? (
        <Button
          size="large"
          icon={<UndoOutlined aria-hidden />}
          disabled={onUndo === null}
          title={words.undoWhat}
          onClick={() => onUndo?.()}
        >
          {common.undo}
        </Button>
      ) : null}
      {next === null ? null : (
        <Button size="large" type={isEditable ? 'default' : 'primary'} onClick={() => onNext(next)}>
          {words.nextSheet}
        </Button>
      )}
      {!isEditable ? null : missing > 0 ? (
        <Button ref={ref} size="large" type="primary" onClick={onMissing}>
          {isPlain ? words.opinionMissing : words.stillMissing(missing)}
        </Button>
      ) : (
        <Button ref={ref} size="large" type="primary" loading={busy} onClick={ask}>
          {common.submit}
        </Button>
      )}
    </footer>
  )
}

function Legend() {
  const { seat: words } = useWords()
  const keys: [string, string][] = [
    ['0-9', words.keyScore],
    ['Enter', words.keyEnter],
    ['F2', words.keyReason],
    [words.spaceBar, words.keyPin],
    ['↑ ↓', words.keyItems],
    ['PgUp PgDn', words.keyPages],
    ['Alt ↑ ↓', words.keySheets],
    ['Ctrl Z', words.keyUndo],
  ]
  return (
    <ul className="legend" aria-label={words.legend}>
      {keys.map(([key, does]) => (
        <li key={key}>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
    </ul>
  )
}
