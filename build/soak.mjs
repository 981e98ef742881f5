// `npm run soak -- NAME`: one of the long trials in test/soak, at its full length.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { root, say } from './repo.mjs'

const [name, ...args] = process.argv.slice(2)
const folder = join(root, 'test', 'soak')
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.slice(0, -3))
  : []

if (!name || !names.includes(name)) {
  const known = names.length > 0 ? `there are: ${names.join(', ')}` : 'there are none yet in test/soak'
  say(name ? `There is no soak trial "${name}"; ${known}.` : `Name a soak trial; ${known}.`)
  process.exitCode = 2
} else if (!(await bundle(['all']))) {
  process.exitCode = 1
} else {
  const ended = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, JP_SOAK: 'full' },
  })
  process.exitCode = ended.status ?? 1
}
