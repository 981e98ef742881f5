// The Debian package as a clerk meets it: installed with dpkg, started, used, removed; the data stays. Needs root.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeBrowserDeb } from '#build/deb.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'jp-deb-'))
const home = path.join(folder, 'home')
const store = path.join(home, 'Jiangping')
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, HOME: home } })
const say = (line: string) => process.stdout.write(`${line}\n`)

if (process.getuid?.() !== 0) {
  say('dpkg needs root; nothing was tried.')
  process.exit(2)
}
const file = makeBrowserDeb(folder, { compression: 'none' })
if (!file) process.exit(1)
try {
  // Recommended packages are the machine's own affair; what is depended on must be there already.
  run('dpkg', '--install', file)
  say(`installed: ${run('dpkg-query', '-W', 'jiangping')}`)
  const schemes = JSON.parse(run('jiangping', 'schemes')) as { id: string }[]
  say(`jiangping schemes: ${schemes.map(({ id }) => id).join(', ')}`)
  const round = JSON.parse(run('jiangping', 'call', 'rounds.sample', '{"packets":2,"experts":5}')) as { round: string }
  say(`a sample round: ${round.round}`)
  await windowOpensAndCloses()
  run('dpkg', '--remove', 'jiangping')
  if (existsSync('/usr/lib/jiangping') || existsSync('/usr/bin/jiangping')) throw new Error('something was left behind')
  if (!existsSync(path.join(store, 'rounds', round.round, 'round.sqlite'))) throw new Error('the round is gone')
  say('removed; the round is still there')
} finally {
  try {
    run('dpkg', '--purge', 'jiangping')
  } catch {
    // It was removed already.
  }
  rmSync(folder, { recursive: true, force: true })
}

async function windowOpensAndCloses(): Promise<void> {
  const screen = spawn('Xvfb', [':78', '-screen', '0', '1366x768x24'], { stdio: 'ignore' })
  const program = spawn('jiangping', [], { env: { ...process.env, HOME: home, DISPLAY: ':78' }, stdio: 'ignore' })
  const ended = new Promise((done) => program.once('exit', done))
  try {
    const note = path.join(store, 'running.json')
    for (let tries = 0; !existsSync(note) && tries < 100; tries += 1)
      await new Promise((later) => setTimeout(later, 100))
    const { url } = JSON.parse(readFileSync(note, 'utf8')) as { url: string }
    const page = await fetch(new URL('/', url))
    if (!page.ok || !(await page.text()).includes('匠评')) throw new Error('the desk was not served')
    say('the window is open and the desk answers')
    program.kill('SIGTERM')
    say(`ended with ${String(await ended)}`)
  } finally {
    screen.kill()
  }
}
