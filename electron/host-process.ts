// Keeps the host alive in its own process, so that a heavy export never freezes the windows.
import type { MessagePortMain, UtilityProcess } from 'electron'
import type { Audience } from './policy.ts'

/** What the shell can ask of the host's process. */
export type HostProcess = {
  /** Hands a page's port to the host, now or as soon as the host is back. */
  connect(audience: Audience, port: MessagePortMain): void
  /** Ends the host; resolves when it is gone. */
  end(): Promise<void>
  /** Starts again after the host was given up. */
  restart(): void
}

/** Waiting times before each new start; when the last one is used up the host is given up. */
const pausesMs = [500, 1000, 2000, 4000]

/** A host that ran this long was healthy, and the next stop is a new story. */
const healthyMs = 60_000

const patienceMs = 3000

/** Starts the host and starts it again when it stops; calls `onGivenUp` when it keeps stopping. */
export function keepHost({ fork, onGivenUp }: { fork: () => UtilityProcess; onGivenUp: () => void }): HostProcess {
  let child: UtilityProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let startedAt = 0
  let failures = 0
  let ending = false
  let whenGone = () => {}
  const waiting: [Audience, MessagePortMain][] = []

  start()
  return { connect, end, restart }

  function start() {
    const started = fork()
    child = started
    startedAt = Date.now()
    started.once('exit', () => stopped())
    for (const [audience, port] of waiting.splice(0)) connect(audience, port)
  }

  function stopped() {
    child = undefined
    if (ending) return whenGone()
    if (Date.now() - startedAt >= healthyMs) failures = 0
    const pause = pausesMs[failures]
    failures += 1
    if (pause === undefined) onGivenUp()
    else timer = setTimeout(start, pause)
  }

  function connect(audience: Audience, port: MessagePortMain) {
    if (child) child.postMessage({ kind: 'connect', audience }, [port])
    else waiting.push([audience, port])
  }

  function restart() {
    if (child || ending) return
    failures = 0
    start()
  }

  function end(): Promise<void> {
    ending = true
    clearTimeout(timer)
    const leaving = child
    if (!leaving) return Promise.resolve()
    return new Promise((gone) => {
      const limit = setTimeout(() => {
        leaving.kill()
        gone()
      }, patienceMs)
      whenGone = () => {
        clearTimeout(limit)
        gone()
      }
      leaving.postMessage({ kind: 'close' })
    })
  }
}
