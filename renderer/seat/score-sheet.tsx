/** The sheet of one application: facts with their derivation, judgements to enter, the opinion, and how to hand it in. */
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Proof } from '#core/ledger/kinds.ts'
import type { MeView, SheetView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'
import { ClosingForm } from './closing-form.tsx'
import { FactRow } from './fact-row.tsx'
import { opinionSlot } from './journal.ts'
import { JudgementRow } from './judgement-row.tsx'
import { Opinion } from './opinion.tsx'
import type { Outbox } from './outbox.ts'
import { type Draft, nextOpen } from './score.ts'
import { useIsTouch } from './screen.ts'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead, SheetNotices } from './sheet-head.tsx'
import type { SheetState } from './sheet-state.ts'

/** What the keys of the whole screen do on the sheet. */
export type SheetHandle = {
  move: (by: 1 | -1) => void
  openReason: () => void
  focusScore: () => void
  /** Brings an item, or the opinion, into sight with the focus in it. */
  show: (slot: string) => void
}

type Props = {
  ref: Ref<SheetHandle>
  me: MeView
  state: SheetState
  outbox: Outbox
  active: string | null
  onActive: (item: string) => void
  onWrite: (item: string, draft: Draft) => void
  onOpinion: (text: string) => void
  /** Takes the last step back; null when there is none. */
  onUndo: (() => void) | null
  onGoTo: (place: Proof) => void
  pinName: (pin: Proof) => string
  onSubmitted: (sheet: SheetView) => void
  /** The expert has opened a submitted sheet again. */
  onOpened: (sheet: SheetView) => void
  next: string | null
  onNext: (packet: string) => void
}

export const scoreFieldId = (item: string) => `score-${item}`
export const reasonFieldId = (item: string) => `reason-${item}`
const opinionFieldId = 'sheet-opinion'

function focus(id: string): boolean {
  const field = document.getElementById(id)
  if (!field) return false
  field.focus({ preventScroll: true })
  if (field instanceof HTMLInputElement) field.select()
  const row = field.closest('.item') ?? field
  row.scrollIntoView({ block: 'nearest' })
  return true
}

export function ScoreSheet(props: Props) {
  const { state, active, onActive, onWrite, outbox } = props
  const { seat: words } = useWords()
  const say = useSay()
  const isTouch = useIsTouch()
  const submit = useRef<HTMLButtonElement>(null)
  const [isClosing, setClosing] = useState(false)
  const [reasonOpen, setReasonOpen] = useState<string | null>(null)
  const { sheet, sections, judged, open, isEditable } = state
  const isPlain = sections.length === 0

  const begin = useRef(() => {})
  begin.current = () => {
    const first = nextOpen(judged, open, null) ?? judged[0]
    if (first === undefined) return
    onActive(first)
    if (!isTouch) focus(scoreFieldId(first))
  }
  // Opened: the first item that waits. On glass nothing takes the focus, or the keyboard would cover the sheet.
  useEffect(() => {
    if (isEditable) begin.current()
  }, [isEditable])

  const goTo = useCallback(
    (item: string | undefined) => {
      if (item === undefined) return
      onActive(item)
      focus(scoreFieldId(item))
    },
    [onActive],
  )
  const goOn = (from: string) => {
    const after = judged[judged.indexOf(from) + 1]
    const unscored = sections
      .flatMap(({ lines }) => lines)
      .filter(({ item, lack }) => item.id !== from && (lack === 'score' || lack === 'number'))
    const waiting = nextOpen(judged, new Set(unscored.map(({ item }) => item.id)), from)
    if (after !== undefined) goTo(after)
    else if (waiting !== null) goTo(waiting)
    else submit.current?.focus()
  }
  const goToMissing = () => {
    const lines = sections.flatMap((section) => section.lines)
    if (isPlain) focus(opinionFieldId)
    else if (!lines.some(({ lack }) => lack === 'score' || lack === 'number')) setClosing(true)
    else goTo(lines.find(({ lack }) => lack === 'score' || lack === 'number')?.item.id)
  }
  useImperativeHandle(props.ref, (): SheetHandle => {
    const now = active ?? judged[0]
    return {
      move: (by) => goTo(judged[Math.min(Math.max(judged.indexOf(now ?? '') + by, 0), judged.length - 1)]),
      focusScore: () => goTo(now),
      show: (slot) => (slot === opinionSlot ? void focus(opinionFieldId) : goTo(slot)),
      openReason: () => {
        if (now === undefined) return void focus(opinionFieldId)
        // The next key already belongs to the field.
        flushSync(() => setReasonOpen(now))
        focus(reasonFieldId(now))
      },
    }
  })

  return (
    <section className="sheet" aria-label={words.sheetOf(sheet.workshop)}>
      <SheetHead state={state} />
      <SheetNotices me={props.me} state={state} outbox={outbox} onOpened={props.onOpened} />
      <div className="sheet-scroll">
        {sections.map(({ block, lines, subtotal }) => (
          <section key={block.id} aria-label={say(block.name)}>
            <h3 className="sheet-block">
              <span className="grow">
                {say(block.name)}
                {block.bonus ? <span className="soft small"> {words.bonusBlock}</span> : null}
              </span>
              <span className="num soft small">
                {subtotal} / {block.max}
              </span>
            </h3>
            {lines.map((line) =>
              line.item.kind === 'fact' ? (
                <FactRow key={line.item.id} item={line.item} pinName={props.pinName} onGoTo={props.onGoTo} />
              ) : (
                <JudgementRow
                  key={line.item.id}
                  line={line}
                  isActive={line.item.id === active}
                  isReasonOpen={line.item.id === reasonOpen}
                  isEditable={isEditable}
                  onActive={onActive}
                  onWrite={onWrite}
                  onDone={goOn}
                  onGoTo={props.onGoTo}
                  pinName={props.pinName}
                />
              ),
            )}
          </section>
        ))}
        <Opinion id={opinionFieldId} state={state} isWanted={isPlain} onOpinion={props.onOpinion} />
      </div>
      {isClosing ? (
        <ClosingForm
          state={state}
          onWrite={onWrite}
          onClose={() => {
            setClosing(false)
            submit.current?.focus()
          }}
        />
      ) : null}
      <SheetFoot
        ref={submit}
        me={props.me}
        state={state}
        outbox={outbox}
        onMissing={goToMissing}
        onUndo={props.onUndo}
        onSubmitted={props.onSubmitted}
        next={props.next}
        onNext={props.onNext}
      />
    </section>
  )
}
