// What a window of ours may do: nothing but show our own screens. Pure decisions; main.ts carries them out.
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron'

/** Where the screens live: a scheme of our own, so that no file:// page exists and nothing listens on a network. */
export const origin = 'jp://app'

/** How Chromium shall treat that scheme: like https, with its own content policy in force. */
export const screenScheme: CustomScheme = {
  scheme: 'jp',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

/** Sessions live in memory: what must last is in the store, and the store is the host's. */
export const partition = 'jiangping'

/** The content policy of every screen. Styles are inline because antd writes them; wasm is pdf.js's picture decoders. */
export const csp = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The audiences that have a window on the desktop. Experts come in over the LAN, with a seat of their own. */
export type Audience = 'desk' | 'wall'

/** Whether an address is one of our screens; everything else is never opened. */
export function isOurs(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && url.protocol === 'jp:' && url.host === 'app' && url.username === '' && url.password === ''
}

/** Which audience a page belongs to. Told by its address, never by the page itself. */
export function audienceOf(address: string): Audience | undefined {
  const url = parsed(address)
  if (!url || !isOurs(address)) return undefined
  if (url.pathname === '/desk.html') return 'desk'
  return url.pathname === '/wall.html' ? 'wall' : undefined
}

/** Whether the page may have a permission. Electron's own default would grant them all. */
export function allowsPermission(permission: string): boolean {
  return permission === 'fullscreen' || permission === 'clipboard-sanitized-write'
}

/** Whether a page may load this address: its own files and what it holds in memory, never the network. */
export function allowsRequest(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && (isOurs(address) || url.protocol === 'blob:' || url.protocol === 'data:')
}

/** How every window is made. */
export function windowOptions({ preload, devTools }: { preload: string; devTools: boolean }) {
  return {
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    // Shown once the page is drawn: old laptops would show a white sheet for a second.
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      partition,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries come from a server on the internet.
      spellcheck: false,
    },
  } satisfies BrowserWindowConstructorOptions
}

function parsed(address: string) {
  return URL.canParse(address) ? new URL(address) : undefined
}
