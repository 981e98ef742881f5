/** The browser shell: the desk as a window of its own, in a browser of this computer, where Electron is not. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Lang, text } from '#core/lang.ts'
import { type Host, openHost } from '../host.ts'
import { findBrowser } from './find-browser.ts'
import { type DeskDoor, serveDesk } from './serve.ts'

type Request = {
  store: string
  lang: Lang
  port: number | undefined
  /** `auto` opens a window where there is a display and a browser; `none` only tells the address. */
  window: 'auto' | 'none'
  /** A bundle or archive to show at once. */
  file?: string | undefined
  say(line: string): void
  print(line: string): void
}

/** What a running program leaves in its store, so that a second start finds it. */
type Running = { pid: number; url: string }

const words = {
  address: text(
    '请在本机浏览器中打开这个地址（按 Ctrl-C 结束程序）：',
    'Open this address in a browser on this computer (Ctrl-C ends the program):',
  ),
  already: text('匠评已经在运行，已打开它的窗口。', 'Jiangping is already running; its window was opened.'),
  alreadyAt: text('匠评已经在运行，地址是：', 'Jiangping is already running, at:'),
  noBrowser: text(
    '浏览器打不开（{why}）。请自行在本机浏览器中打开：',
    'The browser could not be started ({why}). Open this yourself:',
  ),
}

/**
 * Serves the desk and shows it until its last window is closed or the process is told to end.
 * A second start on the same store opens a window of the first instead.
 * @returns the exit code.
 */
export async function openDeskWindow(request: Request): Promise<number> {
  const { store, lang, say } = request
  const browser = request.window === 'auto' && hasDisplay() ? findBrowser() : undefined
  const running = await runningOn(store)
  if (running) {
    // The browser that is already open takes the window over.
    if (browser) showWindow(browser, store, addressFor(running.url, request.file)).unref()
    say(browser ? words.already[lang] : `${words.alreadyAt[lang]} ${running.url}`)
    return 0
  }
  const host = openHost(store)
  const desk = await serveOnUsualPort(host, request)
  leaveNote(store, { pid: process.pid, url: desk.url })
  try {
    await shownUntilClosed(browser, addressFor(desk.url, request.file), request)
  } finally {
    rmSync(noteOf(store), { force: true })
    await desk.close()
    await host.close()
  }
  return 0
}

/** The desk's address, at the file to be shown if there is one. */
function addressFor(url: string, file: string | undefined): string {
  return file === undefined ? url : `${url}&${new URLSearchParams({ open: path.resolve(file) })}`
}

/** Language, type size and the like are remembered by the browser for one address only: so it is the same each time. */
async function serveOnUsualPort(host: Host, { store, port }: Request): Promise<DeskDoor> {
  if (port !== undefined) return serveDesk(host, { port })
  const file = path.join(store, 'desk-port')
  const usual = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const desk = await serveDesk(host, { port: Number.isInteger(usual) ? usual : 0 }).catch(() => serveDesk(host))
  mkdirSync(store, { recursive: true })
  writeFileSync(file, String(desk.port))
  return desk
}

function shownUntilClosed(
  browser: string | undefined,
  url: string,
  { store, lang, say, print }: Request,
): Promise<void> {
  return new Promise((end) => {
    let window: ChildProcess | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        window?.kill()
        end()
      })
    }
    if (!browser) {
      print(`${words.address[lang]}\n\n  ${url}\n`)
      return
    }
    window = showWindow(browser, store, url)
    window.once('error', ({ message }) => say(`${words.noBrowser[lang].replace('{why}', message)}\n\n  ${url}\n`))
    window.once('exit', () => end())
  })
}

/** A window without tabs or address bar, with a profile of its own that remembers where it stood. */
function showWindow(browser: string, store: string, url: string): ChildProcess {
  const profile = path.join(store, 'window')
  mkdirSync(profile, { recursive: true })
  return spawn(
    browser,
    [
      // Root in a container has no user namespaces to sandbox with, and Chromium refuses to start without being told.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      '--class=jiangping',
      '--window-size=1366,800',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      '--lang=zh-CN',
    ],
    { stdio: 'ignore' },
  )
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

const noteOf = (store: string) => path.join(store, 'running.json')

function leaveNote(store: string, note: Running): void {
  mkdirSync(store, { recursive: true })
  // The address holds the desk's key: for this person's eyes only.
  writeFileSync(noteOf(store), JSON.stringify(note), { mode: 0o600 })
}

/** The program that already serves this store, if its note is true: a killed one leaves its note behind. */
async function runningOn(store: string): Promise<Running | undefined> {
  try {
    const note = JSON.parse(readFileSync(noteOf(store), 'utf8')) as Running
    process.kill(note.pid, 0)
    const answer = await fetch(new URL('/', note.url), { signal: AbortSignal.timeout(2_000) })
    return answer.ok ? note : undefined
  } catch {
    return undefined
  }
}
