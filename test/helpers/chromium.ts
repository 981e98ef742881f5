// The real browser that journeys run in, and whether there is one here.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '#host/doors/find-browser.ts'

/** Chromium's path; undefined where there is none, and then journeys are skipped: `test.skipIf(!chromiumPath)`. */
export const chromiumPath = findBrowser()

/** Flags that keep it quiet, offline and able to run as root in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The same browser built without anything around its pages, where Debian's package of it is installed: half the work. */
const headlessShell = '/usr/bin/chromium-headless-shell'

/** Starts Chromium without a window; the caller closes it. */
export function launchChromium({ args = [] }: { args?: string[] } = {}): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium was found here; JP_CHROMIUM can name one.')
  const isDebian = path.dirname(chromiumPath) === path.dirname(headlessShell)
  const executablePath = isDebian && existsSync(headlessShell) ? headlessShell : chromiumPath
  return chromium.launch({ executablePath, args: [...flags, ...args] })
}
