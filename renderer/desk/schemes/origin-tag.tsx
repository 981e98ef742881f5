/** Where a value comes from: the clause of the document, or that the organiser adopts it, with the note. */
import type { Origin } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

export function OriginTag({ origin, withNote = false }: { origin: Origin; withNote?: boolean }) {
  const say = useSay()
  const { schemes: words } = useWords().desk
  if (origin.source === 'text') return <span className="origin origin-text">{origin.clause}</span>
  const note = origin.note ? say(origin.note) : words.adoptedHint
  return (
    <>
      <span className="origin origin-adopted" title={note}>
        {words.adopted}
      </span>
      {withNote ? <span className="soft small"> {note}</span> : null}
    </>
  )
}
