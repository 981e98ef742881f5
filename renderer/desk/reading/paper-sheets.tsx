/** Paper when devices fail: blank sheets to print, and filled ones to enter. */
import { FileWordOutlined, FormOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { ProgressView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { hand } from '../papers/hand.ts'
import { PaperEntry } from './paper-entry.tsx'

export function PaperSheets({ view }: { view: ProgressView }) {
  const { desk: words, common } = useWords()
  const { paper } = words
  const { round } = useRound()
  const { message } = App.useApp()
  const { run, busy } = useDeskAct()
  const mayPrint = useMay('print-sheets')
  const mayEnter = useMay('score-again')
  const [expert, setExpert] = useState('')
  const [packet, setPacket] = useState('')
  const [isEntering, setEntering] = useState(false)
  const print = async () => {
    const file = await run(() =>
      desk.paperSheets.print({ round, ...(expert && { expert }), ...(packet && { packet }) }),
    )
    if (file === undefined) return
    hand(file, `${paper.print}.docx`)
    message.success(paper.printed)
  }
  return (
    <section className="paper-sheets" aria-labelledby="paper-title">
      <h2 id="paper-title">{paper.title}</h2>
      <p className="soft small">{paper.hint}</p>
      <div className="row mid wrap">
        <Select
          className="paper-whose"
          aria-label={paper.whose}
          value={expert}
          onChange={setExpert}
          options={[
            { value: '', label: paper.everyExpert },
            ...view.seats.map((seat) => ({ value: seat.expert, label: `${common.seatNo(seat.seat)} ${seat.name}` })),
          ]}
        />
        <Select
          className="paper-which"
          aria-label={paper.which}
          value={packet}
          onChange={setPacket}
          options={[
            { value: '', label: paper.everyPacket },
            ...view.rows.map((row) => ({ value: row.packet, label: `${row.no} ${row.workshop}` })),
          ]}
        />
        <Button
          icon={<FileWordOutlined aria-hidden />}
          loading={busy}
          disabled={!mayPrint}
          onClick={() => void print()}
        >
          {paper.print}
        </Button>
        <span className="grow" />
        <Button icon={<FormOutlined aria-hidden />} disabled={!mayEnter} onClick={() => setEntering(true)}>
          {paper.enter}
        </Button>
      </div>
      {isEntering ? <PaperEntry view={view} close={() => setEntering(false)} /> : null}
    </section>
  )
}
