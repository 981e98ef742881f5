/** "This is me": name, unit and seat in large type before anything else is shown. */
import { CheckOutlined } from '@ant-design/icons'
import { Button, Card } from 'antd'
import { useState } from 'react'
import type { MeView } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { useWords } from '../kit/words/words.ts'

export function Confirming({ me, onYes, onNo }: { me: MeView; onYes: () => void; onNo: () => void }) {
  const { seat: words, common } = useWords()
  const [isSomebodyElse, setSomebodyElse] = useState(false)
  return (
    <main className="seat-door">
      <div className="seat-door-top">
        <DisplayMenu />
        <LanguageSwitch />
      </div>
      <Card className="seat-door-card seat-me">
        <p className="soft">
          {me.organiser}
          <br />
          {me.roundTitle}
        </p>
        <h1>
          <span className="seat-me-no">{common.seatNo(me.seat)}</span>
          <span className="seat-me-name">{me.name}</span>
        </h1>
        <p>{me.unit}</p>
        {isSomebodyElse ? (
          <div className="stack" role="alert">
            <p className="seat-me-no-me">{words.notMeWhat}</p>
            <Button size="large" onClick={onNo}>
              {words.toTheDoor}
            </Button>
          </div>
        ) : (
          <div className="seat-me-buttons">
            <Button size="large" onClick={() => setSomebodyElse(true)}>
              {words.notMe}
            </Button>
            <Button type="primary" size="large" icon={<CheckOutlined aria-hidden />} onClick={onYes} autoFocus>
              {words.thisIsMe}
            </Button>
          </div>
        )}
      </Card>
    </main>
  )
}
