/** 设备与备份: what each device has sent, what came by stick, whether everything is here, and the backups. */
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { BackupCard } from './backup-card.tsx'
import { ProofCard } from './proof-card.tsx'
import { SeatTable } from './seat-table.tsx'
import { StickCard } from './stick-card.tsx'

export function DevicesView() {
  const { devices: words } = useWords().desk
  const { round } = useRound()
  const list = useRead(() => desk.devices.list({ round }), [round], ['devices', 'seats', 'sheets', 'panel'])
  return (
    <section className="sheet devices" aria-labelledby="devices-title">
      <div className="row mid wrap sheet-head">
        <h1 id="devices-title">{words.title}</h1>
        <span className="grow soft small">{words.hint}</span>
      </div>
      <ProofCard />
      <Shown of={list}>
        {(view) => (
          <>
            <h2>{words.seats}</h2>
            <SeatTable seats={view.seats} />
            <h2>{words.sticks}</h2>
            <StickCard view={view} />
          </>
        )}
      </Shown>
      <h2>{words.backups}</h2>
      <BackupCard />
    </section>
  )
}
