/** Time left for the item, counted down on the wall's own clock from the moment the host names. */
import { useEffect, useState } from 'react'
import { useWords } from '../kit/words/words.ts'

export function WallTimer({ ends }: { ends: string | null }) {
  const { wall: words } = useWords()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (ends === null) return
    const beat = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(beat)
  }, [ends])
  if (ends === null) return null
  const left = Math.max(0, Math.ceil((Date.parse(ends) - now) / 1_000))
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <span className={`wall-timer${left === 0 ? ' wall-no' : ''}`} role="timer">
      {left === 0 ? words.timeOver : words.timeLeft(clock)}
    </span>
  )
}
