/** 补正通知: what an applicant has to complete, as a page to print or to save as PDF. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { isBlank } from './field-value.ts'

export function NoticePage({ packet }: { packet: string }) {
  const { packet: words } = useWords().desk
  const say = useSay()
  const { round, organiser, title } = useRound()
  const [until, setUntil] = useState('')
  const reading = useRead(() => desk.packets.show({ round, packet }), [round, packet], ['packets'])
  return (
    <section className="sheet">
      <div className="row mid wrap no-print">
        <Button onClick={() => go(hrefOf(round, 'packet', packet, 'check'))}>{words.noticeBack}</Button>
        <Input
          className="notice-until"
          value={until}
          placeholder={words.noticeUntilExample}
          aria-label={words.noticeUntil}
          onChange={(event) => setUntil(event.target.value)}
        />
        <span className="grow" />
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {words.noticePrint}
        </Button>
      </div>
      <Shown of={reading}>
        {(view) => {
          const absent = view.materials.filter(({ present }) => present === false)
          const empty = view.fields.filter(({ kind, value }) => kind !== 'block' && (value === null || isBlank(value)))
          const broken = view.fileList.flatMap(({ problemText }) => (problemText === null ? [] : [problemText]))
          return (
            <article className="notice">
              <h1>{words.noticeTitle}</h1>
              <p>{words.noticeTo(view.unit)}</p>
              <p className="notice-body">{words.noticeIntro(title, view.workshop)}</p>
              <ol>
                {view.check?.note ? <li>{view.check.note}</li> : null}
                {absent.map(({ id, text, clause }) => (
                  <li key={id}>{words.noticeAbsent(say(text), clause)}</li>
                ))}
                {view.findings.map(({ text }) => (
                  <li key={text.en}>{say(text)}</li>
                ))}
                {broken.map((text) => (
                  <li key={text.en}>{say(text)}</li>
                ))}
                {empty.length === 0 ? null : (
                  <li>{words.noticeEmpty(empty.map(({ label }) => say(label)).join('、'))}</li>
                )}
              </ol>
              <p className="notice-body">{until === '' ? words.noticeAsk : words.noticeAskUntil(until)}</p>
              <p className="notice-sign">
                {organiser}
                <br />
                {words.noticeDate}
              </p>
            </article>
          )
        }}
      </Shown>
    </section>
  )
}
