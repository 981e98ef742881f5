/** Nothing to do yet, or no more: one sentence about what is happening now. */
import { ClockCircleOutlined } from '@ant-design/icons'
import { Card } from 'antd'
import type { MeView } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'

export function Waiting({ me }: { me: MeView }) {
  const { seat: words, common } = useWords()
  const say = useSay()
  return (
    <main className="seat-door">
      <div className="seat-door-top">
        <DisplayMenu />
        <LanguageSwitch />
      </div>
      <Card className="seat-door-card seat-me">
        <p className="soft">
          {common.seatNo(me.seat)} · {me.name}
        </p>
        <h1>
          <ClockCircleOutlined aria-hidden className="seat-me-no" /> {say(me.stageName)}
        </h1>
        <p role="status">{me.declared ? words.waitDeclared : words.waitBefore}</p>
      </Card>
    </main>
  )
}
