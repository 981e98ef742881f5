/** How a screen reads from the host and how it acts on it. */
import { App } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '#host/api/shapes.ts'
import { useLang } from './lang.ts'
import { connectionLost, useTopicVersion } from './live.ts'
import { isNetworkLoss, sentenceFor } from './refusal.ts'

export type Reading<T> = {
  /** The last answer for these `deps`; stays while it is read again. */
  value: T | undefined
  /** What the last attempt threw; undefined after a success. */
  error: unknown
  /** Nothing has come back yet. */
  loading: boolean
  again: () => void
}

type Answer<T> = { deps: readonly unknown[]; value: T | undefined; error: unknown }

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => Object.is(each, b[at]))
}

/** Reads from the host; reads again when a topic changes, when the connection returns and when `deps` change. */
export function useRead<T>(read: () => Promise<T>, deps: readonly unknown[], topics: readonly Topic[]): Reading<T> {
  const version = useTopicVersion(topics)
  const [turn, setTurn] = useState(0)
  const [answer, setAnswer] = useState<Answer<T>>()
  const asked = useRef(0)
  const answered = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what its reading depends on
  useEffect(() => {
    const mine = ++asked.current
    // A slow early answer may be shown until the later one comes, but never after it.
    const isLate = () => mine < answered.current
    read().then(
      (value) => {
        if (isLate()) return
        answered.current = mine
        setAnswer({ deps, value, error: undefined })
      },
      (error: unknown) => {
        if (isNetworkLoss(error)) connectionLost()
        if (isLate()) return
        answered.current = mine
        setAnswer((last) => ({ deps, value: last && isSame(last.deps, deps) ? last.value : undefined, error }))
      },
    )
  }, [...deps, version, turn])
  const again = useCallback(() => setTurn((last) => last + 1), [])
  const mine = answer !== undefined && isSame(answer.deps, deps) ? answer : undefined
  return { value: mine?.value, error: mine?.error, loading: mine === undefined, again }
}

export type Act = {
  /** Runs one act; answers undefined when it was refused, after showing the sentence. Never throws. */
  run: <T>(promiseFactory: () => Promise<T>) => Promise<T | undefined>
  busy: boolean
}

/** Acts on the host; a refusal is shown as its sentence until the next act or until it is closed. */
export function useAct(): Act {
  const { notification } = App.useApp()
  const [running, setRunning] = useState(0)
  const run = useCallback(
    async <T>(promiseFactory: () => Promise<T>): Promise<T | undefined> => {
      setRunning((count) => count + 1)
      notification.destroy('refusal')
      try {
        return await promiseFactory()
      } catch (error) {
        if (isNetworkLoss(error)) connectionLost()
        const title = sentenceFor(error, useLang.getState().lang)
        notification.error({
          key: 'refusal',
          title,
          placement: 'top',
          duration: 0,
          role: 'alert',
          style: { width: 680 },
        })
        return undefined
      } finally {
        setRunning((count) => count - 1)
      }
    },
    [notification],
  )
  return { run, busy: running > 0 }
}
