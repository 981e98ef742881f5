// The real Electron, where its binary is installed: the promises of policy.ts, kept by the program itself.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { findElectron } from '#build/electron-binary.mjs'
import { root } from '#build/repo.mjs'

const binary = findElectron()
const built =
  existsSync(join(root, 'out', 'electron', 'main.js')) && existsSync(join(root, 'out', 'renderer', 'desk.html'))
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

if (!binary) console.warn("Skipped: the journey in Electron itself, because Electron's binary is not installed.")
else if (!built) console.warn('Skipped: the journey in Electron itself, because out/ is not built.')
else if (!display) console.warn('Skipped: the journey in Electron itself, because there is no display.')

test.skipIf(!binary || !built || !display)('the desk opens sandboxed and cannot reach a network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jp-electron-'))
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = await _electron.launch({
    executablePath: binary ?? '',
    args: [...asRoot, root, `--user-data-dir=${folder}`, `--store=${join(folder, 'store')}`],
  })
  try {
    const page = await program.firstWindow()
    expect(page.url()).toBe('jp://app/desk.html')
    const preferences = await program.evaluate(({ webContents }) =>
      // Electron's types leave this one out.
      (webContents.getAllWebContents()[0] as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
    )
    expect(preferences).toMatchObject({ contextIsolation: true, nodeIntegration: false })
    const inPage = await page.evaluate(async () => ({
      require: typeof (globalThis as { require?: unknown }).require,
      secure: isSecureContext,
      subtle: typeof crypto.subtle,
      opened: window.open('https://x.test'),
      network: await fetch('https://example.com').then(
        () => 'loaded',
        () => 'blocked',
      ),
    }))
    expect(inPage).toEqual({ require: 'undefined', secure: true, subtle: 'object', opened: null, network: 'blocked' })
  } finally {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
