/** Shows the files of one application: a tab for each, pages to scroll, zoom, turn and find, for the seat and the desk. */
import './viewer.css'
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWords } from '../words/words.ts'
import { DocxDocument } from './docx-document.tsx'
import type { DocumentHandle, DocumentProps, Sight } from './frame.ts'
import { PdfDocument } from './pdf-document.tsx'
import { Photos } from './photos.tsx'
import { changeSight, lastFileOf, rememberFile, sightOf } from './sights.ts'
import { type Drawing, type FileLike, type Place, type Tab, tabsOf, tabWith } from './tabs.ts'
import { PageBar, ViewerTools } from './toolbar.tsx'
import { nextUnread } from './unread.ts'
import { Unreadable } from './unreadable.tsx'

export type { Place } from './tabs.ts'
export type Pinned = Place & { label: string }
export type ViewerHandle = { turn: (by: number) => void; nextUnread: () => void }

type Props = {
  files: readonly FileLike[]
  /** The bytes of a file. Must stay the same function while the files do. */
  read: (sha256: string) => Promise<Blob>
  /** Where to go; a new object goes there again. */
  position?: Place
  onPosition?: (place: Place) => void
  pinned?: readonly Pinned[]
  /** Dots out identity and mobile numbers in Word forms, for readers who do not need them. */
  isMasked?: boolean
  /** What stands beside the page number: the pin button of a seat. */
  actions?: ReactNode
  ref?: Ref<ViewerHandle>
}

/** So long a page stays in view before it counts as read: leafing past it is no reading. */
const readingMs = 700

const documents: Record<Exclude<Drawing, 'unshown'>, (props: DocumentProps) => ReactNode> = {
  pdf: PdfDocument,
  docx: DocxDocument,
  photos: Photos,
}

