/** The screen of the work: the applications, the papers of one, and its sheet side by side. */
import { Drawer } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MeView, SheetRow, SheetView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { Empty, Loading, Shown } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { Declaring } from './declaring.tsx'
import { FloorStrip } from './floor-strip.tsx'
import type { Journal } from './journal.ts'
import { Reopenings } from './officer-page.tsx'
import { OpenSheet } from './open-sheet.tsx'
import { OwnConflicts } from './own-conflicts.tsx'
import { OwnSignature } from './own-signature.tsx'
import { PacketList } from './packet-list.tsx'
import { isDialogOpen, useIsNarrow } from './screen.ts'
import { SeatHeader } from './seat-header.tsx'
import { SecondRound } from './second-round.tsx'
import { SigningPage } from './signing-page.tsx'
import { useJournal, useOutbox } from './use-outbox.ts'
import { useOwnKey } from './use-own-key.ts'
import { usePulse } from './use-pulse.ts'
import { UnsignedVisits } from './visits/unsigned.tsx'
import { VoteLayer } from './vote-layer.tsx'

/** The last loaded state of a sheet, and the list that was on the screen when it came. */
type Held = { sheet: SheetView; list: readonly SheetRow[] | undefined }

const drawer = 'jiangping.seat.packet'

/** The next application after `from` (or before it) this expert may open, around the end. */
function neighbour(rows: readonly SheetRow[], from: string, by: 1 | -1, isWanted: (row: SheetRow) => boolean) {
  const at = rows.findIndex(({ packet }) => packet === from)
  for (let step = 1; step < rows.length; step += 1) {
    const row = rows[(at + by * step + rows.length * step) % rows.length]
    if (row && isWanted(row)) return row.packet
  }
  return null
}

const isOpenToMe = ({ state }: SheetRow) => state !== 'recused'
const isUnfinished = ({ state }: SheetRow) => state !== 'recused' && state !== 'submitted'

type WorkProps = { me: MeView; onSignedOut: (problem?: unknown) => void }

export function Work(props: WorkProps) {
  const journal = useJournal(props.me.seal ?? '')
  return journal ? <OpenWork {...props} journal={journal} /> : <Loading />
}

function OpenWork({ me, onSignedOut, journal }: WorkProps & { journal: Journal }) {
  const { seat: words } = useWords()
  const { round, expert } = me
  const [held, setHeld] = useState<Record<string, Held>>({})
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(drawer))
  const [isListOpen, setListOpen] = useState(false)
  const [isDeclaring, setDeclaring] = useState(false)
  const [isAmongSheets, setAmongSheets] = useState(false)
  const own = useOwnKey(me)
  const isNarrow = useIsNarrow()
  const list = useRead(
    () => seatClient().sheets.list({ round, expert }),
    [round, expert],
    ['sheets', 'packets', 'panel', 'round'],
  )
  const listNow = useRef(list.value)
  listNow.current = list.value
  const hold = useCallback(
    (sheet: SheetView) => setHeld((last) => ({ ...last, [sheet.packet]: { sheet, list: listNow.current } })),
    [],
  )
  const outbox = useOutbox(me, journal, { onSheet: hold, onSignedOut })
  usePulse(me, outbox)

  const choose = useCallback(
    (packet: string) => {
      // The old sheet's last word must be on its way before the new one is read.
      void outbox.flush()
      sessionStorage.setItem(drawer, packet)
      setChosen(packet)
      setListOpen(false)
      setAmongSheets(true)
    },
    [outbox],
  )
  const rows = (list.value ?? []).map((row): SheetRow => ({ ...row, ...newerThan(list.value, held[row.packet]) }))
  const first = rows.find(isUnfinished) ?? rows.find(isOpenToMe)
  const packet = rows.find((row) => row.packet === chosen && isOpenToMe(row))?.packet ?? first?.packet ?? null

  // Once shown it stays, also when it is handed in: only the expert turns to the next.
  useEffect(() => {
    if (packet !== null) setChosen(packet)
  }, [packet])

  const go = useRef<(by: 1 | -1) => void>(() => {})
  go.current = (by) => {
    const next = packet === null ? null : neighbour(rows, packet, by, isOpenToMe)
    if (next !== null) choose(next)
  }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      if (isDialogOpen()) return
      event.preventDefault()
      go.current(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  if (isDeclaring) {
    const back = () => {
      setDeclaring(false)
      list.again()
    }
    return <Declaring me={me} onBack={back} onDone={back} />
  }
  const papers = (
    <PacketList rows={rows} current={packet} me={me} onChoose={choose} onDeclare={() => setDeclaring(true)} />
  )
  const isOver = me.stage === 'export'
  return (
    <div className="seat">
      <SeatHeader
        me={me}
        outbox={outbox}
        onRefused={choose}
        titles={new Map(rows.map(({ packet: id, no, workshop }) => [id, `${no} ${workshop}`]))}
        savedAt={packet === null ? null : (held[packet]?.sheet.savedAt ?? null)}
        onList={isNarrow ? () => setListOpen(true) : undefined}
      />
      <OwnSignature own={own} onSign={isOver && isAmongSheets ? () => setAmongSheets(false) : null} />
      <FloorStrip me={me} onItem={choose} />
      <UnsignedVisits me={me} />
      {me.role === 'chair' ? <Reopenings me={me} onlyWaiting /> : null}
      <div className="seat-body">
        {isNarrow ? (
          <Drawer
            open={isListOpen}
            onClose={() => setListOpen(false)}
            placement="left"
            title={words.myApplications}
            size={340}
          >
            {papers}
          </Drawer>
        ) : (
          <aside className="seat-list" aria-label={words.myApplications}>
            {papers}
          </aside>
        )}
        <main className="seat-main">
          <OwnConflicts me={me} />
          <SecondRound me={me} onPapers={choose} />
          {isOver && !isAmongSheets ? (
            <SigningPage me={me} own={own} onSheets={() => setAmongSheets(true)} />
          ) : (
            <Shown of={list}>
              {() =>
                packet === null ? (
                  <Empty title={words.noApplications} hint={words.noApplicationsHint} />
                ) : (
                  <OpenSheet
                    key={packet}
                    me={me}
                    packet={packet}
                    outbox={outbox}
                    held={held[packet]?.sheet}
                    onSheet={hold}
                    next={neighbour(rows, packet, 1, isUnfinished)}
                    onNext={choose}
                  />
                )
              }
            </Shown>
          )}
        </main>
      </div>
      {me.stage === 'vote' ? <VoteLayer me={me} /> : null}
    </div>
  )
}

/** What a single sheet says of its row, as long as no newer list has come: the list is sent only when states change. */
function newerThan(list: readonly SheetRow[] | undefined, held: Held | undefined): Partial<SheetRow> {
  if (!held || held.list !== list) return {}
  const { state, open, items, total, returned, savedAt } = held.sheet
  return { state, open, items, total, returned, savedAt }
}
