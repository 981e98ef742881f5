// What goes into the installed program, and how it is locked. Every line here has been tripped over once.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { manifest } from './repo.mjs'

/** electron-builder's numbers for processors, as its hooks report them. */
const archNames = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

// Fonts alone are 17 MB; beyond this something was packed that does not belong.
const largestAsarBytes = 120 * 1024 * 1024

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'cn.jiangping.panel',
  productName: 'Jiangping',
  executableName: 'jiangping',
  copyright: '匠评 Jiangping',
  directories: { output: process.env.JP_RELEASE ?? 'release', buildResources: 'build' },
  electronVersion: manifest.devDependencies.electron,
  // A folder to take Electron from instead of downloading it.
  electronDist: process.env.JP_ELECTRON_DIST,
  // The native parts come ready made for every platform; a rebuild would need Python and a compiler.
  npmRebuild: false,
  nodeGypRebuild: false,
  // No update server: nothing in an offline program may look for one.
  publish: null,
  electronLanguages: ['zh-CN', 'en-US'],
  // Left to itself it would move all JavaScript of better-sqlite3 out of the sealed archive.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  files: filesFor(),
  extraFiles: [{ from: 'out/licences.txt', to: 'LICENCES.txt' }],
  // A double click on a bundle of marks opens the program, which says what is in it before taking anything.
  fileAssociations: [{ ext: 'jpa', name: '匠评评分包', description: '匠评评分包', role: 'Viewer' }],
  linux: {
    files: filesFor('linux'),
    target: ['AppImage', 'deb'],
    category: 'Office',
    maintainer: manifest.author,
    mimeTypes: ['application/x-jiangping-archive'],
  },
  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
  },
  mac: {
    files: filesFor('darwin'),
    target: [{ target: 'dmg', arch: ['universal'] }],
    category: 'public.app-category.business',
    // Both processors' native parts lie in one program; each machine loads its own.
    x64ArchFiles: '**/*.node',
    singleArchFiles: '**/*.node',
  },
  nsis: {
    oneClick: false,
    // Office people have no administrator rights.
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    language: '2052',
    differentialPackage: false,
    shortcutName: '匠评',
    // The rounds are the bureau's records: removing the program leaves them.
    deleteAppDataOnUninstall: false,
  },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: checkPacked,
}

/**
 * The files of one platform. A list of negations alone would imply everything, so each begins with what is wanted;
 * and `${platform}` would mean the machine that builds, so the platform is written out.
 * @param {'linux' | 'win32' | 'darwin'} [platform]
 */
function filesFor(platform) {
  const common = [
    'out/{electron,host,renderer,migrations,schemes,fonts,samples}/**',
    'out/publisher.pem',
    'package.json',
    '!**/*.{map,ts,mts,cts,md}',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/node-addon-api/**',
    '!node_modules/node-{linux,win}-x64/**',
  ]
  if (!platform) return common
  // electron-builder fills in ${arch}.
  return [...common, `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`]
}

/**
 * Refuses a package with a missing or a foreign native part: it would start nowhere, and say so only there.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function checkPacked(context) {
  const platform = context.electronPlatformName
  const arch = archNames[context.arch] ?? ''
  const resources = join(context.appOutDir, 'resources')
  const unpacked = join(resources, 'app.asar.unpacked')
  const native = existsSync(unpacked)
    ? readdirSync(unpacked, { recursive: true })
        .map((path) => String(path).replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.node'))
    : []

  const sqlite = native.filter((path) => path.includes('/better-sqlite3/'))
  if (sqlite.length !== 1 || !sqlite[0]?.endsWith(`/${platform}-${arch}.node`)) {
    throw new Error(`The package must hold SQLite for ${platform}-${arch} and no other; it holds: ${list(sqlite)}.`)
  }
  const canvas = native.filter((path) => path.includes('/@napi-rs/canvas'))
  if (canvas.length !== 1 || !canvas[0]?.includes(`canvas-${platform}-${arch}`)) {
    throw new Error(
      `The package must hold the canvas for ${platform}-${arch} and no other; it holds: ${list(canvas)}. ` +
        `Build on that system, or install its packages first: npm ci --ignore-scripts --os=${platform} --cpu=${arch}`,
    )
  }
  const bytes = statSync(join(resources, 'app.asar')).size
  if (bytes > largestAsarBytes)
    throw new Error(`app.asar has ${bytes} bytes; something was packed that does not belong.`)
}

/** @param {string[]} paths */
function list(paths) {
  return paths.length > 0 ? paths.join(', ') : 'none'
}
