/** 席位: opens the room's network and gives each expert a code to take a seat with; prints them as cards. */
import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { Network } from './network.tsx'
import { SeatCards } from './seat-cards.tsx'

export function SeatsView() {
  const { desk: words } = useWords()
  const { round } = useRound()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel', 'seats'])
  return (
    <section className="sheet" aria-labelledby="seats-title">
      <div className="row mid wrap sheet-head no-print">
        <h1 id="seats-title">{words.seats.title}</h1>
        <span className="grow soft small">{words.seats.hint}</span>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {words.seats.print}
        </Button>
      </div>
      <Network />
      <Shown of={panel}>
        {(view) =>
          view.constituted ? (
            <SeatCards members={view.members} />
          ) : (
            <Empty title={words.seats.noPanel}>
              <Button type="primary" onClick={() => go(hrefOf(round, 'panel'))}>
                {words.seats.toPanel}
              </Button>
            </Empty>
          )
        }
      </Shown>
      <Alert className="no-print" type="info" showIcon title={words.seats.secret} />
    </section>
  )
}
