/** The way to the visits: with the host's plan while it can be reached, else with what was taken along. */
import { type ReactNode, useEffect, useState } from 'react'
import type { MeView } from '#host/api/shapes.ts'
import { seatClient } from '../../kit/connect.ts'
import { useRead } from '../../kit/hooks.ts'
import { Loading } from '../../kit/states.tsx'
import type { Luggage } from './luggage.ts'
import { keepPage } from './offline-page.ts'
import { type Kit, kitOnDevice, packKit, useVisitBook } from './use-visits.ts'
import { VisitsScreen } from './visits-screen.tsx'

type Packed = { kit: Kit; luggage: Luggage | null }

/** `none` is shown when no visit is planned for this member. */
export function VisitsOnline(props: { me: MeView; none: ReactNode; onPapers: () => void }) {
  const { me, none, onPapers } = props
  const { round, expert } = me
  const mine = useRead(
    () => seatClient().visits.mine({ round, expert }),
    [round, expert],
    ['visits', 'packets', 'round'],
  )
  const [packed, setPacked] = useState<Packed | null>(null)
  const view = mine.value
  useEffect(() => {
    if (!view || view.visits.length === 0) return
    let isHere = true
    void packKit(me, view).then(
      (done) => {
        if (isHere) setPacked(done)
        keepPage()
      },
      // No storage, or no cryptography on an unencrypted address: the plan can be read, nothing can be taken along.
      () => isHere && setPacked({ kit: { me, view, clockAhead: 0 }, luggage: null }),
    )
    return () => {
      isHere = false
    }
  }, [me, view])
  if (view && view.visits.length === 0) return none
  if (!packed) return <Loading />
  return <Opened {...packed} isAway={false} onPapers={onPapers} onDone={mine.again} />
}

export function VisitsAway({ kit, luggage }: { kit: Kit; luggage: Luggage }) {
  return <Opened kit={kit} luggage={luggage} isAway onPapers={null} onDone={() => {}} />
}

function Opened(props: Packed & { isAway: boolean; onPapers: (() => void) | null; onDone: () => void }) {
  const book = useVisitBook(props.luggage, props.kit)
  if (props.luggage && !book) return <Loading />
  return <VisitsScreen {...props} book={book} />
}

/** What was taken along, once the host turns out to be out of reach; null while it is not, or when nothing was. */
export function useAway(holder: { round: string; expert: string }, isOut: boolean) {
  const [taken, setTaken] = useState<Awaited<ReturnType<typeof kitOnDevice>>>(null)
  const { round, expert } = holder
  useEffect(() => {
    if (!isOut) return setTaken(null)
    let isHere = true
    void kitOnDevice({ round, expert }).then((found) => isHere && setTaken(found))
    return () => {
      isHere = false
    }
  }, [isOut, round, expert])
  return taken
}
