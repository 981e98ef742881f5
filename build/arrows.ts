// The arrows guard: which room may import what. `node build/arrows.ts` fails on the first import that breaks a rule.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { root, say } from './repo.mjs'

/** One import as it stands in a source file. */
export type Import = { specifier: string | null; typeOnly: boolean; line: number }

/** One broken rule, as a sentence for the person who wrote the import. */
export type Breach = { file: string; line: number; sentence: string }

type Room = 'core' | 'schemes' | 'db' | 'host' | 'electron' | 'renderer' | 'build' | 'samples' | 'test'

/** Whether code in a room may import this path of another room, as a value or as a type only. */
type Door = (path: string, typeOnly: boolean) => boolean

const open: Door = () => true

const arrows: Record<Room, Record<string, Door>> = {
  core: {},
  schemes: {},
  db: { core: open },
  host: { core: open, db: open, schemes: open },
  // A start function is a value; of everything else the shell may know the types.
  electron: { host: (path, typeOnly) => typeOnly || path.startsWith('doors/') },
  renderer: { core: open, host: (path, typeOnly) => typeOnly && path.startsWith('api/') },
  // The tests' start must know whether there is a browser, by the same look as the program's own.
  // And a publisher signs updates by the very functions that check them.
  build: {
    host: (path) => path === 'doors/find-browser.ts' || path === 'update/slip.ts',
    db: (path) => path === 'packet-files.ts',
  },
  samples: { core: open },
  test: { core: open, schemes: open, db: open, host: open, electron: open, renderer: open, build: open, test: open },
}

/** Packages that belong to some rooms only. Tests may use any. */
const packages: { name: RegExp; rooms: Room[]; files?: RegExp; because: string }[] = [
  { name: /^electron(\/|$)/, rooms: ['electron'], because: 'Electron is known in electron/ only' },
  {
    name: /^(react|react-dom|antd|zustand|@ant-design\/[^/]+)(\/|$)/,
    rooms: ['renderer'],
    because: 'screens live in renderer/ only',
  },
  {
    name: /^drizzle-orm\/.*migrator$/,
    rooms: ['db'],
    files: /^db\/migrate\.ts$/,
    because: 'migrations run through db/migrate.ts only, which guards the foreign keys',
  },
  { name: /^(drizzle-orm|better-sqlite3|node:sqlite)(\/|$)/, rooms: ['db'], because: 'SQL lives in db/ only' },
]

const withoutNode: Room[] = ['core', 'renderer']
const builtins = new Set(builtinModules)

/** The room a file belongs to. A test beside its source may import what any test may. */
export function roomOf(file: string): Room {
  if (/\.test\.[cm]?tsx?$/.test(file)) return 'test'
  if (file.startsWith('build/samples/')) return 'samples'
  const [first] = file.split('/')
  return first !== undefined && first in arrows && file.includes('/') ? (first as Room) : 'build'
}

/** Every import, re-export, dynamic import, require and type import of a source text. */
export function importsOf(file: string, code: string): Import[] {
  const parsed = parseSync(file, code)
  const fatal = parsed.errors.find((error) => error.severity === 'Error')
  if (fatal) throw new Error(`${file} cannot be parsed: ${fatal.message}`)
  const found: Import[] = []
  visit(parsed.program)
  return found

  function visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const part of node) visit(part)
      return
    }
    if (!isNode(node)) return
    const source = sourceOf(node)
    if (source !== undefined) {
      const line = code.slice(0, node.start).split('\n').length
      found.push({ specifier: source, typeOnly: isTypeOnly(node), line })
    }
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) visit(value)
  }
}

type Node = { type: string; start: number; [key: string]: unknown }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** What a node imports: a name, null for a computed one, undefined if the node is no import. */
function sourceOf(node: Node): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node.source ?? node.argument)
    case 'ExportNamedDeclaration':
      return node.source ? textOf(node.source) : undefined
    case 'TSExternalModuleReference':
      return textOf(node.expression)
    case 'CallExpression': {
      const callee = node.callee
      if (!isNode(callee) || callee.type !== 'Identifier' || callee.name !== 'require') return undefined
      return textOf((node.arguments as unknown[])[0])
    }
    default:
      return undefined
  }
}

function textOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TSLiteralType') return textOf(node.literal)
  if (node.type === 'TemplateLiteral' && (node.expressions as unknown[]).length === 0) {
    const [part] = node.quasis as { value: { cooked: string } }[]
    return part?.value.cooked ?? null
  }
  return null
}

/** `import { type A }` is no type-only import: under verbatimModuleSyntax the module is still loaded. */
function isTypeOnly(node: Node) {
  return node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'
}

/** The rules that the imports of one file break. */
export function breachesIn(file: string, code: string): Breach[] {
  const room = roomOf(file)
  return importsOf(file, code).flatMap(({ specifier, typeOnly, line }) => {
    const sentence = specifier === null ? computed(room) : judge({ file, room, specifier, typeOnly })
    return sentence ? [{ file, line, sentence }] : []
  })
}

function computed(room: Room) {
  // Build scripts and tests load bundles whose place is only known at run time.
  return room === 'build' || room === 'samples' || room === 'test'
    ? undefined
    : 'imports a computed name, which nobody can check; write the name out'
}

function judge(one: { file: string; room: Room; specifier: string; typeOnly: boolean }): string | undefined {
  if (one.specifier.startsWith('#')) return judgeRoom(one)
  if (one.specifier.startsWith('.')) return judgeRelative(one)
  return judgePackage(one)
}

function judgeRoom({ file, room, specifier, typeOnly }: Parameters<typeof judge>[0]) {
  const [target = '', ...rest] = specifier.slice(1).split('/')
  const path = rest.join('/')
  if (!(target in arrows)) return `imports ${specifier}, but there is no room "${target}"`
  if (room !== 'test' && /\.test\.[cm]?tsx?$/.test(path)) return `imports the test ${specifier}`
  if (target === file.split('/')[0]) return undefined
  const door = arrows[room][target]
  if (!door) return `imports ${specifier}, but ${room} may not import ${target}`
  if (door(path, typeOnly)) return undefined
  return door(path, true)
    ? `imports ${specifier} as a value; ${room} may have its types only (write \`import type\`)`
    : `imports ${specifier}; ${room} may import another part of ${target} only`
}

function judgeRelative({ file, room, specifier }: Parameters<typeof judge>[0]) {
  const target = posix.join(posix.dirname(file), specifier)
  const [from] = file.split('/')
  const [to] = target.split('/')
  if (!file.includes('/')) return to && to in arrows ? `imports ${specifier}; ${to} is a room` : undefined
  if (from !== to) return `imports ${specifier}, which leaves ${from}/; another room is written #${to}/…`
  if (room === 'build' && target.startsWith('build/samples/')) return `imports ${specifier}; samples are a room apart`
  if (room !== 'test' && /\.test\.[cm]?tsx?$/.test(target)) return `imports the test ${specifier}`
  return undefined
}

function judgePackage({ file, room, specifier }: Parameters<typeof judge>[0]) {
  if (room === 'test') return undefined
  if (room === 'schemes') return `imports ${specifier}; schemes are data and import nothing`
  if (withoutNode.includes(room) && (specifier.startsWith('node:') || builtins.has(specifier))) {
    return `imports ${specifier}, but ${room} runs without Node`
  }
  const rule = packages.find(({ name }) => name.test(specifier))
  if (!rule || (rule.rooms.includes(room) && (!rule.files || rule.files.test(file)))) return undefined
  return `imports ${specifier}; ${rule.because}`
}

/** Every source file of the repository, with forward slashes. */
export function sourceFiles(): string[] {
  const found: string[] = []
  const skipped = new Set(['node_modules', 'out', 'release', 'data', 'demo-out', 'coverage'])
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || (folder === root && skipped.has(entry.name))) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (/\.([cm]?[jt]s|[jt]sx)$/.test(entry.name)) found.push(relative(root, path).split(sep).join('/'))
    }
  }
  walk(root)
  return found
}

/** Every broken rule in the repository as it stands. */
export function allBreaches(): Breach[] {
  return sourceFiles().flatMap((file) => breachesIn(file, readFileSync(join(root, file), 'utf8')))
}

if (import.meta.main) {
  const breaches = allBreaches()
  for (const { file, line, sentence } of breaches) say(`${file}:${line} ${sentence}.`)
  if (breaches.length > 0) process.exitCode = 1
}