export function PacketViewer({
  files,
  read,
  position,
  onPosition,
  pinned = [],
  isMasked = false,
  actions,
  ref,
}: Props) {
  const words = useWords().seat.viewer
  const panel = useId()
  const tabs = useMemo(() => tabsOf(files), [files])
  const setName = tabs.map((tab) => tab.id).join()
  const [chosen, setChosen] = useState<string | null>(null)
  const [, redraw] = useState(0)
  const [counts, setCounts] = useState<Record<string, number>>({})
  const [hasThumbs, setThumbs] = useState(true)
  const document = useRef<DocumentHandle>(null)
  const reported = useRef<Place | undefined>(undefined)

  const wantedFile = chosen ?? position?.file ?? lastFileOf(setName)
  const tab = (wantedFile === undefined ? undefined : tabWith(tabs, wantedFile)) ?? tabs[0]
  const tabId = tab?.id ?? ''
  const sight = sightOf(tabId)

  const change = useCallback((id: string, part: Partial<Sight>) => {
    changeSight(id, part)
    redraw((turn) => turn + 1)
  }, [])

  /** A place in files' terms: a photo is page 1 of its own file. */
  const placeOf = useCallback(
    (at: Tab, page: number): Place =>
      at.drawing === 'photos' ? { file: at.files[page - 1]?.sha256 ?? at.id, page: 1 } : { file: at.id, page },
    [],
  )
  const pageOf = (at: Tab, place: Place) =>
    at.drawing === 'photos' ? at.files.findIndex((file) => file.sha256 === place.file) + 1 : place.page

  const report = useRef(onPosition)
  report.current = onPosition
  const tell = useCallback((place: Place) => {
    const last = reported.current
    if (last?.file === place.file && last.page === place.page) return
    reported.current = place
    report.current?.(place)
  }, [])

  const onPage = useCallback(
    (page: number, count: number) => {
      if (!tab) return
      if (sightOf(tab.id).page !== page) change(tab.id, { page })
      setCounts((last) => (last[tab.id] === count ? last : { ...last, [tab.id]: count }))
      tell(placeOf(tab, page))
    },
    [tab, change, tell, placeOf],
  )

  const open = (id: string) => {
    setChosen(id)
    rememberFile(setName, id)
  }

  const follow = useRef<(place: Place) => void>(() => {})
  follow.current = (place) => {
    const target = tabWith(tabs, place.file)
    if (!target || place === reported.current) return
    const page = pageOf(target, place)
    open(target.id)
    change(target.id, { page })
    if (target.id === tabId) document.current?.goTo(page)
  }
  // A new `position` is an order to go there, unless it only repeats what this viewer has said itself.
  useEffect(() => {
    if (position) follow.current(position)
  }, [position])

  // A file without pages of its own still tells where the reader is.
  useEffect(() => {
    if (tab?.drawing === 'unshown') tell({ file: tab.id, page: 1 })
  }, [tab, tell])

  useEffect(() => {
    if (tabId === '') return
    const clock = setTimeout(() => {
      const { seen } = sightOf(tabId)
      if (!seen.includes(sight.page)) change(tabId, { seen: [...seen, sight.page] })
    }, readingMs)
    return () => clearTimeout(clock)
  }, [tabId, sight.page, change])

  const unread = nextUnread(
    tabs.map((each) => ({ file: each.id, count: counts[each.id] ?? pagesOf(each) })),
    { file: tabId, page: sight.page },
    ({ file, page }) => sightOf(file).seen.includes(page),
  )
  const goToUnread = () => {
    if (!unread.next) return
    const { file, page } = unread.next
    open(file)
    change(file, { page })
    if (file === tabId) document.current?.goTo(page)
  }
  useImperativeHandle(ref, () => ({ turn: (by) => document.current?.turn(by), nextUnread: goToUnread }))

  if (!tab) return <p className="viewer-sentence">{words.noFiles}</p>
  const Document = tab.drawing === 'unshown' ? null : documents[tab.drawing]
  const pins = new Set(pinned.filter((pin) => tabWith([tab], pin.file)).map((pin) => pageOf(tab, pin)))
  const count = counts[tabId] ?? 0

  return (
    <section className="viewer" aria-label={words.title}>
      <div className="viewer-bar">
        <TabList tabs={tabs} current={tabId} panel={panel} onOpen={open} />
        <ViewerTools
          key={tabId}
          sight={sight}
          hasFind={tab.drawing === 'pdf'}
          hasThumbs={hasThumbs}
          hasTurn={tab.drawing !== 'docx' && tab.drawing !== 'unshown'}
          isOff={Document === null}
          onThumbs={tab.drawing === 'docx' || count < 2 ? undefined : () => setThumbs(!hasThumbs)}
          onZoom={(zoom) => change(tabId, { zoom })}
          onTurn={() =>
            change(tabId, { turned: { ...sight.turned, [sight.page]: ((sight.turned[sight.page] ?? 0) + 90) % 360 } })
          }
          onFind={(text) => document.current?.find?.(text)}
        />
      </div>
      <div className="viewer-panel" role="tabpanel" id={panel} aria-label={labelOf(tab, words)}>
        {Document ? (
          <Document
            key={tabId}
            ref={document}
            files={tab.files}
            read={read}
            sight={sight}
            hasThumbs={hasThumbs}
            isMasked={isMasked}
            pinned={pins}
            onPage={onPage}
          />
        ) : (
          <Unreadable file={tab.files[0]} />
        )}
      </div>
      <PageBar
        page={sight.page}
        count={count}
        left={unread.left}
        onTurn={(by) => document.current?.turn(by)}
        onUnread={goToUnread}
        actions={actions}
      />
    </section>
  )
}

/** How many pages a tab has as far as the import knows; 0 where only drawing it tells. */
function pagesOf({ drawing, files }: Tab): number {
  return drawing === 'photos' ? files.length : (files[0]?.pages ?? 0)
}

type ViewerWords = ReturnType<typeof useWords>['seat']['viewer']

function labelOf(tab: Tab, words: ViewerWords): string {
  if (tab.drawing === 'photos') return words.photos(tab.files.length)
  const title = tab.kind === 'form' ? words.form : tab.title
  const pages = tab.files[0]?.pages
  return tab.drawing === 'pdf' && pages ? words.withPages(title, pages) : title
}

function TabList(props: { tabs: Tab[]; current: string; panel: string; onOpen: (id: string) => void }) {
  const words = useWords().seat.viewer
  const { tabs, current, onOpen } = props
  const move = (by: number) => {
    const at = tabs.findIndex((tab) => tab.id === current)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (next) onOpen(next.id)
  }
  return (
    <div
      className="viewer-tabs"
      role="tablist"
      aria-label={words.files}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1)
        if (event.key === 'ArrowLeft') move(-1)
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="viewer-tab"
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? props.panel : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          // The focus follows the arrows.
          ref={(button) => {
            if (tab.id === current && button?.parentElement?.contains(globalThis.document.activeElement)) button.focus()
          }}
          title={tab.files.map((file) => file.name).join('\n')}
          onClick={() => onOpen(tab.id)}
        >
          {labelOf(tab, words)}
        </button>
      ))}
    </div>
  )
}
