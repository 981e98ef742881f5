// The desktop shell: one window for the desk, one for the wall, and the host in a process beside them.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { computerSecret } from './computer-secret.ts'
import { isPathKind, pickPaths, saveFolder, savePdf } from './dialogs.ts'
import { type HostProcess, keepHost } from './host-process.ts'
import { menuTemplate } from './menu.ts'
import { addressOf, fileIn } from './opened-file.ts'
import {
  type Audience,
  allowsPermission,
  allowsRequest,
  audienceOf,
  isOurs,
  origin,
  partition,
  screenScheme,
  windowOptions,
} from './policy.ts'
import { answerScreen } from './screens.ts'
import { placeOf, readStates, type WindowStates, wallScreen, writeStates } from './window-state.ts'
import { wordsFor } from './words.ts'

const built = join(import.meta.dirname, '..')
const windows = new Map<Audience, BrowserWindow>()
let host: HostProcess | undefined
let states: WindowStates = {}
let opened = fileIn(process.argv.slice(1), process.cwd())

if (app.requestSingleInstanceLock()) {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([screenScheme])
  app.on('web-contents-created', (_event, contents) => confine(contents))
  app.on('second-instance', (_event, words, folder) => show('desk', addressOf(fileIn(words, folder))))
  // macOS tells of a double-clicked file this way, at a first start before the program is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (host) show('desk', addressOf(file))
    else opened = file
  })
  app.on('activate', () => show('desk'))
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', endHostFirst)
  app.whenReady().then(start)
} else {
  app.quit()
}

async function start() {
  guardSession()
  const secret = await computerSecret(join(app.getPath('userData'), 'computer-secret'))
  states = readStates(statesFile())
  const words = wordsFor(app.getLocale())
  const keeper = keepHost({
    fork: () =>
      utilityProcess.fork(join(built, 'host', 'process.js'), ['--store', storeFolder()], {
        serviceName: 'jiangping-host',
        stdio: 'inherit',
        env: { ...process.env, ...(secret && { JP_COMPUTER_SECRET: secret }) },
      }),
    onGivenUp: () => {
      const choice = dialog.showMessageBoxSync({
        type: 'error',
        title: words.title,
        message: words.hostGone,
        detail: words.hostGoneDetail,
        buttons: [words.restart, words.quit],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      if (choice === 0) keeper.restart()
      else app.quit()
    },
  })
  host = keeper

  ipcMain.on('connect', (event) => {
    const audience = audienceOfSender(event)
    if (!audience || !event.senderFrame) return
    const { port1, port2 } = new MessageChannelMain()
    keeper.connect(audience, port1)
    event.senderFrame.postMessage('port', null, [port2])
  })
  ipcMain.handle('pick-paths', (event, kind: unknown) => {
    if (!isPathKind(kind)) throw new Error('unknown kind of path')
    return pickPaths(windowOfSender(event), kind, words)
  })
  ipcMain.handle('open-wall', (event, round: unknown) => {
    windowOfSender(event)
    show('wall', `#round=${encodeURIComponent(String(round))}`)
  })
  ipcMain.handle('save-folder', (event) => saveFolder(windowOfSender(event), words))
  ipcMain.handle('save-pdf', (event, name: unknown) => savePdf(windowOfSender(event), String(name), words))

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, { openWall: () => show('wall') })))
  show('desk', addressOf(opened))
  opened = undefined
}

/** Shows an audience's window, making it if it is not there; `at` says what of it. */
function show(audience: Audience, at = '') {
  const present = windows.get(audience)
  if (present) {
    if (at) present.loadURL(`${origin}/${audience}.html${at}`)
    if (present.isMinimized()) present.restore()
    present.focus()
    return
  }
  if (!host) return
  const place = placeFor(audience)
  const window = new BrowserWindow({
    ...windowOptions({ preload: join(built, 'electron', 'preload.cjs'), devTools: !app.isPackaged }),
    ...place.box,
    fullscreen: place.fullScreen,
  })
  windows.set(audience, window)
  window.once('ready-to-show', () => {
    window.webContents.setZoomLevel(states[audience]?.zoom ?? 0)
    if (states[audience]?.maximised && !place.fullScreen) window.maximize()
    window.show()
  })
  window.on('close', () => {
    states = {
      ...states,
      [audience]: {
        box: window.getNormalBounds(),
        maximised: window.isMaximized(),
        zoom: window.webContents.getZoomLevel(),
      },
    }
    writeStates(statesFile(), states)
  })
  window.once('closed', () => {
    windows.delete(audience)
    // The wall belongs to the desk: without it nobody could close a screen that hangs on the projector.
    if (audience === 'desk') windows.get('wall')?.close()
  })
  window.loadURL(`${origin}/${audience}.html${at}`)
}

/** Where a new window stands: where it stood last, and the wall on the projector if there is one. */
function placeFor(audience: Audience) {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const desk = windows.get('desk')
  if (audience === 'wall' && desk) {
    const projector = wallScreen(screen.getDisplayMatching(desk.getBounds()).workArea, screens)
    if (projector) return { box: projector, fullScreen: true }
  }
  return { box: placeOf(states[audience], screens) ?? {}, fullScreen: false }
}

function statesFile() {
  return join(app.getPath('userData'), 'windows.json')
}

/** Keeps a page where it is: no other address, no new window, no embedded page. */
function confine(contents: Electron.WebContents) {
  contents.on('will-prevent-unload', (event) => {
    if (leavesAnyway()) event.preventDefault()
  })
  const keepOurs = (event: { preventDefault(): void; url: string }) => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', keepOurs)
  contents.on('will-frame-navigate', keepOurs)
  contents.on('will-redirect', keepOurs)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** A page that would rather stay, because seats are at work, is left only when the person says so twice. */
function leavesAnyway(): boolean {
  const words = wordsFor(app.getLocale())
  const choice = dialog.showMessageBoxSync({
    type: 'warning',
    title: words.title,
    message: words.seatsAtWork,
    detail: words.seatsAtWorkDetail,
    buttons: [words.stay, words.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return choice === 1
}

/** Serves our screens to the windows' session and takes everything else away from it. */
function guardSession() {
  const ours = session.fromPartition(partition)
  ours.protocol.handle(screenScheme.scheme, (request) => answerScreen(request, join(built, 'renderer')))
  ours.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowsRequest(details.url) }))
  ours.setPermissionRequestHandler((_contents, permission, answer) => answer(allowsPermission(permission)))
  ours.setPermissionCheckHandler((_contents, permission) => allowsPermission(permission))
  ours.setDevicePermissionHandler(() => false)
  ours.setProxy({ mode: 'direct' })
}

/** The sender's audience, if it is the top frame of one of our pages. */
function audienceOfSender({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent) {
  return senderFrame && senderFrame.parent === null ? audienceOf(senderFrame.url) : undefined
}

/** The desk's window, if the desk itself asks; the wall opens no dialogs. */
function windowOfSender(event: IpcMainInvokeEvent) {
  const window = windows.get('desk')
  if (audienceOfSender(event) !== 'desk' || !window) throw new Error('not asked by the desk')
  return window
}

function storeFolder() {
  return app.commandLine.getSwitchValue('store') || join(app.getPath('userData'), 'store')
}

/** Lets the host close its files before the program goes. */
function endHostFirst(event: { preventDefault(): void }) {
  if (!host) return
  event.preventDefault()
  const leaving = host
  host = undefined
  leaving.end().finally(() => app.quit())
}
