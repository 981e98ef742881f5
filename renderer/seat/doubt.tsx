/** A doubt about the facts of an item: raised with the page on screen, and what the secretariat answered. */
import { App, Checkbox, Input, Modal } from 'antd'
import { createContext, useContext, useState } from 'react'
import type { Proof } from '#core/ledger/kinds.ts'
import type { DoubtView, ItemView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct } from '../kit/hooks.ts'
import { useWords } from '../kit/words/words.ts'

/** What every item of an open sheet needs for raising a doubt. */
export type Doubting = {
  place: { round: string; expert: string; packet: string }
  doubts: readonly DoubtView[]
  /** The page the expert is looking at. */
  page: Proof | null
  pinName: (pin: Proof) => string
  isOpen: boolean
  onRaised: () => void
}
export const DoubtingContext = createContext<Doubting | null>(null)

/** The small button of an item with facts. */
export function DoubtButton({ item }: { item: ItemView }) {
  const { seat: words } = useWords()
  const doubting = useContext(DoubtingContext)
  const [isRaising, setRaising] = useState(false)
  if (!doubting?.isOpen || item.facts.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="doubt-raise"
        aria-label={words.doubt.raiseOf(item.id)}
        title={words.doubt.raiseOf(item.id)}
        onClick={() => setRaising(true)}
      >
        {words.doubt.raise}
      </button>
      {isRaising ? <Raise doubting={doubting} item={item.id} onClose={() => setRaising(false)} /> : null}
    </>
  )
}

/** What was doubted here so far, and the answers. */
export function DoubtsSaid({ item }: { item: ItemView }) {
  const { seat: words } = useWords()
  const raised = (useContext(DoubtingContext)?.doubts ?? []).filter((doubt) => doubt.item === item.id)
  return raised.map(({ doubt, text, answer }) => (
    <p key={doubt} className="small doubt-said">
      {answer ? words.doubt.said : words.doubt.waiting}
      {text}
      {answer ? (
        <>
          <br />
          <strong>
            {words.doubt.answered}
            {answer.text}
          </strong>
        </>
      ) : null}
    </p>
  ))
}

function Raise({ doubting, item, onClose }: { doubting: Doubting; item: string; onClose: () => void }) {
  const { seat: words, common } = useWords()
  const { message } = App.useApp()
  const { run, busy } = useAct()
  const [text, setText] = useState('')
  const [withPage, setWithPage] = useState(true)
  const { page, pinName, place, onRaised } = doubting
  const send = async () => {
    const sent = await run(() => seatClient().doubts.raise({ ...place, item, page: withPage ? page : null, text }))
    if (!sent) return
    void message.success(words.doubt.sent)
    onRaised()
    onClose()
  }
  return (
    <Modal
      open
      centered
      width={560}
      title={words.doubt.title(item)}
      okText={words.doubt.send}
      cancelText={common.cancel}
      okButtonProps={{ size: 'large', disabled: text.trim() === '' }}
      cancelButtonProps={{ size: 'large' }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{words.doubt.what}</p>
        <Input.TextArea
          autoFocus
          aria-label={words.doubt.text}
          placeholder={words.doubt.example}
          maxLength={2_000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {page ? (
          <Checkbox checked={withPage} onChange={(event) => setWithPage(event.target.checked)}>
            {words.doubt.page(pinName(page))}
          </Checkbox>
        ) : null}
      </div>
    </Modal>
  )
}
