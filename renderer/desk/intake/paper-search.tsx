/** A box that finds words in the papers of all applications, or of one; every page found is opened by a click. */
import { Input } from 'antd'
import { useState } from 'react'
import type { PaperSearch as Found } from '#host/api/shapes.ts'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOfPage } from '../route.ts'

type Hit = Found['hits'][number]

/** @param onGoTo opens a page of `packet` where it is on show already; without it the application is opened. */
export function PaperSearch({ packet, onGoTo }: { packet?: string; onGoTo?: (place: Place) => void }) {
  const { intake } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [found, setFound] = useState<Found>()
  const look = async (words: string) => {
    if (words.trim() === '') return setFound(undefined)
    setFound(await run(() => desk.packets.search({ round, words: words.trim(), ...(packet && { packet }) })))
  }
  const open = ({ packet: id, sha256, page }: Hit) => {
    const place = { file: sha256, page }
    if (onGoTo) onGoTo(place)
    else go(hrefOfPage(round, id, place))
  }
  return (
    <search className="paper-search">
      <Input.Search
        allowClear
        maxLength={60}
        className="paper-search-box"
        placeholder={intake.searchExample}
        aria-label={intake.search}
        enterButton={intake.search}
        loading={busy}
        onSearch={(words) => void look(words)}
      />
      {found === undefined ? null : <Results found={found} isOne={packet !== undefined} onOpen={open} />}
    </search>
  )
}

function Results({ found, isOne, onOpen }: { found: Found; isOne: boolean; onOpen: (hit: Hit) => void }) {
  const { intake } = useWords().desk
  const { hits, more, scans, unread, waiting } = found
  const packets = new Set(hits.map((hit) => hit.packet)).size
  const count = isOne && !more ? intake.searchFoundHere(hits.length) : intake.searchFound(hits.length, packets, more)
  return (
    <div className="paper-search-found">
      <p role="status">
        {hits.length === 0 ? intake.searchNone : count}
        {scans === 0 ? null : <span className="soft"> {intake.searchScans(scans)}</span>}
        {unread === 0 ? null : <span className="soft"> {intake.searchUnread(unread)}</span>}
        {waiting === 0 ? null : <span className="soft"> {intake.searchWaiting(waiting)}</span>}
      </p>
      {hits.length === 0 ? null : (
        <ul>
          {hits.map((hit) => (
            <li key={`${hit.packet} ${hit.name} ${hit.page}`}>
              <button type="button" className="paper-search-hit" onClick={() => onOpen(hit)}>
                <span className="paper-search-where">
                  {isOne ? null : <strong>{`${hit.no} ${hit.workshop}　`}</strong>}
                  {hit.name} {hit.name.toLowerCase().endsWith('.pdf') ? intake.pageNo(hit.page) : null}
                </span>
                <span className="paper-search-words">
                  {hit.before}
                  <mark>{hit.found}</mark>
                  {hit.after}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
