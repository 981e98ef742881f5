import type { MessagePortMain, UtilityProcess } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeProcess } from '#test/helpers/fake-electron.ts'
import { keepHost } from './host-process.ts'

let forked: FakeProcess[]
let givenUp: number

beforeEach(() => {
  vi.useFakeTimers()
  forked = []
  givenUp = 0
})

afterEach(() => {
  vi.useRealTimers()
})

const keep = () =>
  keepHost({
    fork: () => {
      const child = new FakeProcess('process.js', [])
      forked.push(child)
      return child as unknown as UtilityProcess
    },
    onGivenUp: () => {
      givenUp += 1
    },
  })

const port = (name: string) => ({ name }) as unknown as MessagePortMain
const stop = () => forked.at(-1)?.emit('exit', 1)

test('a host that stops is started again, each time after a longer pause', () => {
  keep()
  for (const [round, pause] of [500, 1000, 2000, 4000].entries()) {
    stop()
    vi.advanceTimersByTime(pause - 1)
    expect(forked).toHaveLength(round + 1)
    vi.advanceTimersByTime(1)
    expect(forked).toHaveLength(round + 2)
  }
})

test('a host that keeps stopping is given up once, and can be started again by hand', () => {
  const host = keep()
  for (let times = 0; times < 5; times += 1) {
    stop()
    vi.advanceTimersByTime(10_000)
  }
  expect([forked.length, givenUp]).toEqual([5, 1])
  host.restart()
  expect(forked).toHaveLength(6)
})

test('a stop after a healthy minute is not held against the host', () => {
  keep()
  for (let times = 0; times < 8; times += 1) {
    vi.advanceTimersByTime(60_000)
    stop()
    vi.advanceTimersByTime(500)
  }
  expect([forked.length, givenUp]).toEqual([9, 0])
})

test('a page that connects while the host is away gets through when it is back', () => {
  const host = keep()
  stop()
  host.connect('desk', port('a'))
  vi.advanceTimersByTime(500)
  expect(forked[1]?.told).toEqual([{ message: { kind: 'connect', audience: 'desk' }, ports: [{ name: 'a' }] }])
})

test('ending asks the host to close its files and does not start it again', async () => {
  const host = keep()
  const ended = host.end()
  expect(forked[0]?.told).toEqual([{ message: { kind: 'close' }, ports: [] }])
  stop()
  await ended
  vi.advanceTimersByTime(60_000)
  expect([forked.length, forked[0]?.killed]).toEqual([1, false])
})

test('a host that does not close in three seconds is killed', async () => {
  const host = keep()
  const ended = host.end()
  vi.advanceTimersByTime(3000)
  await ended
  expect(forked[0]?.killed).toBe(true)
})

test('ending during a pause cancels the start that was to come', async () => {
  const host = keep()
  stop()
  await host.end()
  vi.advanceTimersByTime(60_000)
  expect(forked).toHaveLength(1)
})
