/** What this device believes it has sent, and what still waits on it: a list that the expert can look at. */
import './conflict.css'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Chip } from '../kit/states.tsx'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import { type Note, opinionSlot, type Sent, submittedSlot } from './journal.ts'
import type { Outbox } from './outbox.ts'

type Props = { outbox: Outbox; waiting: number; titles: ReadonlyMap<string, string> }

/** The count of what waits, which opens the list. */
export function SentList({ outbox, waiting, titles }: Props) {
  const { seat: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="text" className="soft small nowrap" onClick={() => setOpen(true)}>
        {words.waitingHere(waiting)}
      </Button>
      <Modal open={isOpen} centered width={860} footer={null} title={words.sent.title} onCancel={() => setOpen(false)}>
        {isOpen ? <Lines outbox={outbox} titles={titles} /> : null}
      </Modal>
    </>
  )
}

function Lines({ outbox, titles }: Omit<Props, 'waiting'>) {
  const { seat: words } = useWords()
  const when = useWhen()
  const waiting = [...titles.keys()].flatMap((packet) => outbox.notesOf(packet).filter((note) => !note.isConfirmed))
  const sent = outbox.sent()
  if (waiting.length + sent.length === 0) return <p>{words.sent.none}</p>
  return (
    <div className="stack">
      <p className="soft small">{words.sent.what}</p>
      <div className="conflict-scroll">
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{words.sent.when}</th>
              <th scope="col">{words.sent.of}</th>
              <th scope="col">{words.sent.item}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((note) => (
              <tr key={`${note.packet}/${note.item}`} className="is-different">
                <td>
                  <Chip tone="warn">{words.sent.waiting}</Chip>
                </td>
                <td>{titles.get(note.packet)}</td>
                <td>
                  <What of={note} />
                  {note.refused === null ? null : <div className="small">{words.sent.refused(note.refused)}</div>}
                </td>
              </tr>
            ))}
            {sent.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list of what happened; the same may happen twice in a second
              <tr key={at}>
                <td className="num nowrap">
                  <Chip tone="ok">{words.sent.sent}</Chip> {when(one.at, 'second')}
                </td>
                <td>{titles.get(one.packet)}</td>
                <td>
                  <What of={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function What({ of: { item, draft } }: { of: Pick<Note | Sent, 'item' | 'draft'> }) {
  const { seat: words } = useWords()
  if (item === submittedSlot || draft === null) return words.sent.submitted
  if (typeof draft === 'string') return item === opinionSlot ? `${words.opinion}：${draft}` : draft
  return words.sent.score(item, draft.score, draft.reason)
}
