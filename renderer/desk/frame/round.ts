/** The round that is open in this window, for every screen inside its frame. */
import { createContext, useContext } from 'react'
import { type Deed, mayDo } from '#core/round/stages.ts'
import type { RoundView } from '#host/api/shapes.ts'

export const RoundContext = createContext<RoundView | null>(null)

/** The open round; only inside the round frame. */
export function useRound(): RoundView {
  const round = useContext(RoundContext)
  if (round === null) throw new Error('outside of a round')
  return round
}

/** What is done with a result that no longer changes. */
const afterFreezing: ReadonlySet<Deed> = new Set<Deed>(['export-papers', 'publish', 'read-packets'])

/** Whether the stage the round is at allows a deed; screens lock what it does not. */
export function useMay(deed: Deed): boolean {
  const { stage, frozen } = useRound()
  return mayDo(deed, stage) && (!frozen || afterFreezing.has(deed))
}
