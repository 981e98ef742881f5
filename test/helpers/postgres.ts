/** A real PostgreSQL in a folder of its own, on a free port, for as long as a test takes. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Folder of the newest installed server programs; null where there are none. */
export function postgresPrograms(): string | null {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return null
  const versions = readdirSync(base).toSorted((a, b) => Number(b) - Number(a))
  const found = versions
    .map((version) => path.join(base, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')))
  return found ?? null
}

export const withoutPostgres =
  'PostgreSQL is not installed (Debian: apt install postgresql): the hub is not tested here'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts a server. It refuses to run as root, so there it runs as Debian's own user for it. */
export async function startPostgres(programs: string): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-postgres-'))
  const port = await freePort()
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout))
    chownSync(folder, ids[0] ?? 0, ids[1] ?? 0)
  }
  const run = (name: string, ...args: string[]) => {
    const command = [path.join(programs, name), ...args]
    const [first = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    const ended = spawnSync(first, rest, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    if (ended.status !== 0) throw new Error(`${name}: ${ended.stderr}${ended.stdout}`)
  }
  const data = path.join(folder, 'data')
  run('initdb', '-D', data, '-A', 'trust', '-U', 'jiangping', '-E', 'UTF8', '--no-sync')
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    path.join(folder, 'log'),
    '-o',
    `-p ${port} -k ${folder} -h 127.0.0.1 -F`,
    'start',
  )
  return {
    url: `postgres://jiangping@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
