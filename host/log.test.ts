import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog, traceOf } from './log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jp-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a line is JSON with its time', async () => {
  const log = openLog(folder)
  log.write({ event: 'called', method: 'rounds.list', door: 'desk', ms: 3 })
  await log.close()
  const line = JSON.parse(readFileSync(path.join(folder, 'jiangping.log'), 'utf8'))
  expect(line).toMatchObject({ event: 'called', method: 'rounds.list', door: 'desk', ms: 3 })
  expect(line.time).toMatch(/^\d{4}-\d{2}-\d{2}T/)
})

test('it is turned over at a mebibyte and five files are kept', async () => {
  const log = openLog(folder)
  const frames = Array.from({ length: 100 }, (_, index) => `at step${index} (${'x'.repeat(90)})`)
  for (let round = 0; round < 900; round += 1) {
    log.write({ event: 'fault', method: 'rounds.list', door: 'desk', ms: 1, error: 'Error', frames })
    if (round % 20 === 0) await new Promise((later) => setTimeout(later, 5))
  }
  await log.close()
  const files = readdirSync(folder).filter((name) => name.endsWith('jiangping.log'))
  expect(files.length).toBeGreaterThan(2)
  expect(files.length).toBeLessThanOrEqual(6)
})

test('of an error its kind and its place are kept, never its words', () => {
  const error = Object.assign(new TypeError('身份证号 650100199001011234 测试甲'), { code: 'EINVAL' })
  const kept = traceOf(error)
  expect(kept.error).toBe('TypeError')
  expect(kept.code).toBe('EINVAL')
  expect(JSON.stringify(kept)).not.toMatch(/6501|测试甲|\/work|\/tmp|\/home/)
  expect(kept.frames[0]).toContain('log.test.ts')
  expect(traceOf('测试甲')).toEqual({ error: 'string', frames: [] })
})
