/** Asks before the window is closed while others depend on it. */
import { useEffect } from 'react'

/** As long as `active`, closing the window or leaving the page is asked about first. */
export function useAskBeforeClosing(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
