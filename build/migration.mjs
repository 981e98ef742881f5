// `npm run migration -- round|device NAME`: writes the next migration from what the schema says now.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, say } from './repo.mjs'

const [kind, name] = process.argv.slice(2)
if ((kind !== 'round' && kind !== 'device') || !name) {
  say('npm run migration -- round|device NAME, for example: npm run migration -- round seal-votes')
  process.exitCode = 2
} else {
  const config = join('db', `drizzle.${kind}.config.ts`)
  const kit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs')
  const ended = spawnSync(process.execPath, [kit, 'generate', `--config=${config}`, `--name=${name}`], {
    cwd: root,
    stdio: ['inherit', 2, 2],
  })
  process.exitCode = ended.status ?? 1
}
