// `npm run -s jp -- …`: the command-line door, after bringing its bundle up to date.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { root, say } from './repo.mjs'

const args = process.argv.slice(2)
const door = join(root, 'out', 'host', 'cli.js')

const asked = ['host']
// The demonstration reads the sample packets, and `serve` hands the screens to a browser.
if (args.includes('demo')) asked.push('samples')
if (args.includes('serve')) asked.push('renderer')

if (!(await bundle(asked)) || !existsSync(door)) {
  say('The command line cannot start: its bundle could not be built, see above.')
  process.exit(1)
}
// In the same process, as if it had been called directly: its exit code, stdin and signals stay its own.
process.argv = [process.execPath, door, ...args]
await import(pathToFileURL(door).href)
