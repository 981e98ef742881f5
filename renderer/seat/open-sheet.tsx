/** One application opened: its papers in the middle, its sheet on the right, and what the keys do between them. */
import { PushpinOutlined } from '@ant-design/icons'
import { Button, Splitter } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, SheetView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { Shown } from '../kit/states.tsx'
import { PacketViewer, type Place, type ViewerHandle } from '../kit/viewer/viewer.tsx'
import { useWords } from '../kit/words/words.ts'
import { Corrections } from './corrections.tsx'
import { type Doubting, DoubtingContext } from './doubt.tsx'
import { fileReader } from './file-reader.ts'
import { opinionSlot } from './journal.ts'
import type { Outbox } from './outbox.ts'
import { usePinNames } from './pin-names.ts'
import { type Draft, messageOf } from './score.ts'
import { ScoreSheet, type SheetHandle } from './score-sheet.tsx'
import { isDialogOpen, isInputMethodKey } from './screen.ts'
import { sheetState } from './sheet-state.ts'
import { type Held, lastStep, type Step, withStep } from './steps.ts'
import { useOutboxState } from './use-outbox.ts'

type Props = {
  me: MeView
  packet: string
  outbox: Outbox
  /** The sheet as it was last loaded, for when the host cannot be reached. */
  held: SheetView | undefined
  onSheet: (sheet: SheetView) => void
  /** The next application that is not finished. */
  next: string | null
  onNext: (packet: string) => void
}

/** How much of the screen the sheet takes; stays as it was set when the next application is opened. */
let sheetShare = '46%'

export function OpenSheet(props: Props) {
  const { me, packet, held, onSheet } = props
  const { round, expert } = me
  const reading = useRead(
    () => seatClient().sheets.show({ round, expert, packet }),
    [round, expert, packet],
    ['sheets', 'packets', 'visits', 'round'],
  )
  useEffect(() => {
    if (reading.value) onSheet(reading.value)
  }, [reading.value, onSheet])
  return (
    <Shown of={{ ...reading, value: held ?? reading.value }}>
      {(sheet) => <Pair {...props} sheet={sheet} again={reading.again} />}
    </Shown>
  )
}

