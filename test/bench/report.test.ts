// What a bench says about its goals, and the exit code a script reads.
import { expect, test } from 'vitest'
import type { BenchCase } from './case.ts'
import { type Outcome, verdictsOf } from './measure.ts'
import { compiled, MissingPeer, program } from './peers.ts'
import { exitCodeOf, linesOf, worst } from './report.ts'
import { median, medianRatio } from './statistics.ts'

const outcome = (given: Partial<Outcome>): Outcome => ({
  name: 'x',
  size: 'typical',
  rounds: 2,
  runs: { product: [{ ms: 10 }, { ms: 12 }], peer: [{ ms: 5 }, { ms: 4 }] },
  verdicts: [],
  missing: [],
  wrong: null,
  waitedMs: 0,
  ...given,
})

test('medians, and ratios taken round by round', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  // 10/5 and 12/4: the ratio of each round, not of the medians (11/4.5).
  expect(medianRatio([10, 12], [5, 4])).toBe(2.5)
})

test('a goal is met or missed by ratio or by the figure itself; small data has three times the room', () => {
  const bench = {
    goals: [
      { figure: 'ms', of: 'peer', atMost: 1 },
      { figure: 'rssMb', atMost: 100 },
      { figure: 'ms', of: 'absent', atMost: 1 },
    ],
  } as unknown as BenchCase
  const runs = { product: [{ ms: 20, rssMb: 99 }], peer: [{ ms: 10 }] }
  expect(verdictsOf(bench, runs, 'typical').map(({ value, met }) => [value, met])).toEqual([
    [2, false],
    [99, true],
  ])
  expect(verdictsOf(bench, runs, 'small').map(({ met }) => met)).toEqual([true, true])
})

test('exit codes: met, missed, wrong, peer missing; the worst of several stands', () => {
  const verdict = { goal: 'ms', value: 2, atMost: 1, met: false }
  expect(exitCodeOf(outcome({}))).toBe(0)
  expect(exitCodeOf(outcome({ verdicts: [verdict], missing: ['qpdf'] }))).toBe(1)
  expect(exitCodeOf(outcome({ verdicts: [verdict], wrong: 'pages differ' }))).toBe(2)
  expect(exitCodeOf(outcome({ missing: ['qpdf'] }))).toBe(3)
  expect([worst([0, 3, 1]), worst([1, 2, 3]), worst([0, 3]), worst([0])]).toEqual([1, 2, 3, 0])
})

test('a wrong result shows no time', () => {
  expect(linesOf(outcome({ wrong: 'pages differ' }), 'about').join('\n')).not.toMatch(/ms/)
})

test('what a machine lacks is told with the package that brings it', () => {
  expect(() => program('no-such-program-anywhere', 'some-tool')).toThrow(MissingPeer)
  expect(() => program('no-such-program-anywhere', 'some-tool')).toThrow('apt-get install some-tool')
  expect(() => compiled('store.c', { headers: ['no/such/header.h'], debian: 'some-dev', as: 'never' })).toThrow(
    MissingPeer,
  )
})
