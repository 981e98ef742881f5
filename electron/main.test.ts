// The shell's main process against a fake Electron: what it forbids, serves, hands over and survives.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'

type Fake = typeof import('#test/helpers/fake-electron.ts')
let { app, ipcMain, seen }: Pick<Fake, 'app' | 'ipcMain' | 'seen'> = {} as Fake

// main.ts acts when it is imported: each test has a fresh one, and with it a fresh Electron.
beforeEach(async () => {
  vi.resetModules()
  ;({ app, ipcMain, seen } = await import('#test/helpers/fake-electron.ts'))
})

async function launch() {
  await import('./main.ts')
  await Promise.resolve()
  await new Promise((done) => setImmediate(done))
}

const frame = (url: string, parent: unknown = null) => ({ url, parent, postMessage: vi.fn() })
const connectFrom = (senderFrame: unknown) => ipcMain.emit('connect', { senderFrame })

test('the sandbox and the scheme are in place before the program is ready', async () => {
  await launch()
  expect(seen.sandboxed).toBe(true)
  expect(seen.schemes).toMatchObject([{ scheme: 'jp' }])
})

test('the desk opens in a confined window with the CommonJS preload', async () => {
  await launch()
  expect(seen.windows.map(({ url }) => url)).toEqual(['jp://app/desk.html'])
  const { webPreferences } = seen.windows[0]?.options ?? { webPreferences: {} }
  expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(webPreferences.preload).toMatch(/[\\/]electron[\\/]preload\.cjs$/)
})

test('developer tools are for developers', async () => {
  seen.packaged = true
  await launch()
  expect(seen.windows[0]?.options.webPreferences.devTools).toBe(false)
})

test('a second start shows the first one and opens nothing', async () => {
  await launch()
  app.emit('second-instance', {}, ['jiangping'], '/home/a')
  expect([seen.windows.length, seen.windows[0]?.focused]).toEqual([1, 1])
})

test('a double-clicked file is shown in the desk, at the first start and at a second one', async () => {
  await launch()
  app.emit('second-instance', {}, ['jiangping', 'a b.jpa'], '/media/usb')
  expect(seen.windows.map(({ url }) => url)).toEqual(['jp://app/desk.html#open=%2Fmedia%2Fusb%2Fa+b.jpa'])
  const event = { preventDefault: vi.fn() }
  app.emit('open-file', event, '/media/usb/c.jpa')
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(seen.windows.map(({ url }) => url)).toEqual(['jp://app/desk.html#open=%2Fmedia%2Fusb%2Fc.jpa'])
})

test('on macOS a file may be named before the program is ready', async () => {
  const { addressOf } = await import('./opened-file.ts')
  const starting = import('./main.ts')
  await starting.then(() => app.emit('open-file', { preventDefault() {} }, '/a.jpa'))
  await new Promise((done) => setImmediate(done))
  expect(seen.windows.at(-1)?.url).toBe(`jp://app/desk.html${addressOf('/a.jpa')}`)
})

test('a page that would rather stay is left only when the person says so', async () => {
  await launch()
  const listeners = new Map<string, (event: unknown) => void>()
  app.emit(
    'web-contents-created',
    {},
    {
      on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      setWindowOpenHandler: () => {},
    },
  )
  const leaving = { preventDefault: vi.fn() }
  listeners.get('will-prevent-unload')?.(leaving)
  expect(leaving.preventDefault).not.toHaveBeenCalled()
  seen.errorBoxAnswer = 1
  listeners.get('will-prevent-unload')?.(leaving)
  expect(leaving.preventDefault).toHaveBeenCalledOnce()
})

test('without the lock nothing is started', async () => {
  seen.lock = false
  await launch()
  expect([seen.quits, seen.windows.length, seen.forks.length]).toEqual([1, 0, 0])
})

test('the windows share one session that is not kept on disk', async () => {
  await launch()
  expect(seen.sessionNames).toEqual(['jiangping'])
  expect(seen.windows[0]?.options.webPreferences.partition).toBe('jiangping')
})

test('the session loads nothing from a network', async () => {
  await launch()
  const before = seen.session?.set.beforeRequest as (details: { url: string }, answer: (said: unknown) => void) => void
  const said: unknown[] = []
  for (const url of ['https://example.com/', 'jp://app/desk.html']) before({ url }, (one) => said.push(one))
  expect(said).toEqual([{ cancel: true }, { cancel: false }])
  expect(seen.session?.proxy).toEqual({ mode: 'direct' })
})

test('the session grants no permission but the two', async () => {
  await launch()
  const { permissionRequest, permissionCheck, devicePermission } = seen.session?.set ?? {}
  const granted: boolean[] = []
  const request = permissionRequest as (c: unknown, permission: string, answer: (yes: boolean) => void) => void
  for (const permission of ['media', 'fullscreen']) request(null, permission, (yes) => granted.push(yes))
  expect(granted).toEqual([false, true])
  const check = permissionCheck as (c: unknown, permission: string) => boolean
  expect([check(null, 'media'), check(null, 'fullscreen')]).toEqual([false, true])
  expect((devicePermission as () => boolean)()).toBe(false)
})

