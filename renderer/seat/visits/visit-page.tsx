/** One visit on the tablet: the form of whoever writes the record, the photos of everybody, and how it is handed in. */
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { MyVisit, VisitForm } from '#host/api/shapes.ts'
import { VisitChecks } from '../../kit/visit-checks.tsx'
import { VisitMeasures } from '../../kit/visit-measures.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { FactsPart } from './facts-part.tsx'
import { FinishPart } from './finish-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { PhotosPart } from './photos-part.tsx'
import { SignPart } from './sign-part.tsx'
import { type Kit, useBook } from './use-visits.ts'
import type { VisitBook } from './visit-book.ts'

export type PartProps = {
  form: VisitForm
  visit: MyVisit
  locked: boolean
  onChange: (part: Partial<VisitForm>) => void
}

/** The form before anything was written: what the plan already says. */
function firstForm({ plan, team }: MyVisit): VisitForm {
  return {
    date: plan.date,
    place: plan.place,
    begun: null,
    ended: null,
    team: team.map(({ expert, name }) => ({ expert, name, arrived: null })),
    guests: [],
    opinion: '',
    findings: [],
    checks: [],
    measures: [],
  }
}

type Props = { kit: Kit; visit: MyVisit; book: VisitBook; isAway: boolean; onDone: () => void }

export function VisitPage(props: Props) {
  const { kit, visit, isAway, onDone } = props
  const { seat } = useWords()
  const words = seat.visits
  const when = useWhen()
  const book = useBook(props.book)
  const local = book.of(visit.packet)
  // What is typed stays as it is typed; the book has it a moment later.
  const [form, setForm] = useState<VisitForm>(() => local.form ?? firstForm(visit))
  const locked = local.state === 'handed-in'
  const change = (part: Partial<VisitForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    void book.write(visit.packet, next)
  }
  const settle = async (mine: boolean) => {
    await book.settle(visit.packet, mine, visit)
    setForm(book.of(visit.packet).form ?? firstForm(visit))
  }
  const parts = { form, visit, locked, onChange: change }
  const { final } = visit
  return (
    <article className="visit-page" aria-label={`${visit.no} ${visit.workshop}`}>
      <div className="row mid wrap">
        <h2 className="grow">
          {visit.no} {visit.workshop}
        </h2>
        {final?.at ? <strong>{words.finalTitle(final.photos.length, when(final.at))}</strong> : null}
      </div>
      {local.moved ? (
        <Alert
          type="warning"
          showIcon
          title={words.moved}
          action={
            <span className="row">
              <Button onClick={() => void settle(true)}>{words.useMine}</Button>
              <Button onClick={() => void settle(false)}>{words.useHost}</Button>
            </span>
          }
        />
      ) : local.refused === null ? null : (
        <Alert type="error" showIcon title={words.refused(local.refused)} />
      )}
      {final ? <SignPart me={kit.me} final={final} isAway={isAway} onDone={onDone} /> : null}
      {visit.isRecorder ? (
        <>
          <section className="visit-part">
            <h3>{words.whereWhen}</h3>
            <div className="visit-fields">
              <Field
                label={words.date}
                id="visit-date"
                type="date"
                value={form.date}
                locked={locked}
                onChange={(date) => change({ date })}
              />
              <Field
                label={words.begun}
                id="visit-begun"
                type="time"
                value={form.begun ?? ''}
                locked={locked}
                onChange={(begun) => change({ begun: begun || null })}
              />
              <Field
                label={words.ended}
                id="visit-ended"
                type="time"
                value={form.ended ?? ''}
                locked={locked}
                onChange={(ended) => change({ ended: ended || null })}
              />
              <Field
                label={words.place}
                id="visit-place"
                wide
                value={form.place}
                locked={locked}
                onChange={(place) => change({ place })}
              />
            </div>
          </section>
          <PeoplePart {...parts} />
          <FactsPart {...parts} rubric={kit.view.rubric} />
          <section className="visit-part" aria-labelledby="visit-checks">
            <h3 id="visit-checks">{words.checks}</h3>
            <VisitChecks
              points={visit.points}
              checks={form.checks}
              locked={locked}
              onChange={(checks) => change({ checks })}
            />
          </section>
          <section className="visit-part" aria-labelledby="visit-measures">
            <h3 id="visit-measures">{words.measures}</h3>
            <VisitMeasures measures={form.measures} locked={locked} onChange={(measures) => change({ measures })} />
          </section>
        </>
      ) : null}
      <PhotosPart kit={kit} visit={visit} book={book} locked={locked} />
      {visit.isRecorder ? (
        <section className="visit-part">
          <label htmlFor="visit-opinion">
            <h3>{words.opinion}</h3>
          </label>
          <Input.TextArea
            id="visit-opinion"
            autoSize={{ minRows: 4, maxRows: 16 }}
            maxLength={20_000}
            placeholder={words.opinionHint}
            disabled={locked}
            value={form.opinion}
            onChange={(event) => change({ opinion: event.target.value })}
          />
        </section>
      ) : null}
      <FinishPart kit={kit} visit={visit} book={book} form={form} isAway={isAway} onDone={onDone} />
    </article>
  )
}

type FieldProps = {
  label: string
  id: string
  value: string
  locked: boolean
  type?: 'date' | 'time' | 'text'
  wide?: boolean
  onChange: (value: string) => void
}

function Field({ label, id, value, locked, type = 'text', wide = false, onChange }: FieldProps) {
  return (
    <span className={wide ? 'visit-field visit-wide' : 'visit-field'}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        maxLength={200}
        disabled={locked}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}
