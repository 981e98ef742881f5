/** Notices that nobody is at this device any more. Time counts also while the lid is closed. */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Sharing = { isShared: boolean; share: (isShared: boolean) => void }

/** Whether several experts take turns at this device; remembered here, as it is said of the device. */
export const useSharing = create<Sharing>()(
  persist((set) => ({ isShared: false, share: (isShared) => set({ isShared }) }), { name: 'jiangping.shared' }),
)

/** Minutes without a touch after which a shared device locks itself. */
export const idleMinutes = 3

const lookMs = 2_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** Calls once when a shared device has been left alone; null calls never. */
export function useIdle(onIdle: (() => void) | null): void {
  const { isShared } = useSharing()
  const act = useRef(onIdle)
  act.current = onIdle
  const isWatched = isShared && onIdle !== null
  useEffect(() => {
    if (!isWatched) return
    let last = Date.now()
    const seen = () => {
      last = Date.now()
    }
    const look = () => {
      if (Date.now() - last < idleMinutes * 60_000) return
      stop()
      act.current?.()
    }
    const clock = setInterval(look, lookMs)
    const stop = () => {
      clearInterval(clock)
      for (const sign of signs) window.removeEventListener(sign, seen, true)
    }
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true })
    return stop
  }, [isWatched])
}
