/** What the document leaves open: each question with its reason, the answer in words, and whether it is fixed. */
import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ChoiceView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Empty } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { useRound } from '../frame/round.ts'
import { Arrangement } from './arrangement.tsx'
import { ChoiceForm } from './choice-form.tsx'

function ChoiceCard({ choice, isWanted }: { choice: ChoiceView; isWanted: boolean }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const when = useWhen()
  const [isEditing, setEditing] = useState(false)
  const { optional: isOptional } = choice
  const isOpen = !choice.frozen && ((choice.value === null && !isOptional) || isEditing)
  return (
    <section className={`choice${isWanted ? ' choice-wanted' : ''}`} aria-labelledby={`choice-${choice.id}`}>
      <div className="row mid wrap">
        <h2 id={`choice-${choice.id}`} className="grow">
          {say(choice.name)}
        </h2>
        {choice.frozen ? (
          <Chip tone="ok">
            <LockOutlined aria-hidden /> {words.choices.frozen}
          </Chip>
        ) : choice.value === null && isOptional ? null : choice.value === null ? (
          <Chip tone="no">{words.choices.open}</Chip>
        ) : (
          <Chip tone="ok">{words.choices.made}</Chip>
        )}
      </div>
      <p className="soft">{say(choice.why)}</p>
      {choice.shown === null ? null : (
        <p>
          <strong>{say(choice.shown)}</strong>
          {choice.adoptedAt === null ? null : (
            <span className="soft small"> {words.choices.adopted(when(choice.adoptedAt), choice.note)}</span>
          )}
        </p>
      )}
      {isOpen ? <ChoiceForm choice={choice} onDone={() => setEditing(false)} /> : null}
      {(choice.value !== null || isOptional) && !choice.frozen && !isEditing ? (
        <Button onClick={() => setEditing(true)} aria-label={`${common.edit} ${say(choice.name)}`}>
          {choice.value === null ? words.choices.begin : common.edit}
        </Button>
      ) : null}
    </section>
  )
}

export function ChoicesView({ choice: wanted }: { choice: string | null }) {
  const { desk: words, common } = useWords()
  const { choices } = useRound()
  return (
    <section className="sheet" aria-labelledby="choices-title">
      <div className="sheet-head">
        <h1 id="choices-title">{words.choices.title}</h1>
        <p className="soft small">{common.notDecidedByDocument}</p>
      </div>
      {choices.length === 0 ? <Empty title={words.choices.none} /> : null}
      {choices.map((choice) => (
        <ChoiceCard key={choice.id} choice={choice} isWanted={choice.id === wanted} />
      ))}
      <Arrangement />
    </section>
  )
}