function Pair({
  me,
  packet,
  outbox,
  sheet,
  onSheet,
  next,
  onNext,
  again,
}: Props & { sheet: SheetView; again: () => void }) {
  const { seat: words } = useWords()
  const { round } = me
  // The outbox tells when something was written; what was written is read below.
  useOutboxState(outbox)
  const isEditable =
    sheet.state !== 'submitted' &&
    (mayDo('score', me.stage) || (sheet.returned !== null && mayDo('score-again', me.stage)))
  const state = sheetState(sheet, outbox, isEditable)
  const [active, setActive] = useState<string | null>(null)
  const [position, setPosition] = useState<Place>()
  const [place, setPlace] = useState<Place | null>(null)
  const viewer = useRef<ViewerHandle>(null)
  const sheetHandle = useRef<SheetHandle>(null)
  const pinName = usePinNames(sheet.files)
  const read = useMemo(() => fileReader(round, packet), [round, packet])

  const lines = state.sections.flatMap((section) => section.lines)
  const current = lines.find(({ item }) => item.id === active && item.kind === 'judgement')
  const [steps, setSteps] = useState<readonly Step[]>([])
  const held = (slot: string): Held | undefined =>
    slot === opinionSlot ? state.opinion : lines.find(({ item }) => item.id === slot)?.draft
  const put = (slot: string, to: Held) => {
    if (!isEditable) return
    if (typeof to === 'string') return outbox.write({ packet, item: slot, draft: to, message: to })
    const line = lines.find(({ item }) => item.id === slot)
    if (!line) return
    const message = messageOf(to, { max: line.item.max, maxDeduct: line.item.maxDeduct })
    outbox.write({ packet, item: slot, draft: to, message })
  }
  const change = (slot: string, to: Held) => {
    const before = held(slot)
    if (!isEditable || before === undefined) return
    setSteps((last) => withStep(last, slot, before, to))
    put(slot, to)
  }
  const write = (item: string, draft: Draft) => change(item, draft)
  const back = isEditable ? lastStep(steps, held) : null
  const undo = () => {
    if (!back) return
    setSteps(back.left)
    put(back.step.slot, back.step.before)
    sheetHandle.current?.show(back.step.slot)
  }
  const isSame = (a: Place) => (b: Place) => a.file === b.file && a.page === b.page
  const canPin = isEditable && current !== undefined && place !== null
  const isPinned = canPin && current.draft.pins.some(isSame(place))
  const pin = () => {
    if (!canPin || isPinned) return
    write(current.item.id, { ...current.draft, pins: [...current.draft.pins, place] })
  }

  const keys = useRef<(event: KeyboardEvent) => void>(() => {})
  keys.current = (event) => {
    if (isInputMethodKey(event) || isDialogOpen()) return
    // The browser's own undo stops at the edge of a field, and may put back what the sheet knows nothing of.
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      undo()
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = event.target instanceof Element ? event.target : document.body
    const isScore = target.matches('[role="spinbutton"]')
    const isBusyElsewhere =
      !isScore && target.closest('input, textarea, button, a, select, [role="tab"], summary') !== null
    const done = () => event.preventDefault()
    if (event.key === 'PageDown' && event.shiftKey) {
      done()
      viewer.current?.nextUnread()
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      done()
      viewer.current?.turn(event.key === 'PageDown' ? 1 : -1)
    } else if (event.key === 'F2') {
      done()
      sheetHandle.current?.openReason()
    } else if (event.key === ' ' && !isBusyElsewhere) {
      done()
      pin()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (isScore || target === document.body)) {
      done()
      sheetHandle.current?.move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (/^[0-9]$/.test(event.key) && !isScore && !isBusyElsewhere) {
      // The digit itself then lands in the field that has just got the focus.
      sheetHandle.current?.focusScore()
    }
  }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => keys.current(event)
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  const pinned = lines.flatMap(({ item, draft }) => [
    ...item.facts.flatMap(({ proof }) => (proof ? [{ ...proof, label: item.id }] : [])),
    ...draft.pins.map((each) => ({ ...each, label: item.id })),
  ])
  const goTo = useCallback((to: Place) => setPosition({ ...to }), [])
  const here = place ? [...new Set(pinned.filter(isSame(place)).map(({ label }) => label))] : []
  const doubting: Doubting = {
    place: { round, expert: me.expert, packet },
    doubts: sheet.doubts,
    page: place,
    pinName,
    isOpen: mayDo('raise-doubt', me.stage),
    onRaised: again,
  }
  const name = current ? `${current.item.id}` : ''
  return (
    <Splitter
      className="seat-pair"
      onResizeEnd={([papers = 1, sheet = 1]) => {
        sheetShare = `${(100 * sheet) / (papers + sheet)}%`
      }}
    >
      <Splitter.Panel min="25%" className="seat-viewer">
        <Corrections fields={sheet.fieldViews} />
        <PacketViewer
          ref={viewer}
          files={sheet.files}
          read={read}
          position={position}
          onPosition={setPlace}
          pinned={pinned}
          isMasked
          actions={
            <>
              {here.length > 0 ? <span className="chip chip-info">{words.pinnedTo(here.join(' '))}</span> : null}
              {canPin && !isPinned ? (
                <Button icon={<PushpinOutlined aria-hidden />} onClick={pin} title={words.pinKey}>
                  {words.pinTo(name)}
                </Button>
              ) : null}
            </>
          }
        />
      </Splitter.Panel>
      <Splitter.Panel defaultSize={sheetShare} min="32%" max="70%" className="seat-sheet">
        <DoubtingContext.Provider value={doubting}>
          <ScoreSheet
            ref={sheetHandle}
            me={me}
            state={state}
            outbox={outbox}
            active={active}
            onActive={setActive}
            onWrite={write}
            onOpinion={(text) => change(opinionSlot, text)}
            onUndo={back ? undo : null}
            onGoTo={goTo}
            pinName={pinName}
            onSubmitted={(submitted) => {
              outbox.forget(packet)
              onSheet(submitted)
              again()
            }}
            onOpened={(opened) => {
              onSheet(opened)
              again()
            }}
            next={next}
            onNext={onNext}
          />
        </DoubtingContext.Provider>
      </Splitter.Panel>
    </Splitter>
  )
}
