/** The last person has left, but the host has not heard of it yet: nobody sits down here before it has. */
import { DisconnectOutlined } from '@ant-design/icons'
import { Card } from 'antd'
import { useEffect } from 'react'
import { useWords } from '../kit/words/words.ts'
import { finishLeaving } from './leave.ts'

const againMs = 2_000

export function Leaving() {
  const { seat: words } = useWords()
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined
    let isHere = true
    const attempt = async () => {
      const isDone = await finishLeaving()
      if (isHere && !isDone) clock = setTimeout(() => void attempt(), againMs)
    }
    void attempt()
    return () => {
      isHere = false
      clearTimeout(clock)
    }
  }, [])
  return (
    <main className="seat-door">
      <Card className="seat-door-card seat-me">
        <h1>{words.arriveTitle}</h1>
        <p role="status">
          <DisconnectOutlined aria-hidden /> {words.leavingWait}
        </p>
      </Card>
    </main>
  )
}
