/** A measured case as lines for a person, and as the exit code for a script. */
import type { Figures } from './case.ts'
import type { Outcome } from './measure.ts'
import { median, medianRatio } from './statistics.ts'

/** 0 met · 1 missed · 2 wrong result · 3 a peer is missing, which is never counted as met. */
export type ExitCode = 0 | 1 | 2 | 3

export function exitCodeOf({ wrong, missing, verdicts }: Outcome): ExitCode {
  if (wrong !== null) return 2
  if (verdicts.some(({ met }) => !met)) return 1
  return missing.length > 0 ? 3 : 0
}

/** The worst of several: a wrong result before a missed goal before a missing peer. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return ([2, 1, 3] as const).find((code) => codes.includes(code)) ?? 0
}

/** The table and verdicts of one case. */
export function linesOf(outcome: Outcome, about: string): string[] {
  const { name, size, rounds, runs, verdicts, missing, wrong, waitedMs } = outcome
  const lines = [`${name} (${size}, ${rounds} rounds): ${about}`]
  if (wrong !== null) return [...lines, `  WRONG RESULT: ${wrong}`]
  const reference = Object.keys(runs).find((contender) => contender !== 'product')
  const referenceMs = (reference ? runs[reference] : undefined)?.map(({ ms }) => ms)
  for (const [contender, figures] of Object.entries(runs)) lines.push(`  ${row(contender, figures, referenceMs)}`)
  for (const sentence of missing) lines.push(`  PEER MISSING: ${sentence}`)
  for (const { goal, value, atMost, met } of verdicts) {
    lines.push(`  ${met ? 'met   ' : 'MISSED'} ${goal}: ${shown(value)}, goal at most ${shown(atMost)}`)
  }
  lines.push(`  waited ${Math.round(waitedMs / 1000)} s for a quiet machine`)
  return lines
}

function row(contender: string, figures: readonly Figures[], reference: readonly number[] | undefined): string {
  const times = figures.map(({ ms }) => ms)
  const range = `${shown(Math.min(...times))}-${shown(Math.max(...times))}`
  const ratio = reference ? `  x${shown(medianRatio(times, reference))}` : ''
  const others = Object.keys(figures[0] ?? {}).filter((figure) => figure !== 'ms')
  const rest = others.map((figure) => `${figure} ${shown(median(figures.map((one) => one[figure] ?? Number.NaN)))}`)
  return `${contender.padEnd(30)} ${shown(median(times)).padStart(9)} ms (${range})${ratio}  ${rest.join(', ')}`.trimEnd()
}

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3)
