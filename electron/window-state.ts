// Where the windows stood, so that they stand there again; and the projector's screen for the wall.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Audience } from './policy.ts'

/** A rectangle on the desktop, in the system's own points. */
export type Box = { x: number; y: number; width: number; height: number }

/** How one window was left. */
export type WindowState = { box: Box; maximised: boolean; zoom: number }
export type WindowStates = Partial<Record<Audience, WindowState>>

/** A window that shows less than this of itself cannot be caught with the mouse any more. */
const graspable = 120

/** The kept place, unless the screen it was on is gone. */
export function placeOf(kept: WindowState | undefined, screens: readonly Box[]): Box | undefined {
  if (!kept) return undefined
  const { box } = kept
  const shows = screens.some((screen) => overlap(box, screen).every((length) => length >= graspable))
  return shows ? box : undefined
}

/** The screen for the wall: the one that is not the desk's own; undefined where there is only one. */
export function wallScreen(own: Box, screens: readonly Box[]): Box | undefined {
  return screens.find((screen) => screen.x !== own.x || screen.y !== own.y)
}

/** What was kept; nothing where the file is missing or unreadable, for a place is no reason to fail. */
export function readStates(file: string): WindowStates {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    const states: WindowStates = {}
    for (const audience of ['desk', 'wall'] as const) {
      const state = kept[audience]
      if (isState(state)) states[audience] = state
    }
    return states
  } catch {
    return {}
  }
}

export function writeStates(file: string, states: WindowStates): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(states))
  } catch {
    // A full disk must not keep a window from closing.
  }
}

function isState(value: unknown): value is WindowState {
  const state = value as WindowState | null
  return (
    typeof state?.maximised === 'boolean' &&
    Number.isFinite(state.zoom) &&
    [state.box?.x, state.box?.y, state.box?.width, state.box?.height].every((length) => Number.isFinite(length))
  )
}

function overlap(a: Box, b: Box): [number, number] {
  return [
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  ]
}
