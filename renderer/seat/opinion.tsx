/** The opinion on an application: the whole work where there is no rubric, an optional word under a sheet. */
import { Input } from 'antd'
import { useWords } from '../kit/words/words.ts'
import type { SheetState } from './sheet-state.ts'

type Props = { id: string; state: SheetState; isWanted: boolean; onOpinion: (text: string) => void }

export function Opinion({ id, state, isWanted, onOpinion }: Props) {
  const { seat: words } = useWords()
  const { opinion, opinionRefused, isEditable } = state
  return (
    <section className="opinion" aria-label={words.opinion}>
      <label htmlFor={id}>
        <strong>{words.opinion}</strong>{' '}
        {isEditable ? <span className="soft small">{isWanted ? words.opinionWanted : words.opinionFree}</span> : null}
      </label>
      {isEditable ? (
        <Input.TextArea
          id={id}
          value={opinion}
          maxLength={20_000}
          autoSize={{ minRows: isWanted ? 12 : 3, maxRows: 40 }}
          placeholder={isWanted ? words.opinionHint : words.opinionFreeHint}
          onChange={(event) => onOpinion(event.target.value)}
        />
      ) : (
        <p className="opinion-said">{opinion === '' ? words.opinionNone : opinion}</p>
      )}
      {opinionRefused ? (
        <p role="alert" className="item-wrong">
          {opinionRefused}
        </p>
      ) : null}
    </section>
  )
}
