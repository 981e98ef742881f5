// The browser shell for real: `jp open` under a virtual screen, its window used, closed, and opened again in place.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOnPath } from '#build/repo.mjs'
import { root } from '#test/helpers/built-host.ts'
import { chromiumPath } from '#test/helpers/chromium.ts'
import { bundleAll } from './house.ts'

const xvfb = findOnPath(['Xvfb'])
if (!xvfb) console.warn('Skipped: the window on a virtual screen, because Xvfb is not installed.')
const possible = xvfb !== undefined && chromiumPath !== undefined
const display = `:${200 + (process.pid % 700)}`

let folder: string
let store: string
let screen: ChildProcess

beforeAll(async () => {
  if (!possible) return
  await bundleAll()
  folder = mkdtempSync(path.join(tmpdir(), 'jp-shell-'))
  store = path.join(folder, 'store')
  screen = spawn(xvfb, [display, '-screen', '0', '1366x768x24'], { stdio: 'ignore' })
  // The same browser, with a port on which the test can look into the window.
  const browser = path.join(folder, 'browser')
  const flags = '--remote-debugging-port=0 --disable-gpu --disable-quic'
  writeFileSync(browser, `#!/bin/sh\nexec ${chromiumPath} ${flags} "$@" >/dev/null 2>&1\n`)
  chmodSync(browser, 0o755)
}, 120_000)

afterAll(() => {
  screen?.kill()
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function openWindow() {
  const port = path.join(store, 'window', 'DevToolsActivePort')
  rmSync(port, { force: true })
  const program = spawn(process.execPath, [path.join(root, 'out/host/cli.js'), '--store', store, 'open'], {
    env: { ...process.env, DISPLAY: display, JP_CHROMIUM: path.join(folder, 'browser') },
    stdio: 'ignore',
  })
  const ended = once(program, 'exit')
  for (let tries = 0; !existsSync(port) && tries < 300; tries += 1) await new Promise((later) => setTimeout(later, 100))
  const browser: Browser = await chromium.connectOverCDP(
    `http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`,
  )
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the browser shows no window')
  return { program, ended, browser, page }
}

test.skipIf(!possible)(
  'a window of its own; samples tried; closed, it ends the program and comes back where it was',
  async () => {
    const first = await openWindow()
    await first.page.getByRole('button', { name: /试一试/ }).click()
    await first.page.getByRole('button', { name: '生成样例' }).click()
    await first.page.getByRole('navigation', { name: '评审阶段' }).waitFor({ timeout: 90_000 })
    await first.page.getByRole('button', { name: 'English' }).click()
    await first.page.getByRole('navigation', { name: 'Stages of the round' }).waitFor()
    const place = await first.page.evaluate(() => location.hash)
    expect(place).toMatch(/^#\/round\//)
    await first.page.close()
    expect((await first.ended)[0]).toBe(0)

    const again = await openWindow()
    await again.page.getByRole('navigation', { name: 'Stages of the round' }).waitFor({ timeout: 30_000 })
    expect(await again.page.evaluate(() => location.hash)).toBe(place)
    // The key stands in no address that somebody could read over a shoulder.
    expect(await again.page.evaluate(() => location.href)).not.toMatch(/k=/)
    await again.page.keyboard.press('F1')
    await again.page.getByRole('heading', { level: 1, name: 'How experts score' }).waitFor()
    await again.page.close()
    expect((await again.ended)[0]).toBe(0)
  },
  240_000,
)
