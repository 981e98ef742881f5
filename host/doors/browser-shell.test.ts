// The browser shell with a stand-in for the browser: a program that writes down how it was called and waits.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '#test/helpers/built-host.ts'

const cli = path.join(root, 'out', 'host', 'cli.js')
const possible = process.platform !== 'win32' && existsSync(cli)
let folder: string
let store: string
let browser: string
const ends: (() => Promise<unknown>)[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jp-window-'))
  store = path.join(folder, 'store')
  browser = path.join(folder, 'browser')
  writeFileSync(
    browser,
    `#!/bin/sh\necho "$@" >> ${folder}/called\nwhile [ -e ${folder}/called ] && [ ! -e ${folder}/close ]; do sleep 0.05; done\n`,
  )
  chmodSync(browser, 0o755)
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  rmSync(folder, { recursive: true, force: true })
})

function open(env: Record<string, string>, ...file: string[]) {
  const child = spawn(process.execPath, [cli, '--store', store, 'open', ...file], {
    env: { ...process.env, DISPLAY: ':99', JP_CHROMIUM: browser, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said.out += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said.err += piece
  })
  ends.push(async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  })
  return { child, ended, said }
}

async function until<T>(look: () => T | undefined | false | '' | null): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look()
    if (found) return found
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('waited in vain')
}
const called = () => existsSync(`${folder}/called`) && readFileSync(`${folder}/called`, 'utf8').trim().split('\n')

test.skipIf(!possible)('a window of its own, with its own profile; closing it ends the program', async () => {
  const { ended } = open({})
  const [flags = ''] = await until(called)
  expect(flags).toMatch(/--app=http:\/\/127\.0\.0\.1:\d+\/#k=/)
  expect(flags).toContain(`--user-data-dir=${path.join(store, 'window')}`)
  writeFileSync(`${folder}/close`, '')
  expect(await ended).toBe(0)
  expect(existsSync(path.join(store, 'running.json'))).toBe(false)
})

test.skipIf(!possible)('a second start shows the first one again and ends', async () => {
  open({})
  const [first = ''] = await until(called)
  const second = open({})
  const [, again = ''] = await until(() => {
    const lines = called()
    return lines && lines.length > 1 && lines
  })
  expect(again).toBe(first)
  expect(await second.ended).toBe(0)
  expect(second.said.err).toContain('匠评已经在运行')
})

test.skipIf(!possible)('a double-clicked file is shown, also by the program that runs already', async () => {
  open({}, '/media/usb/评分包.jpa')
  const [first = ''] = await until(called)
  expect(first).toContain(`&open=${encodeURIComponent('/media/usb/评分包.jpa')} `)
  open({}, '/media/usb/b.jpa')
  const [, again = ''] = await until(() => {
    const lines = called()
    return lines && lines.length > 1 && lines
  })
  expect(again).toContain('&open=%2Fmedia%2Fusb%2Fb.jpa ')
})

test.skipIf(!possible)('without a window it tells the address, and the same one next time', async () => {
  const first = open({ JP_SHELL: 'none' })
  const [address] = await until(() => first.said.out.match(/http:\/\/127\.0\.0\.1:\d+/))
  expect(called()).toBe(false)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = open({ JP_SHELL: 'none' })
  expect((await until(() => second.said.out.match(/http:\/\/127\.0\.0\.1:\d+/)))[0]).toBe(address)
})

test.skipIf(!possible)('the note of a killed program does not keep the next one out', async () => {
  const killed = open({ JP_SHELL: 'none' })
  await until(() => killed.said.out.includes('http'))
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(existsSync(path.join(store, 'running.json'))).toBe(true)
  const next = open({ JP_SHELL: 'none' })
  await until(() => next.said.out.includes('http'))
})
