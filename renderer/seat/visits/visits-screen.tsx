/** "My site visits": the stops in the order of the route, and the one that is open. */
import { ArrowLeftOutlined, CameraOutlined, FileTextOutlined, SwapOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { MyVisit } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useConnection } from '../../kit/live.ts'
import { Chip, Empty } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { leaveSeat } from '../leave.ts'
import { useCanReopen } from './offline-page.ts'
import type { Kit } from './use-visits.ts'
import { useBook } from './use-visits.ts'
import type { Counts, VisitBook } from './visit-book.ts'
import { VisitPage } from './visit-page.tsx'

const drawer = 'jiangping.visit'
const tones = { carried: 'plain', draft: 'warn', 'handed-in': 'info', final: 'ok' } as const

type Props = { kit: Kit; book: VisitBook | null; isAway: boolean; onPapers: (() => void) | null; onDone: () => void }

export function VisitsScreen({ kit, book, isAway, onPapers, onDone }: Props) {
  const { seat, common } = useWords()
  const words = seat.visits
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(drawer))
  const { me, view } = kit
  const open = view.visits.find(({ packet }) => packet === chosen)
  const choose = (packet: string | null) => {
    if (packet === null) sessionStorage.removeItem(drawer)
    else sessionStorage.setItem(drawer, packet)
    setChosen(packet)
  }
  return (
    <div className="seat visits">
      <header className="seat-head">
        {open ? (
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => choose(null)}>
            {words.back}
          </Button>
        ) : null}
        <h1>
          {common.seatNo(me.seat)} · {me.name}
        </h1>
        <span className="grow" />
        {book ? <Transfer book={book} /> : null}
        {onPapers ? (
          <Button icon={<FileTextOutlined aria-hidden />} onClick={onPapers}>
            {words.papers}
          </Button>
        ) : null}
        {isAway ? null : (
          <Button icon={<SwapOutlined aria-hidden />} onClick={() => leaveSeat('handed-over')}>
            {seat.handOver}
          </Button>
        )}
        <DisplayMenu />
        <LanguageSwitch />
      </header>
      <main className="visits-main">
        {book === null ? <Alert type="error" showIcon title={words.noStorage} /> : null}
        {isAway ? <Alert type="info" showIcon title={words.away} /> : null}
        {open && book ? (
          <VisitPage key={open.packet} kit={kit} visit={open} book={book} isAway={isAway} onDone={onDone} />
        ) : (
          <Route visits={view.visits} book={book} onOpen={choose} />
        )}
      </main>
    </div>
  )
}

/** Where everything of the visits is: on this device, with the host, on its way. */
function Transfer({ book: given }: { book: VisitBook }) {
  const { seat } = useWords()
  const words = seat.visits
  const book = useBook(given)
  const connection = useConnection((store) => store.state)
  const { photos, sent, waiting, untold } = book.counts()
  const trouble = book.trouble()
  const isAway = book.isLost() || connection === 'offline'
  const isDone = waiting + untold === 0
  const said = isDone ? words.allSent : isAway ? words.keptHere : words.sending
  // Nothing was written yet: nothing is said of where it is.
  if (isDone && photos === 0 && !isAway && trouble === null) return null
  return (
    <span className="seat-saved" role="status">
      <Chip tone={trouble ? 'no' : isDone ? 'ok' : isAway ? 'warn' : 'info'}>
        {trouble ? words.trouble(trouble) : said}
      </Chip>
      <span className="small nowrap num">{words.counts(photos, sent, waiting)}</span>
    </span>
  )
}

function Route(props: { visits: readonly MyVisit[]; book: VisitBook | null; onOpen: (packet: string) => void }) {
  const { seat } = useWords()
  const words = seat.visits
  const canReopen = useCanReopen()
  return (
    <section className="visits-route" aria-labelledby="visits-title">
      <div className="row mid wrap">
        <h2 id="visits-title">{words.title}</h2>
        <span className="soft small grow">{words.routeHint}</span>
        {canReopen === null ? null : (
          <Chip tone={canReopen ? 'ok' : 'warn'}>{canReopen ? words.offlineReady : words.offlineNotReady}</Chip>
        )}
      </div>
      {props.visits.length === 0 ? <Empty title={words.emptyTitle} /> : null}
      <ol className="visits-list">
        {props.visits.map((visit) => (
          <li key={visit.packet}>
            <Stop {...props} visit={visit} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const nothing: Counts = { photos: 0, sent: 0, waiting: 0, untold: 0 }

function Stop({ visit, book, onOpen }: { visit: MyVisit; book: VisitBook | null; onOpen: (packet: string) => void }) {
  const { seat } = useWords()
  const words = seat.visits
  const { plan, team } = visit
  const nameOf = (expert: string) => team.find((one) => one.expert === expert)?.name ?? ''
  const local = book?.of(visit.packet)
  const state = visit.final ? 'final' : (local?.state ?? visit.draft?.state ?? 'carried')
  const { photos, sent, waiting } = book?.counts(visit.packet) ?? nothing
  return (
    <button type="button" className="visit-stop" disabled={book === null} onClick={() => onOpen(visit.packet)}>
      {/* Every word in sight belongs to the name: a person may say any of them to the device. */}
      <span className="kit-hidden">{words.open(`${visit.no} ${visit.workshop}`)}</span>
      <span className="visit-stop-no num">{words.stop(visit.position)}</span>
      <span className="visit-stop-what">
        <strong>
          {visit.no} {visit.workshop}
        </strong>
        <span className="small">
          {plan.date} {plan.time ?? ''}　{plan.place}
        </span>
        <span className="soft small">
          {words.lead(nameOf(plan.lead))}　{visit.isRecorder ? words.recorder : words.helper(nameOf(plan.recorder))}
        </span>
      </span>
      <span className="visit-stop-state">
        <Chip tone={tones[state]}>{words.state[state]}</Chip>
        <span className="small num">
          <CameraOutlined aria-hidden /> {words.counts(photos, sent, waiting)}
        </span>
      </span>
    </button>
  )
}
