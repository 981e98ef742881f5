/** Makes the seat's page open again away from the host: a worker of the browser keeps its files. */
import { useSyncExternalStore } from 'react'

/** Null while it is not known; false where the browser refuses (it does not trust the host's certificate). */
let canReopen: boolean | null = null
const listeners = new Set<() => void>()

function tell(value: boolean): void {
  canReopen = value
  for (const listener of listeners) listener()
}

/** What the page was made of; the worker keeps these and forgets what earlier versions left. */
function filesOfPage(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const named = [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].map(
    (element) => ('src' in element ? element.src : element.href),
  )
  const own = [...loaded, ...named].map((name) => new URL(name, location.href))
  const paths = own.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  return [...new Set(paths.map(({ pathname }) => pathname))]
}

let begun = false
/** Asks the browser to keep the page; once a visit, as often as it is called. */
export function keepPage(): void {
  if (begun) return
  begun = true
  void (async () => {
    try {
      await navigator.serviceWorker.register('/seat-worker.js')
      const { active } = await navigator.serviceWorker.ready
      if (!active) return tell(false)
      const channel = new MessageChannel()
      channel.port1.onmessage = ({ data }) => tell(data === 'kept')
      active.postMessage({ keep: ['/', ...filesOfPage()] }, [channel.port2])
    } catch {
      tell(false)
    }
  })()
}

/** Whether this device could open the page again without the host. */
export function useCanReopen(): boolean | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => canReopen,
  )
}
