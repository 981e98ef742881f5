// Undoes each protection of the desktop shell in turn and sees that a test fails: a guard that nobody notices is none.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '#build/repo.mjs'

/** What is undone, where, and how. */
type Mutation = { what: string; file: string; from: string; to: string }

const policy = 'electron/policy.ts'
const main = 'electron/main.ts'
const screens = 'electron/screens.ts'
const off = (what: string, name: string, value: string, other: string): Mutation => ({
  what,
  file: policy,
  from: `${name}: ${value}`,
  to: `${name}: ${other}`,
})

const mutations: Mutation[] = [
  off('the window is sandboxed', 'sandbox', 'true', 'false'),
  off('page and preload are apart', 'contextIsolation', 'true', 'false'),
  off('no Node in the page', 'nodeIntegration', 'false', 'true'),
  off('no Node in workers', 'nodeIntegrationInWorker', 'false', 'true'),
  off('no Node in frames', 'nodeIntegrationInSubFrames', 'false', 'true'),
  off('web security is on', 'webSecurity', 'true', 'false'),
  off('no mixed content', 'allowRunningInsecureContent', 'false', 'true'),
  off('no webview', 'webviewTag', 'false', 'true'),
  off('a dropped file does not become the page', 'navigateOnDragDrop', 'false', 'true'),
  off('no dictionaries from a server', 'spellcheck', 'false', 'true'),
  { what: 'developer tools are off when packed', file: main, from: 'devTools: !app.isPackaged', to: 'devTools: true' },
  { what: 'the sandbox holds for all', file: main, from: '  app.enableSandbox()\n', to: '' },
  { what: 'the scheme is secure', file: policy, from: 'secure: true', to: 'secure: false' },
  {
    what: 'the scheme keeps the content policy',
    file: policy,
    from: 'stream: true',
    to: 'bypassCSP: true, stream: true',
  },
  { what: 'the content policy starts from nothing', file: policy, from: `"default-src 'none'"`, to: `"default-src *"` },
  { what: 'no eval', file: policy, from: `'wasm-unsafe-eval'"`, to: `'unsafe-eval'"` },
  { what: 'pages of ours only', file: policy, from: "url.host === 'app'", to: 'true' },
  { what: 'the scheme is ours', file: policy, from: "url.protocol === 'jp:'", to: 'true' },
  {
    what: 'permissions are denied',
    file: policy,
    from: "permission === 'fullscreen' ||",
    to: "permission === 'media' ||",
  },
  { what: 'no network for pages', file: policy, from: "url.protocol === 'blob:'", to: "url.protocol !== ''" },
  {
    what: 'the network guard is set',
    file: main,
    from: 'answer({ cancel: !allowsRequest(details.url) })',
    to: 'answer({ cancel: false })',
  },
  { what: 'no proxy is asked', file: main, from: "  ours.setProxy({ mode: 'direct' })\n", to: '' },
  {
    what: 'permission requests are guarded',
    file: main,
    from: 'answer(allowsPermission(permission))',
    to: 'answer(true)',
  },
  {
    what: 'permission checks are guarded',
    file: main,
    from: 'setPermissionCheckHandler((_contents, permission) => allowsPermission(permission))',
    to: 'setPermissionCheckHandler(() => true)',
  },
  {
    what: 'devices are denied',
    file: main,
    from: 'setDevicePermissionHandler(() => false)',
    to: 'setDevicePermissionHandler(() => true)',
  },
  { what: 'no navigation away', file: main, from: "  contents.on('will-navigate', keepOurs)\n", to: '' },
  { what: 'no navigation of frames', file: main, from: "  contents.on('will-frame-navigate', keepOurs)\n", to: '' },
  { what: 'no redirects away', file: main, from: "  contents.on('will-redirect', keepOurs)\n", to: '' },
  {
    what: 'no embedded pages',
    file: main,
    from: "  contents.on('will-attach-webview', (event) => event.preventDefault())\n",
    to: '',
  },
  { what: 'no new windows', file: main, from: "action: 'deny'", to: "action: 'allow'" },
  { what: 'only the top frame gets a port', file: main, from: 'senderFrame.parent === null', to: 'true' },
  { what: 'an audience is told by its address', file: policy, from: "url.pathname === '/desk.html'", to: 'true' },
  { what: 'only the desk opens dialogs', file: main, from: "audienceOfSender(event) !== 'desk'", to: 'false' },
  { what: 'only kinds there are', file: main, from: '    if (!isPathKind(kind)) throw', to: '    if (false) throw' },
  { what: 'one instance', file: main, from: 'if (app.requestSingleInstanceLock())', to: 'if (true)' },
  { what: 'the second start shows the first', file: main, from: "  app.on('second-instance'", to: "  app.on('never'" },
  {
    what: 'sessions are not kept on disk',
    file: policy,
    from: "partition = 'jiangping'",
    to: "partition = 'persist:jiangping'",
  },
  { what: 'screens are only read', file: screens, from: "request.method !== 'GET'", to: 'false' },
  { what: 'no path leads out of the screens', file: screens, from: 'file.startsWith(jail)', to: 'true' },
  { what: 'no backslash, no drive', file: screens, from: 'if (/[\\\\\\0:]/.test(path)) return undefined', to: '' },
  {
    what: 'screens carry the content policy',
    file: screens,
    from: "    'Content-Security-Policy': csp,\n    'X-",
    to: "    'X-",
  },
  { what: 'no sniffing of types', file: screens, from: "    'X-Content-Type-Options': 'nosniff',\n", to: '' },
  { what: 'quitting waits for the host', file: main, from: "  app.on('before-quit', endHostFirst)\n", to: '' },
]

const folder = mkdtempSync(path.join(tmpdir(), 'jp-mutations-'))
let unnoticed = 0
try {
  for (const part of [
    'electron',
    'test/helpers',
    'build',
    'host',
    'core',
    'package.json',
    'vitest.config.ts',
    'tsconfig.base.json',
  ]) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  if (testsFail()) throw new Error("the shell's tests fail before anything was undone")
  for (const { what, file, from, to } of mutations) {
    const place = path.join(folder, file)
    const source = readFileSync(place, 'utf8')
    if (!source.includes(from)) throw new Error(`${file} no longer holds: ${from}`)
    writeFileSync(place, source.replace(from, to))
    const noticed = testsFail()
    writeFileSync(place, source)
    if (!noticed) unnoticed += 1
    process.stdout.write(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${what}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${mutations.length - unnoticed} of ${mutations.length} noticed\n`)
process.exitCode = unnoticed === 0 ? 0 : 1

function testsFail(): boolean {
  const files = ['main', 'policy', 'screens'].map((name) => `electron/${name}.test.ts`)
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return (
    spawnSync(process.execPath, [vitest, 'run', '--bail=1', ...files], { cwd: folder, stdio: 'ignore' }).status !== 0
  )
}
