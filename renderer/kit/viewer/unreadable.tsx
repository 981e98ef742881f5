/** A file that cannot be shown: one plain sentence instead of an empty pane. */
import { FileExclamationOutlined } from '@ant-design/icons'
import { useLang, useSay } from '../lang.ts'
import { isNetworkLoss, refusalIn, sentenceFor } from '../refusal.ts'
import { useWords } from '../words/words.ts'
import { type FileLike, stemOf } from './tabs.ts'

export function Unreadable({ file, problem }: { file: FileLike | undefined; problem?: unknown }) {
  const words = useWords().seat.viewer
  const say = useSay()
  const lang = useLang((store) => store.lang)
  const name = stemOf(file?.name ?? '')
  // What the host or the network says is more exact than "damaged".
  const isElsewhere = problem !== undefined && (isNetworkLoss(problem) || refusalIn(problem) !== undefined)
  const why = isElsewhere ? sentenceFor(problem, lang) : file?.problemText ? say(file.problemText) : null
  return (
    <div className="viewer-sentence" role="alert">
      <FileExclamationOutlined aria-hidden className="viewer-sentence-icon" />
      <p>{why ?? (problem === undefined ? words.notShown(name) : words.damaged(name))}</p>
    </div>
  )
}