test('screens are served by the scheme, with the jail in force', async () => {
  await launch()
  const serve = seen.session?.handlers.get('jp') as (request: unknown) => Promise<Response>
  expect((await serve({ method: 'GET', url: 'jp://app/..%2f..%2fpackage.json' })).status).toBe(404)
  expect((await serve({ method: 'POST', url: 'jp://app/desk.html' })).status).toBe(405)
})

test('a page can neither leave, nor open windows, nor embed pages', async () => {
  await launch()
  const listeners = new Map<string, (event: unknown) => void>()
  let windowOpen: (() => unknown) | undefined
  app.emit(
    'web-contents-created',
    {},
    {
      on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => {
        windowOpen = handler
      },
    },
  )
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    const leaving = { url: 'https://example.com/', preventDefault: vi.fn() }
    const staying = { url: 'jp://app/desk.html', preventDefault: vi.fn() }
    listeners.get(name)?.(leaving)
    listeners.get(name)?.(staying)
    expect([name, leaving.preventDefault.mock.calls.length, staying.preventDefault.mock.calls.length]).toEqual([
      name,
      1,
      0,
    ])
  }
  const embedding = { preventDefault: vi.fn() }
  listeners.get('will-attach-webview')?.(embedding)
  expect(embedding.preventDefault).toHaveBeenCalledOnce()
  expect(windowOpen?.()).toEqual({ action: 'deny' })
})

test('the host runs in its own process, on the store that was named', async () => {
  seen.switches.store = '/data/panel'
  await launch()
  expect(seen.forks).toHaveLength(1)
  expect(seen.forks[0]?.file).toMatch(/[\\/]host[\\/]process\.js$/)
  expect(seen.forks[0]?.args).toEqual(['--store', '/data/panel'])
})

test('the host is given the secret of this computer, the same at every start, which lies on disk encrypted', async () => {
  seen.paths.userData = mkdtempSync(join(tmpdir(), 'jp-secret-'))
  await launch()
  const secret = seen.forks[0]?.env.JP_COMPUTER_SECRET
  expect(secret).toMatch(/^[\w-]{43}$/)
  const kept = join(seen.paths.userData, 'computer-secret')
  expect(readFileSync(kept, 'latin1')).not.toContain(secret)
  const { computerSecret } = await import('./computer-secret.ts')
  expect(await computerSecret(kept)).toBe(secret)
  writeFileSync(kept, 'of another system')
  expect(await computerSecret(kept)).toBeUndefined()
  rmSync(seen.paths.userData, { recursive: true })
})

test('where the system would keep it as plain text there is no secret', async () => {
  seen.keyRing = 'basic_text'
  await launch()
  expect(seen.forks).toHaveLength(1)
  expect(seen.forks[0]?.env).not.toHaveProperty('JP_COMPUTER_SECRET')
})

test("unnamed, the store lies in the person's own folder", async () => {
  await launch()
  expect(seen.forks[0]?.args[1]?.replaceAll('\\', '/')).toMatch(/\/userData\/store$/)
})

test('a page that connects gets one end, the host the other, with the audience of the address', async () => {
  await launch()
  const desk = frame('jp://app/desk.html#/rounds')
  connectFrom(desk)
  expect(seen.forks[0]?.told).toEqual([{ message: { kind: 'connect', audience: 'desk' }, ports: [{ end: 1 }] }])
  expect(desk.postMessage).toHaveBeenCalledWith('port', null, [{ end: 2 }])
})

test.each([
  ['an embedded frame', frame('jp://app/desk.html', {})],
  ['a foreign page', frame('https://example.com/desk.html')],
  ['a page of ours that has no window', frame('jp://app/seat.html')],
  ['a frame that is gone', null],
])('%s gets no port', async (_who, senderFrame) => {
  await launch()
  connectFrom(senderFrame)
  expect([seen.channels.length, seen.forks[0]?.told.length]).toEqual([0, 0])
})

test('the desk can ask for paths, and gets what the person picked', async () => {
  await launch()
  const pick = ipcMain.handlers.get('pick-paths')
  expect(await pick?.({ senderFrame: frame('jp://app/desk.html') }, 'packets')).toEqual(['/usb/packets.zip'])
  expect(seen.openDialogs).toMatchObject([{ properties: ['openFile', 'multiSelections'] }])
  seen.openDialogAnswer = { canceled: true, filePaths: [] }
  const save = ipcMain.handlers.get('save-folder')
  expect(await save?.({ senderFrame: frame('jp://app/desk.html') })).toBeNull()
})

