/** The bundled host as people run it: where it lies, one command, and a served desk that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../out/host/cli.js', import.meta.url))

/** What one run of the command line said. */
export type Run = { code: number | null; stdout: string; stderr: string }

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  if (!existsSync(cli)) throw new Error('the host is not bundled; run "node build/bundle.mjs host samples"')
  const env = { ...process.env, ...environment }
  return spawn(process.execPath, [cli, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env })
}

/** Runs one command to its end. */
export async function jp(args: readonly string[], stdin = ''): Promise<Run> {
  const child = start(args)
  const run = { code: null as number | null, stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    run.stdout += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    run.stderr += chunk
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(stdin)
  const [code] = await once(child, 'close')
  return { ...run, code }
}

/** A served desk: its address, its key, and its end. */
export type Served = {
  readonly origin: string
  readonly key: string
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>
  /** Asks it to leave, as a closed window does. */
  leave(): Promise<void>
}

/**
 * Serves a store. Ready when it answers.
 * @param environment for its process, on top of this one's
 */
export async function serve(store: string, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = start(['--store', store, 'serve', '--json'], environment)
  let said = ''
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const ended = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (said.includes('\n')) resolve((JSON.parse(said) as { url: string }).url)
    })
    child.once('exit', (code) => reject(new Error(`the host left with ${code}: ${complaint}`)))
  })
  const [origin = '', key = ''] = url.split('/#k=')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { origin, key, kill: () => end('SIGKILL'), leave: () => end('SIGTERM') }
}
