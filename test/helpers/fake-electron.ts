// A stand-in for Electron that remembers what the shell told it; vitest resolves 'electron' to this file.
import { EventEmitter } from 'node:events'

type Handler = (...args: never[]) => unknown

/** Everything the shell did, for a test to look at. A fresh import starts from nothing. */
export const seen = {
  lock: true,
  locale: 'zh-CN',
  packaged: false,
  switches: {} as Record<string, string>,
  paths: {} as Record<string, string>,
  sandboxed: false,
  quits: 0,
  schemes: [] as unknown[],
  windows: [] as BrowserWindow[],
  forks: [] as FakeProcess[],
  channels: [] as MessageChannelMain[],
  menu: undefined as unknown,
  session: undefined as FakeSession | undefined,
  sessionNames: [] as string[],
  openDialogs: [] as unknown[],
  openDialogAnswer: { canceled: false, filePaths: ['/usb/packets.zip'] },
  errorBoxes: [] as unknown[],
  errorBoxAnswer: 0,
  screens: [{ x: 0, y: 0, width: 1366, height: 768 }],
  /** What the system offers for secrets: a key ring, plain text, or nothing. */
  keyRing: 'gnome_libsecret',
  saveDialogs: [] as unknown[],
  saveDialogAnswer: { canceled: true, filePath: '' },
}

/** The session's guards as they were set. */
export type FakeSession = {
  handlers: Map<string, Handler>
  set: Record<string, Handler>
  proxy: unknown
}

/** A forked process: what it was given and told. */
export class FakeProcess extends EventEmitter {
  file: string
  args: string[]
  env: Record<string, string> = {}
  told: { message: unknown; ports: unknown[] }[] = []
  killed = false
  constructor(file: string, args: string[]) {
    super()
    this.file = file
    this.args = args
  }
  postMessage(message: unknown, ports: unknown[] = []) {
    this.told.push({ message, ports })
  }
  kill() {
    this.killed = true
    return true
  }
}

class App extends EventEmitter {
  get isPackaged() {
    return seen.packaged
  }
  commandLine = { getSwitchValue: (name: string) => seen.switches[name] ?? '' }
  requestSingleInstanceLock() {
    return seen.lock
  }
  enableSandbox() {
    seen.sandboxed = true
  }
  whenReady() {
    return Promise.resolve()
  }
  getLocale() {
    return seen.locale
  }
  getPath(name: string) {
    // Below a file: whatever a test forgets to name cannot be written by accident.
    return seen.paths[name] ?? `${import.meta.filename}/${name}`
  }
  quit() {
    seen.quits += 1
  }
}

class IpcMain extends EventEmitter {
  handlers = new Map<string, (...args: unknown[]) => unknown>()
  handle(channel: string, handler: (...args: unknown[]) => unknown) {
    this.handlers.set(channel, handler)
  }
}

export const app = new App()
export const ipcMain = new IpcMain()

/** A window that draws nothing. */
export class BrowserWindow extends EventEmitter {
  options: { webPreferences: Record<string, unknown>; [key: string]: unknown }
  url = ''
  focused = 0
  shown = false
  maximised = false
  webContents = {
    zoom: 0,
    printed: [] as unknown[],
    setZoomLevel(level: number) {
      this.zoom = level
    },
    getZoomLevel() {
      return this.zoom
    },
    async printToPDF(options: unknown) {
      this.printed.push(options)
      return Buffer.from('%PDF-')
    },
  }
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    seen.windows.push(this)
  }
  async loadURL(url: string) {
    this.url = url
  }
  isMinimized() {
    return false
  }
  restore() {}
  focus() {
    this.focused += 1
  }
  show() {
    this.shown = true
  }
  maximize() {
    this.maximised = true
  }
  isMaximized() {
    return this.maximised
  }
  getBounds() {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options as Record<string, number>
    return { x, y, width, height }
  }
  getNormalBounds() {
    return this.getBounds()
  }
  close() {
    this.emit('close')
    this.emit('closed')
  }
}

/** Two ends that can be told apart. */
export class MessageChannelMain {
  port1 = { end: 1 }
  port2 = { end: 2 }
  constructor() {
    seen.channels.push(this)
  }
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]) {
    seen.schemes.push(...schemes)
  },
}

const displays = () => seen.screens.map((workArea) => ({ workArea }))
export const screen = {
  getAllDisplays: displays,
  getDisplayMatching: ({ x }: { x: number }) =>
    displays().find(({ workArea }) => x >= workArea.x && x < workArea.x + workArea.width) ?? displays()[0],
}

export const session = {
  fromPartition(name: string) {
    seen.sessionNames.push(name)
    const made: FakeSession = { handlers: new Map(), set: {}, proxy: undefined }
    seen.session = made
    const keep = (name: string) => (handler: Handler) => {
      made.set[name] = handler
    }
    return {
      protocol: { handle: (scheme: string, handler: Handler) => made.handlers.set(scheme, handler) },
      webRequest: { onBeforeRequest: keep('beforeRequest') },
      setPermissionRequestHandler: keep('permissionRequest'),
      setPermissionCheckHandler: keep('permissionCheck'),
      setDevicePermissionHandler: keep('devicePermission'),
      setProxy: (proxy: unknown) => {
        made.proxy = proxy
      },
    }
  },
}

export const utilityProcess = {
  fork(file: string, args: string[], options: { env?: Record<string, string> } = {}) {
    const forked = new FakeProcess(file, args)
    forked.env = options.env ?? {}
    seen.forks.push(forked)
    return forked
  },
}

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    seen.menu = menu
  },
}

export const dialog = {
  async showOpenDialog(_window: unknown, options: unknown) {
    seen.openDialogs.push(options)
    return seen.openDialogAnswer
  },
  async showSaveDialog(_window: unknown, options: unknown) {
    seen.saveDialogs.push(options)
    return seen.saveDialogAnswer
  },
  showMessageBoxSync(options: unknown) {
    seen.errorBoxes.push(options)
    return seen.errorBoxAnswer
  },
}

/** Turns the bytes around: enough to see that what lies on disk is not the secret itself. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
export const safeStorage = {
  getSelectedStorageBackend: () => seen.keyRing,
  isAsyncEncryptionAvailable: async () => seen.keyRing !== 'none',
  encryptStringAsync: async (text: string) => turned(Buffer.from(text)),
  decryptStringAsync: async (bytes: Buffer) => {
    const result = turned(bytes).toString()
    if (!/^[\w-]{43}$/.test(result)) throw new Error('not encrypted here')
    return { shouldReEncrypt: false, result }
  },
}
