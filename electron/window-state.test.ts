import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeOf, readStates, type WindowState, wallScreen, writeStates } from './window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 768 }
const projector = { x: 1366, y: 0, width: 1920, height: 1080 }
const state = (x: number, y: number): WindowState => ({
  box: { x, y, width: 1280, height: 700 },
  maximised: false,
  zoom: 0.5,
})

test('a window comes back where it stood, as long as that screen is there', () => {
  expect(placeOf(state(1500, 100), [laptop, projector])).toEqual({ x: 1500, y: 100, width: 1280, height: 700 })
  expect(placeOf(state(1500, 100), [laptop])).toBeUndefined()
  expect(placeOf(undefined, [laptop])).toBeUndefined()
})

test.each([
  ['119 points still show', -1280 + 119, undefined],
  ['120 points still show', -1280 + 120, -1280 + 120],
])('%s', (_, x, expected) => {
  expect(placeOf(state(x, 0), [laptop])?.x).toBe(expected)
})

test('the wall takes the screen that is not the desk’s', () => {
  expect(wallScreen(laptop, [laptop, projector])).toBe(projector)
  expect(wallScreen(projector, [laptop, projector])).toBe(laptop)
  expect(wallScreen(laptop, [laptop])).toBeUndefined()
})

test('what is kept is read back, and nonsense is no reason to fail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jp-windows-'))
  const file = join(folder, 'deep', 'windows.json')
  expect(readStates(file)).toEqual({})
  writeStates(file, { desk: state(1, 2) })
  expect(readStates(file)).toEqual({ desk: state(1, 2) })
  for (const nonsense of ['', '{', '[]', 'null', '{"desk":{"box":{"x":"1"}}}', '{"desk":null,"seat":1}']) {
    writeFileSync(file, nonsense)
    expect(readStates(file)).toEqual({})
  }
  rmSync(folder, { recursive: true })
})
