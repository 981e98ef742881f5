/** An item this expert decides: the score kept, the reason of a deduction, the pages it rests on. */
import { CloseOutlined, PushpinFilled } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Proof } from '#core/ledger/kinds.ts'
import { useSay } from '../kit/lang.ts'
import { Chip } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { FactsOf } from './fact-row.tsx'
import { type Draft, plainDigits, readScore } from './score.ts'
import { reasonFieldId, scoreFieldId } from './score-sheet.tsx'
import { isInputMethodKey, useIsTouch } from './screen.ts'
import type { Line } from './sheet-state.ts'

type Props = {
  line: Line
  isActive: boolean
  /** The expert asked for the reason's field although nothing is deducted. */
  isReasonOpen: boolean
  isEditable: boolean
  onActive: (item: string) => void
  onWrite: (item: string, draft: Draft) => void
  /** The item is done; go to the next. */
  onDone: (item: string) => void
  onGoTo: (place: Proof) => void
  pinName: (pin: Proof) => string
}

/** Up to this maximum each whole score gets a button for the finger. */
const mostButtons = 6

export function JudgementRow({
  line,
  isActive,
  isReasonOpen,
  isEditable,
  onActive,
  onWrite,
  onDone,
  onGoTo,
  pinName,
}: Props) {
  const { seat: words } = useWords()
  const say = useSay()
  const isTouch = useIsTouch()
  const { item, draft, lack, refused } = line
  const { max, mustDeduct } = item
  const name = `${item.id} ${say(item.name)}`
  const read = readScore(draft.score, { max, maxDeduct: item.maxDeduct, mustDeduct })
  const isDeducted = read.kind === 'score' && read.deduct !== '0'
  const hasReason = isDeducted || draft.reason !== '' || isReasonOpen
  const row = useRef<HTMLDivElement>(null)

  // The row grows while it is filled in; what has just opened must not lie below the edge.
  useEffect(() => {
    const element = row.current
    if (!element || !isActive) return
    const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [isActive])

  const focusReason = () => document.getElementById(reasonFieldId(item.id))?.focus()

  const put = (score: string) => onWrite(item.id, { ...draft, score })
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isInputMethodKey(event.nativeEvent)) return
    event.preventDefault()
    if (read.kind === 'empty' && !mustDeduct) put(max)
    else if (read.kind !== 'score') return
    else if (isDeducted && draft.reason.trim() === '') return focusReason()
    onDone(item.id)
  }
  const reasonKey = (event: KeyboardEvent) => {
    // Enter that chooses a word of the input method must not leave the field.
    if (event.key !== 'Enter' || event.shiftKey || isInputMethodKey(event.nativeEvent)) return
    event.preventDefault()
    // Whoever would rather write the reasons at the end goes on; they are asked for before the sheet is handed in.
    onDone(item.id)
  }
  const choose = (score: string) => {
    // At once: whoever types on without looking must find the field of the reason open.
    flushSync(() => put(score))
    if (score !== max && draft.reason.trim() === '') focusReason()
  }

  const wrong =
    read.kind === 'not-a-number'
      ? words.notANumber
      : read.kind === 'too-high'
        ? words.tooHigh(read.most)
        : read.kind === 'too-low'
          ? words.tooLow(read.least)
          : read.kind === 'not-full'
            ? words.notFull
            : null
  const whole = Number.parseInt(max, 10)
  const offered =
    isTouch && String(whole) === max && whole <= mostButtons
      ? Array.from({ length: whole + 1 }, (_, at) => String(whole - at))
      : [max]
  const quick = mustDeduct ? offered.filter((score) => score !== max) : offered
  const describedBy = `about-${item.id}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: touching the row only chooses it, as focusing its field does
    <div
      ref={row}
      className={isActive && isEditable ? 'item is-active' : 'item'}
      data-item={item.id}
      onFocus={() => onActive(item.id)}
      onPointerDown={() => isEditable && onActive(item.id)}
    >
      <div className="item-main">
        <div>
          <strong>{name}</strong> <span className="soft small nowrap">{words.fullMarks(max)}</span>{' '}
          {isEditable && lack === 'score' ? <span className="small item-waits nowrap">{words.toScore}</span> : null}
        </div>
        <p id={describedBy} className={isActive ? 'soft small' : 'soft small item-criterion'}>
          {say(item.criterion)}
        </p>
        <FactsOf item={item} pinName={pinName} onGoTo={onGoTo} />
        {hasReason ? (
          <div className="item-reason">
            <label htmlFor={reasonFieldId(item.id)} className={isDeducted ? 'chip chip-warn' : 'chip'}>
              {isDeducted ? words.reasonFor(read.deduct) : words.remark}
            </label>
            {isEditable ? (
              <Input.TextArea
                id={reasonFieldId(item.id)}
                aria-label={isDeducted ? words.reasonOf(name) : words.remarkOf(name)}
                className="grow"
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={2_000}
                value={draft.reason}
                placeholder={isDeducted ? words.reasonWanted : words.remarkHint}
                {...(lack === 'reason' ? { status: 'warning' } : {})}
                onChange={(event) => onWrite(item.id, { ...draft, reason: event.target.value })}
                onKeyDown={reasonKey}
              />
            ) : (
              <span className="grow item-said">{draft.reason}</span>
            )}
          </div>
        ) : null}
        {draft.pins.length > 0 ? (
          <div className="item-chips">
            {draft.pins.map((pin, at) => (
              <span key={`${pin.file}/${pin.page}`} className="pin-pair">
                <button type="button" className="pin" onClick={() => onGoTo(pin)}>
                  <PushpinFilled aria-hidden /> {pinName(pin)}
                </button>
                {isEditable ? (
                  <button
                    type="button"
                    className="pin pin-remove"
                    aria-label={words.unpin(pinName(pin))}
                    onClick={() => onWrite(item.id, { ...draft, pins: draft.pins.filter((_, each) => each !== at) })}
                  >
                    <CloseOutlined aria-hidden />
                  </button>
                ) : null}
              </span>
            ))}
          </div>
        ) : null}
        {isActive && isEditable && quick.length > 0 && (read.kind === 'empty' || quick.length > 1) ? (
          <fieldset className="item-quick" aria-label={words.quick}>
            {quick.map((score) => (
              <Button
                key={score}
                type={read.kind === 'score' && read.score === score ? 'primary' : 'default'}
                onClick={() => choose(score)}
              >
                {score === max ? words.full(max) : score}
                {score === max && !isTouch ? <kbd>Enter</kbd> : null}
              </Button>
            ))}
          </fieldset>
        ) : null}
        {item.isFar && isEditable ? (
          <p className="small item-far">
            <Chip tone="warn">{words.second.far}</Chip> {words.second.farHint}
          </p>
        ) : null}
        {(wrong ?? refused) ? (
          <p role="alert" className="item-wrong">
            {wrong ?? refused}
          </p>
        ) : null}
      </div>
      {isEditable ? (
        <input
          id={scoreFieldId(item.id)}
          className={wrong ? 'item-score is-wrong' : 'item-score'}
          role="spinbutton"
          aria-label={name}
          aria-describedby={describedBy}
          aria-valuemin={0}
          aria-valuemax={Number(max)}
          {...(read.kind === 'score' ? { 'aria-valuenow': Number(read.score) } : { 'aria-valuetext': words.toScore })}
          aria-invalid={wrong !== null}
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          maxLength={9}
          placeholder="–"
          value={draft.score}
          onFocus={(event) => event.target.select()}
          onChange={(event) => put(plainDigits(event.target.value))}
          onKeyDown={enter}
        />
      ) : (
        <output className="item-points num" aria-label={name}>
          {line.points ?? '–'}
        </output>
      )}
    </div>
  )
}
