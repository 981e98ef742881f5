// `npm run bench -- NAME|all [--rounds 5] [--size small|typical|stress] [--json FILE]`: speed and memory beside a peer.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { root } from './repo.mjs'

if (!(await bundle(['all']))) {
  process.exitCode = 1
} else {
  const runner = join(root, 'test', 'bench', 'run.ts')
  const ended = spawnSync(process.execPath, [runner, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  process.exitCode = ended.status ?? 1
}
