/** The record of one site visit. A finding that differs from the claim changes the fact, for every expert alike. */
import { CameraOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { photoName } from '#core/visits/photos.ts'
import type { VisitCheck } from '#core/visits/record.ts'
import type { AttachedPhoto, VisitView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { VisitChecks } from '../../kit/visit-checks.tsx'
import { VisitMeasures } from '../../kit/visit-measures.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { type Finding, FindingTable, findingsToRecord } from './finding-table.tsx'

type Values = { date: string; begun: string; ended: string; place: string; present: string[]; opinion: string }

/** Today, as a date input writes it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

export function VisitForm({ visit, locked }: { visit: VisitView; locked: boolean }) {
  const { desk: words, seat } = useWords()
  const when = useWhen()
  const { round } = useRound()
  const { message } = App.useApp()
  const { run, busy } = useDeskAct()
  const packet = useRead(() => desk.packets.show({ round, packet: visit.packet }), [round, visit.packet], ['packets'])
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  const [findings, setFindings] = useState<readonly Finding[]>(() =>
    visit.findings.map(({ fact, seen, note }) => ({
      fact,
      seen: Array.isArray(seen) ? seen.map(String) : typeof seen === 'boolean' ? seen : String(seen),
      note,
    })),
  )
  const [checks, setChecks] = useState<VisitCheck[]>(() => visit.checks.map(({ name: _, ...check }) => check))
  const [measured, setMeasured] = useState({ measures: visit.measures, isWhole: true })
  const facts = packet.value?.facts ?? []
  const found = findingsToRecord(findings, facts)
  const [added, setAdded] = useState<readonly AttachedPhoto[]>([])
  const files = useRef<HTMLInputElement>(null)
  const attach = async (chosen: readonly File[]) => {
    let next = added
    for (const file of chosen) {
      const photo = await run(() => desk.visits.upload({ round, packet: visit.packet, file }))
      const known = [...visit.photos, ...next].some(({ sha256 }) => sha256 === photo?.sha256)
      if (!photo || known) continue
      // The host numbers each by the record alone; those of this sitting follow one another.
      next = [...next, { ...photo, no: Math.max(photo.no, ...next.map(({ no }) => no + 1)) }]
      setAdded(next)
    }
  }
  const save = async (values: Values) => {
    // What came from the tablets stays: a correction at the desk takes no photo and nobody of the team away.
    const { team, struck } = visit
    const photos = [...visit.photos, ...added.map(({ name: _, ...photo }) => photo)]
    const { begun, ended, ...rest } = values
    const kept = {
      begun: begun || null,
      ended: ended || null,
      team,
      checks,
      measures: measured.measures,
      photos,
      struck,
    }
    const saved = await run(() =>
      desk.visits.record({ round, packet: visit.packet, ...kept, ...rest, findings: found ?? [] }),
    )
    if (saved !== undefined) message.success(words.visit.savedFor(`${visit.no} ${visit.workshop}`))
  }
  const unfinished =
    found === null ? words.visit.findingUnfinished : measured.isWhole ? null : words.visit.measureUnfinished
  const needed = [{ required: true, message: words.rounds.fillIn }]
  return (
    <Form<Values>
      className="grow"
      layout="vertical"
      requiredMark={false}
      disabled={locked}
      initialValues={{
        date: visit.date ?? today(),
        begun: visit.begun ?? '',
        ended: visit.ended ?? '',
        place: visit.place,
        present: visit.present,
        opinion: visit.opinion,
      }}
      onFinish={(values) => void save(values)}
    >
      <h2 className="form-title">
        {visit.no} {visit.workshop}
        {visit.at === null ? null : <span className="soft small"> {words.visit.savedAt(when(visit.at))}</span>}
      </h2>
      <div className="row">
        <Form.Item name="date" label={words.visit.date} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="begun" label={seat.visits.begun}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="ended" label={seat.visits.ended}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="place" label={words.visit.place} rules={needed} className="grow">
          <Input maxLength={200} placeholder={packet.value?.unit} />
        </Form.Item>
      </div>
      <Form.Item name="present" label={words.visit.present} extra={words.visit.presentHint} rules={needed}>
        <Select
          mode="tags"
          tokenSeparators={['、', ',', '，', ' ']}
          options={(panel.value?.members ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      {facts.length === 0 ? null : (
        <FindingTable facts={facts} findings={findings} locked={locked} onChange={setFindings} />
      )}
      {visit.points.length === 0 && checks.length === 0 ? null : (
        <fieldset className="plain-set">
          <legend>{seat.visits.checks}</legend>
          <VisitChecks points={visit.points} checks={checks} locked={locked} onChange={setChecks} />
        </fieldset>
      )}
      <fieldset className="plain-set">
        <legend>{seat.visits.measures}</legend>
        <VisitMeasures
          measures={measured.measures}
          locked={locked}
          onChange={(measures, isWhole) => setMeasured({ measures, isWhole })}
        />
      </fieldset>
      <Form.Item
        name="opinion"
        label={words.visit.opinion}
        rules={[{ required: true, whitespace: true, message: words.rounds.fillIn }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      {locked ? null : (
        <div className="row mid wrap">
          <Button icon={<CameraOutlined aria-hidden />} loading={busy} onClick={() => files.current?.click()}>
            {words.visit.addPhotos}
          </Button>
          <span className="small num">{added.map((photo) => `${photoName(photo)} ${photo.name}`).join('　')}</span>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept="image/jpeg,image/png"
            onChange={(event) => {
              void attach([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </div>
      )}
      {locked ? null : (
        <div className="row mid form-foot">
          <span className="grow fact-wrong">{unfinished}</span>
          <Button type="primary" htmlType="submit" loading={busy} disabled={unfinished !== null}>
            {visit.recorded ? words.visit.saveAgain : words.visit.save}
          </Button>
        </div>
      )}
    </Form>
  )
}
