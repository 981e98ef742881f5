/** Gives a seat back, so that the next person at this device finds nothing of the last: on screen, in memory, in storage. */
import { create } from 'zustand'
import { rememberHolder } from './join.ts'
import { forgetLuggageKeys } from './visits/luggage.ts'

export type LeftBecause = 'handed-over' | 'idle' | 'not-me'
const leavingDrawer = 'jiangping.leaving'
const whyDrawer = 'jiangping.left'
const patienceMs = 4_000

/** True once this page is on its way out: the work is off the screen, and nobody is asked whether to stay. */
const useLeft = create(() => ({ isLeft: localStorage.getItem(leavingDrawer) !== null }))

export const isLeaving = (): boolean => useLeft.getState().isLeft
export const useIsLeaving = (): boolean => useLeft(({ isLeft }) => isLeft)

/** Tells the host that this device holds no seat any more. False when the host could not be reached. */
async function tellHost(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch('/leave', { method: 'POST', credentials: 'same-origin', signal })
    // Read to its end, or the reload that follows would cut it off.
    await answer.text()
    return answer.ok
  } catch {
    return false
  }
}

/** Takes everything of this seat off the screen and out of this device's memory of who sits here. */
export function leaveSeat(why: LeftBecause): void {
  // First, so that a page killed in this moment goes on leaving when it is opened again.
  localStorage.setItem(leavingDrawer, why)
  rememberHolder(null)
  sessionStorage.clear()
  useLeft.setState({ isLeft: true })
}

/** Finishes leaving: once the host has heard of it the page starts anew, as the memory of an old one cannot be wiped. */
export async function finishLeaving(): Promise<boolean> {
  await forgetLuggageKeys()
  if (!(await tellHost())) return false
  sessionStorage.setItem(whyDrawer, localStorage.getItem(leavingDrawer) ?? '')
  localStorage.removeItem(leavingDrawer)
  history.replaceState(null, '', '/')
  location.reload()
  return true
}

/** Why the last person left, told once to the page that follows. */
export function takeReason(): LeftBecause | null {
  const why = sessionStorage.getItem(whyDrawer)
  sessionStorage.removeItem(whyDrawer)
  return why === 'handed-over' || why === 'idle' || why === 'not-me' ? why : null
}
