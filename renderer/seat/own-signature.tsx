/** A line above the work while there is something to do about the expert's own key, or the result waits to be signed. */
import { Alert, Button } from 'antd'
import { useWords } from '../kit/words/words.ts'
import type { OwnKey } from './use-own-key.ts'

export function OwnSignature({ own, onSign }: { own: OwnKey; onSign: (() => void) | null }) {
  const { signing: words } = useWords()
  return (
    <>
      {own.state === 'waiting' ? (
        <Alert
          banner
          type="info"
          title={
            <span>
              {words.myCode} <b className="fingerprint">{own.code}</b>
              {own.second ? <span className="soft small"> {words.mySecond}</span> : null}
            </span>
          }
        />
      ) : null}
      {own.state === 'elsewhere' ? <Alert banner type="warning" title={words.keyElsewhere} /> : null}
      {onSign ? (
        <Alert
          banner
          type="info"
          title={words.myAnswerTitle}
          action={<Button onClick={onSign}>{words.toSigning}</Button>}
        />
      ) : null}
    </>
  )
}
