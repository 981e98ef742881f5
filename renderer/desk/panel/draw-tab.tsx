/** The pool and the draw from it, on one page. */
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { DrawCard } from './draw-card.tsx'
import { PoolCard } from './pool-card.tsx'

export function DrawTab({ onTake }: { onTake: (members: string[], alternates: string[]) => void }) {
  const { round } = useRound()
  const pool = useRead(() => desk.pool.list({}), [], ['panel'])
  const draw = useRead(() => desk.draws.show({ round }), [round], ['panel', 'packets'])
  return (
    <Shown of={pool}>
      {(people) => (
        <div className="stack">
          <PoolCard pool={people} />
          {people.people.length === 0 ? null : (
            <Shown of={draw}>
              {(view) => <DrawCard key={view.fingerprint} draw={view} pool={people} onTake={onTake} />}
            </Shown>
          )}
        </div>
      )}
    </Shown>
  )
}
