// `npm run package -- --deb-browser`: a Debian package with the browser shell, for where Electron cannot be had.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findOnPath, manifest, projectNode, root, say } from './repo.mjs'

const home = 'usr/lib/jiangping'

const launcher = `#!/bin/sh
# Without a word: open the window. With words: the command line.
here=$(dirname "$(readlink -f "$0")")
[ $# -eq 0 ] && set -- open
exec "$here/node" "$here/out/host/cli.js" "$@"
`

const entry = `[Desktop Entry]
Type=Application
Name=匠评
Name[en]=Jiangping
Comment=技能大师工作室评审
Comment[en]=Review panels for skill-master workshops
Exec=jiangping open %f
Icon=jiangping
Terminal=false
Categories=Office;
MimeType=application/x-jiangping-archive;
StartupWMClass=jiangping
`

const mime = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-jiangping-archive">
    <comment>Jiangping archive</comment>
    <comment xml:lang="zh_CN">匠评评分包</comment>
    <glob pattern="*.jpa"/>
  </mime-type>
</mime-info>
`

const control = `Package: jiangping
Version: ${manifest.version}
Architecture: amd64
Maintainer: ${manifest.author}
Section: misc
Priority: optional
Depends: libc6, libstdc++6
Recommends: chromium | google-chrome-stable | microsoft-edge-stable, fonts-noto-cjk
Description: offline review panels for skill-master workshops
 From the applicants' packets to a workbook that anybody can check. The screens open in a browser of this
 computer; nothing is sent anywhere. Data lies in ~/Jiangping and stays when the package is removed.
`

/**
 * Writes the package into `folder` and answers its path; undefined, with a sentence, where it cannot be made.
 * @param {string} folder
 * @param {{ compression?: 'xz' | 'none' }} [options] xz is what every dpkg in use understands.
 */
export function makeBrowserDeb(folder, { compression = 'xz' } = {}) {
  const node = projectNode()
  if (process.platform !== 'linux' || process.arch !== 'x64' || !node || !existsSync(node)) {
    say("The Debian package with the browser shell is made on Linux x64, with the project's own Node installed.")
    return undefined
  }
  const dpkg = findOnPath(['dpkg-deb'])
  if (!dpkg) {
    say('dpkg-deb is missing; on Debian it belongs to the package dpkg.')
    return undefined
  }
  const tree = mkdtempSync(join(tmpdir(), 'jiangping-deb-'))
  try {
    fill(tree, node)
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `jiangping_${manifest.version}_amd64.deb`)
    const ended = spawnSync(dpkg, ['--build', '--root-owner-group', `-Z${compression}`, tree, file], {
      stdio: ['ignore', 2, 2],
    })
    return ended.status === 0 ? file : undefined
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

/**
 * @param {string} tree
 * @param {string} node
 */
function fill(tree, node) {
  const put = (/** @type {string} */ path, /** @type {string} */ content, mode = 0o644) => {
    mkdirSync(join(tree, dirname(path)), { recursive: true })
    writeFileSync(join(tree, path), content)
    chmodSync(join(tree, path), mode)
  }
  const copy = (/** @type {string} */ from, /** @type {string} */ to) =>
    cpSync(join(root, from), join(tree, to), {
      recursive: true,
      filter: (path) => !/\.(map|md|mts|cts)$|\.d\.ts$/.test(path),
    })

  put('DEBIAN/control', control)
  put(`${home}/jiangping`, launcher, 0o755)
  put(`${home}/package.json`, JSON.stringify({ name: 'jiangping', version: manifest.version, type: 'module' }))
  cpSync(node, join(tree, home, 'node'))
  chmodSync(join(tree, home, 'node'), 0o755)
  for (const part of ['host', 'renderer', 'migrations', 'schemes', 'fonts', 'samples'])
    copy(`out/${part}`, `${home}/out/${part}`)
  for (const part of ['package.json', 'lib', 'prebuilds/linux-x64.node']) {
    copy(`node_modules/better-sqlite3/${part}`, `${home}/node_modules/better-sqlite3/${part}`)
  }
  for (const part of ['canvas', 'canvas-linux-x64-gnu'])
    copy(`node_modules/@napi-rs/${part}`, `${home}/node_modules/@napi-rs/${part}`)
  put('usr/share/applications/jiangping.desktop', entry)
  put('usr/share/mime/packages/jiangping.xml', mime)
  copy('build/icon.png', 'usr/share/icons/hicolor/512x512/apps/jiangping.png')
  copy('out/licences.txt', 'usr/share/doc/jiangping/copyright')
  mkdirSync(join(tree, 'usr/bin'), { recursive: true })
  symlinkSync('../lib/jiangping/jiangping', join(tree, 'usr/bin/jiangping'))
}
