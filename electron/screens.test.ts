import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csp } from './policy.ts'
import { answerScreen, fileFor } from './screens.ts'

let above: string
let folder: string

beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'jp-screens-'))
  folder = join(above, 'renderer')
  mkdirSync(folder)
  mkdirSync(join(above, 'renderer-secret'))
  writeFileSync(join(folder, 'desk.html'), '<p>桌</p>')
  writeFileSync(join(above, 'secret.txt'), 'secret')
  writeFileSync(join(above, 'renderer-secret', 'a.txt'), 'secret')
})

afterAll(() => rmSync(above, { recursive: true }))

const ask = (url: string, method = 'GET') => answerScreen({ url, method }, folder)

test('a screen comes with its content policy and its kind', async () => {
  const answer = await ask('jp://app/desk.html#/rounds')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<p>桌</p>')
  expect(answer.headers.get('Content-Security-Policy')).toBe(csp)
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
})

test('a screen is only read', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    expect((await ask('jp://app/desk.html', method)).status).toBe(405)
  }
})

test.each([
  'jp://app/..%2fsecret.txt',
  'jp://app/%2e%2e/secret.txt',
  'jp://app/..%2frenderer-secret%2fa.txt',
  'jp://app/..%5csecret.txt',
  'jp://app/desk.html%00.js',
  'jp://app/%',
  'jp://app/',
  'jp://app/nowhere.html',
  'jp://elsewhere/desk.html',
])('%s is not there', async (url) => {
  expect((await ask(url)).status).toBe(404)
})

test('no address leads out of the folder', () => {
  expect(fileFor('jp://app/..%2fsecret.txt', folder)).toBeUndefined()
  expect(fileFor('jp://app/..%2frenderer-secret%2fa.txt', folder)).toBeUndefined()
  expect(fileFor('jp://app/C:%2fWindows', folder)).toBeUndefined()
  expect(fileFor('jp://app/assets/desk.js', folder)).toBe(join(folder, 'assets', 'desk.js'))
})
