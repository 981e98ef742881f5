/** The three answers at the end. None is chosen beforehand: silence is not consent. */
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { FinalAnswer } from '#host/api/shapes.ts'
import { Handwriting } from './handwriting.tsx'
import { useWords } from './words/words.ts'

export type Answered = { answer: FinalAnswer; text: string; witness: string; picture?: string }
const answers: FinalAnswer[] = ['sign', 'dissent', 'refuse']

export function AnswerForm({ busy, onAnswer }: { busy: boolean; onAnswer: (answer: Answered) => void }) {
  const { signing: words } = useWords()
  const [answer, setAnswer] = useState<FinalAnswer>()
  const [text, setText] = useState('')
  const [witness, setWitness] = useState('')
  const [picture, setPicture] = useState<string | null>(null)
  const isReady =
    answer === 'sign' ||
    (answer === 'dissent' && text.trim() !== '') ||
    (answer === 'refuse' && (text.trim() !== '' || witness.trim() !== ''))
  return (
    <div className="stack">
      <Radio.Group
        size="large"
        value={answer}
        onChange={({ target }) => setAnswer(target.value as FinalAnswer)}
        options={answers.map((value) => ({ value, label: words.answers[value] }))}
      />
      {answer === 'dissent' || answer === 'refuse' ? (
        <Input.TextArea
          rows={3}
          aria-label={answer === 'dissent' ? words.dissentText : words.refusalText}
          placeholder={answer === 'dissent' ? words.dissentText : words.refusalText}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      ) : null}
      {answer === 'refuse' ? (
        <Input
          aria-label={words.witness}
          placeholder={words.witness}
          value={witness}
          onChange={({ target }) => setWitness(target.value)}
        />
      ) : null}
      {answer === 'sign' || answer === 'dissent' ? <Handwriting onChange={setPicture} /> : null}
      <Button
        type="primary"
        size="large"
        disabled={!isReady}
        loading={busy}
        onClick={() => answer && onAnswer({ answer, text, witness, ...(picture && { picture }) })}
      >
        {words.record}
      </Button>
    </div>
  )
}