test('nobody but the desk opens dialogs, and only of the kinds there are', async () => {
  await launch()
  const pick = ipcMain.handlers.get('pick-paths')
  const save = ipcMain.handlers.get('save-folder')
  expect(() => pick?.({ senderFrame: frame('jp://app/wall.html') }, 'packets')).toThrow('not asked by the desk')
  expect(() => save?.({ senderFrame: frame('https://example.com/') })).toThrow('not asked by the desk')
  expect(() => pick?.({ senderFrame: frame('jp://app/desk.html') }, 'shadow')).toThrow('unknown kind of path')
  expect(seen.openDialogs).toEqual([])
})

test('the wall opens from the menu, once, and goes with the desk', async () => {
  await launch()
  const menu = seen.menu as { label: string; submenu: { label?: string; click?: () => void }[] }[]
  const openWall = menu.flatMap(({ submenu }) => submenu).find(({ label }) => label === '打开大屏')?.click
  openWall?.()
  openWall?.()
  expect(seen.windows.map(({ url }) => url)).toEqual(['jp://app/desk.html', 'jp://app/wall.html'])
  const closed = vi.fn()
  seen.windows[1]?.on('closed', closed)
  seen.windows[0]?.close()
  expect(closed).toHaveBeenCalledOnce()
})

test('with a projector the wall fills its screen; without one it is a window', async () => {
  seen.screens = [
    { x: 0, y: 0, width: 1366, height: 768 },
    { x: 1366, y: 0, width: 1920, height: 1080 },
  ]
  await launch()
  await ipcMain.handlers.get('open-wall')?.({ senderFrame: frame('jp://app/desk.html') }, 'round-1')
  expect(seen.windows[1]?.options).toMatchObject({ x: 1366, width: 1920, height: 1080, fullscreen: true })
  expect(seen.windows[1]?.url).toBe('jp://app/wall.html#round=round-1')
  expect(seen.windows[0]?.options.fullscreen).toBe(false)
})

test('a window that was left large and zoomed comes back so', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'jp-main-'))
  seen.paths.userData = userData
  const box = { x: 40, y: 30, width: 1100, height: 700 }
  writeFileSync(join(userData, 'windows.json'), JSON.stringify({ desk: { box, maximised: true, zoom: 1 } }))
  await launch()
  const [desk] = seen.windows
  expect(desk?.options).toMatchObject(box)
  desk?.emit('ready-to-show')
  expect([desk?.maximised, desk?.webContents.zoom, desk?.shown]).toEqual([true, 1, true])
  desk?.webContents.setZoomLevel(2)
  desk?.close()
  expect(JSON.parse(readFileSync(join(userData, 'windows.json'), 'utf8')).desk).toEqual({
    box,
    maximised: true,
    zoom: 2,
  })
  rmSync(userData, { recursive: true })
})

test('a page is saved as a tagged PDF under a name that any system takes', async () => {
  await launch()
  const folder = mkdtempSync(join(tmpdir(), 'jp-pdf-'))
  seen.saveDialogAnswer = { canceled: false, filePath: join(folder, 'a.pdf') }
  const save = ipcMain.handlers.get('save-pdf')
  const asked = { senderFrame: frame('jp://app/desk.html') }
  expect(await save?.(asked, '表决/结果: "一"')).toBe(join(folder, 'a.pdf'))
  expect(seen.saveDialogs).toMatchObject([{ defaultPath: '表决 结果   一.pdf' }])
  expect(seen.windows[0]?.webContents.printed).toMatchObject([{ generateTaggedPDF: true, preferCSSPageSize: true }])
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('%PDF-')
  seen.saveDialogAnswer = { canceled: true, filePath: '' }
  expect(await save?.(asked, '')).toBeNull()
  expect(() => save?.({ senderFrame: frame('jp://app/wall.html') }, 'x')).toThrow('not asked by the desk')
  rmSync(folder, { recursive: true })
})

test('a host that keeps stopping is told to the person in Chinese, with a way on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  try {
    await launch()
    for (let times = 0; times < 5; times += 1) {
      seen.forks.at(-1)?.emit('exit', 1)
      vi.advanceTimersByTime(10_000)
    }
    expect(seen.errorBoxes).toMatchObject([{ type: 'error', title: '匠评', buttons: ['重新启动', '退出'] }])
    expect(seen.forks).toHaveLength(6)
  } finally {
    vi.useRealTimers()
  }
})

test('quitting waits for the host to close its files', async () => {
  await launch()
  const event = { preventDefault: vi.fn() }
  app.emit('before-quit', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect([seen.quits, seen.forks[0]?.told.at(-1)?.message]).toEqual([0, { kind: 'close' }])
  seen.forks[0]?.emit('exit', 0)
  await vi.waitFor(() => expect(seen.quits).toBe(1))
  const again = { preventDefault: vi.fn() }
  app.emit('before-quit', again)
  expect(again.preventDefault).not.toHaveBeenCalled()
})
