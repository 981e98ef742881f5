// Brings out/ up to date: each target is rebuilt only when its sources changed. `node build/bundle.mjs [target…]`.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whileLocked } from './lock.mjs'
import { root, say } from './repo.mjs'
import { fingerprint, isFresh, writeStamp } from './stamps.mjs'

const out = join(root, 'out')
const modules = join(root, 'node_modules')

// A new lockfile may bring another version of anything that is bundled, a new manifest another alias.
const always = ['package.json', 'package-lock.json', 'build/bundle.mjs', 'build/vite.node.ts']

/** @typedef {{ needs?: string, sources: string[], aloof?: boolean, make: () => void | Promise<void> }} Target */

/** @type {Record<string, Target>} */
const targets = {
  files: {
    sources: ['db/migrations', 'schemes'],
    make: copyFiles,
  },
  host: {
    needs: 'host/doors/cli.ts',
    sources: ['core', 'schemes', 'db', 'host', 'build/vite.host.ts'],
    make: () =>
      bundleInto('host', async (folder) => {
        const { hostBundles } = await import('./vite.host.ts')
        await buildAll(hostBundles(folder))
        // pdf.js imports its worker by this name from beside the bundle when it runs without a browser.
        cpSync(join(modules, 'pdfjs-dist/legacy/build/pdf.worker.mjs'), join(folder, 'pdf.worker.mjs'))
      }),
  },
  electron: {
    needs: 'electron/main.ts',
    sources: ['electron', 'build/vite.electron.ts'],
    make: () =>
      bundleInto('electron', async (folder) => {
        const { electronBundles } = await import('./vite.electron.ts')
        await buildAll(electronBundles(folder))
      }),
  },
  renderer: {
    needs: 'renderer',
    sources: ['core', 'renderer', 'host/api', 'docs/guide', 'build/vite.renderer.ts'],
    make: () => bundleInto('renderer', makeRenderer),
  },
  samples: {
    needs: 'build/samples/make.ts',
    sources: ['build/samples'],
    // They are data: drawing them anew for every other package or alias would take a quarter of a minute each time.
    aloof: true,
    make: () =>
      bundleInto('samples', (folder) => {
        run([join(root, 'build/samples/make.ts'), folder])
      }),
  },
}

/** Which targets a word on the command line stands for. The plain files come with every program that reads them. */
const words = {
  files: ['files'],
  host: ['files', 'host'],
  electron: ['electron'],
  renderer: ['renderer'],
  samples: ['samples'],
  all: ['files', 'host', 'electron', 'renderer', 'samples'],
}

/**
 * Rebuilds what is stale; answers whether everything asked for is there afterwards.
 * @param {string[]} asked
 */
export async function bundle(asked) {
  let complete = true
  for (const word of asked) {
    const names = words[/** @type {keyof typeof words} */ (word)]
    if (!names) throw new Error(`There is no target "${word}"; there are ${Object.keys(words).join(', ')}.`)
    for (const name of names) complete = (await bring(name)) && complete
  }
  return complete
}

/** @param {string} name */
async function bring(name) {
  const target = /** @type {Target} */ (targets[name])
  if (target.needs && !existsSync(join(root, target.needs))) {
    say(`${name}: nothing to build, ${target.needs} is not there.`)
    return true
  }
  const sources = target.aloof ? target.sources : [...target.sources, ...always]
  const stamp = join(out, '.stamps', name)
  if (isFresh(stamp, fingerprint(root, sources))) return true
  return whileLocked(join(out, '.stamps', `${name}.lock`), async () => {
    // Taken before building: what is edited meanwhile is stale again afterwards.
    const print = fingerprint(root, sources)
    if (isFresh(stamp, print)) return true
    rmSync(stamp, { force: true })
    const begun = Date.now()
    try {
      await target.make()
    } catch (reason) {
      say(`${name}: could not be built. ${reason instanceof Error ? reason.message : reason}`)
      return false
    }
    writeStamp(stamp, print)
    say(`${name}: built in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
    return true
  })
}

/**
 * Builds beside the old folder and then takes its place, so that nobody ever reads half of it.
 * @param {string} name
 * @param {(folder: string) => void | Promise<void>} make
 */
async function bundleInto(name, make) {
  const fresh = join(out, `.new-${name}`)
  const old = join(out, `.old-${name}`)
  rmSync(fresh, { recursive: true, force: true })
  rmSync(old, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  await make(fresh)
  if (existsSync(join(out, name))) renameSync(join(out, name), old)
  renameSync(fresh, join(out, name))
  rmSync(old, { recursive: true, force: true })
}

/** @param {import('vite').InlineConfig[]} configs */
async function buildAll(configs) {
  const { build } = await import('vite')
  // Whoever calls, a test run say, has a mode of its own; what is shipped is always the production build.
  process.env.NODE_ENV = 'production'
  for (const config of configs) await build(config)
}

/** @param {string} folder */
async function makeRenderer(folder) {
  const { audiences, checkBundle, rendererBundles } = await import('./vite.renderer.ts')
  if (audiences.length === 0) {
    say('renderer: no screens yet, there is no renderer/*/index.html.')
    return
  }
  await buildAll(rendererBundles(folder))
  await buildAll([checkBundle(folder)])
  makeCheckPage(folder)
  copyPdfjs(join(folder, 'pdfjs'))
  for (const audience of audiences) {
    renameSync(join(folder, audience, 'index.html'), join(folder, `${audience}.html`))
    rmSync(join(folder, audience), { recursive: true, force: true })
  }
}

/**
 * One file without a network: whoever gets a workbook checks it by opening this page.
 * @param {string} folder
 */
function makeCheckPage(folder) {
  const script = readFileSync(join(folder, 'check.js'), 'utf8').replaceAll('</script', '<\\/script')
  const page = readFileSync(join(root, 'renderer/check/page.html'), 'utf8')
  writeFileSync(
    join(folder, 'check.html'),
    page.replace('/*script*/', () => script),
  )
  rmSync(join(folder, 'check.js'))
}

/** What the host reads as it is: migrations, schemes and the fonts of the papers. */
function copyFiles() {
  copyFolder(join(root, 'db/migrations'), join(out, 'migrations'))
  copyFolder(join(root, 'schemes'), join(out, 'schemes'))
  const fonts = join(modules, '@embedpdf/fonts-sc/fonts')
  for (const weight of ['Regular', 'Bold']) {
    const font = `NotoSansHans-${weight}.otf`
    cpSync(join(fonts, font), join(out, 'fonts', font))
  }
  // Only a publisher's build carries the key that updates are checked by.
  const publisher = join(root, 'build/publisher.pem')
  if (existsSync(publisher)) cpSync(publisher, join(out, 'publisher.pem'))
}

/**
 * What pdf.js draws Chinese text and pictures with when a form brings no fonts of its own.
 * @param {string} folder
 */
function copyPdfjs(folder) {
  for (const part of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
    copyFolder(join(modules, 'pdfjs-dist', part), join(folder, part))
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function copyFolder(from, to) {
  rmSync(to, { recursive: true, force: true })
  if (!existsSync(from)) return
  cpSync(from, to, { recursive: true, filter: (path) => !/\.test\.ts$/.test(path) })
}

/** @param {string[]} args */
function run(args) {
  // The child's stdout joins our stderr.
  const ended = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (ended.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${ended.status ?? ended.signal}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2)
  if (!(await bundle(asked.length > 0 ? asked : ['all']))) process.exitCode = 1
}
