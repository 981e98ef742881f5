/** Peers: C compiled on demand into a git-ignored folder, programs and Python modules found on this machine. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('peers/', import.meta.url))
const built = fileURLToPath(new URL('../../out/bench/peers/', import.meta.url))

/** A peer that this machine lacks: the bench is then neither met nor missed. */
export class MissingPeer extends Error {
  constructor(what: string, debian: string) {
    super(`${what} is not here; on Debian: apt-get install ${debian}`)
  }
}

/** The path of a program. @throws MissingPeer */
export function program(name: string, debian: string): string {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
  if (!found) throw new MissingPeer(name, debian)
  return found
}

/** The path of a peer's source, a Python script say. */
export const peerSource = (file: string): string => path.join(sources, file)

/**
 * Compiles `peers/FILE` unless that was done since it changed, and answers with the program's path.
 * @throws MissingPeer when the compiler or a library is missing; Error when the source does not compile.
 */
export function compiled(
  file: string,
  { libraries = [], headers = [], flags = [], debian, as = file.replace(/\.c$/, '') }: CompileOptions,
): string {
  const source = peerSource(file)
  const target = path.join(built, as)
  if ((statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(source).mtimeMs) return target
  const compiler = program('cc', 'gcc libc6-dev')
  for (const header of headers) {
    const probe = spawnSync(compiler, ['-E', '-x', 'c', '-'], { input: `#include <${header}>\n` })
    if (probe.status !== 0) throw new MissingPeer(header, debian)
  }
  mkdirSync(built, { recursive: true })
  const ended = spawnSync(compiler, ['-O2', ...flags, source, '-o', target, ...libraries.map((name) => `-l${name}`)], {
    encoding: 'utf8',
  })
  if (ended.status !== 0) throw new Error(`${file} does not compile:\n${ended.stderr}`)
  return target
}

type CompileOptions = {
  readonly libraries?: readonly string[]
  /** Headers that show whether the libraries are there. */
  readonly headers?: readonly string[]
  readonly flags?: readonly string[]
  /** The Debian packages that bring them. */
  readonly debian: string
  /** Name of the program, where one source is compiled in several ways. */
  readonly as?: string
}
