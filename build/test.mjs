// `npm test`: bundles everything, runs every test, says plainly what was skipped and why, and ends with the numbers.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from '#host/doors/find-browser.ts'
import { bundle } from './bundle.mjs'
import { findElectron } from './electron-binary.mjs'
import { root, say } from './repo.mjs'

const report = join(root, 'out', '.test', 'report.json')
const summary = join(root, 'out', '.test', 'summary.txt')

process.exitCode = await test(process.argv.slice(2))

/** @param {string[]} args */
async function test(args) {
  const built = await bundle(['all'])
  const chromium = findBrowser()
  for (const sentence of absences(chromium)) say(`Skipped here: ${sentence}`)

  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const scratch = fastScratch()
  const ended = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(chromium && { JP_CHROMIUM: chromium }),
        ...(scratch && { TMPDIR: scratch }),
        // What was bundled a moment ago, for the threads of the many hosts that tests open.
        JP_WORKERS: join(root, 'out', 'host'),
        // Each test file starts a process of its own and loads the same libraries.
        NODE_COMPILE_CACHE: join(root, 'out', '.test', 'compiled'),
      },
    },
  )
  if (scratch) rmSync(scratch, { recursive: true, force: true })
  const status = ended.status ?? 1
  if (!built) say('Something could not be bundled, see the top; that counts as a failure.')
  const line = numbers()
  writeFileSync(summary, `${line}\n`)
  process.stdout.write(`${line}\n`)
  return status === 0 && !built ? 1 : status
}

/**
 * A folder in memory for the tests' stores, where the machine has plenty: every act waits for the disk, and the tests do
 * some hundred thousand. What must be tried on a disk (full, read-only, pulled out) makes its own.
 */
function fastScratch() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return null
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < 8 * 2 ** 30) return null
  const scratch = mkdtempSync(join(memory, 'jiangping-test-'))
  // PostgreSQL refuses to run as root and does so as somebody else, who must get in.
  chmodSync(scratch, 0o755)
  return scratch
}

/**
 * What this machine cannot test, one sentence each.
 * @param {string | undefined} chromium
 */
function absences(chromium) {
  const sentences = []
  if (!chromium) sentences.push('the journeys in a browser, because no Chromium was found (JP_CHROMIUM can name one).')
  if (!findElectron()) sentences.push("the journey in Electron itself, because Electron's binary is not installed.")
  return sentences
}

function numbers() {
  if (!existsSync(report)) return '0 passed, 1 failed, 0 skipped'
  const told = JSON.parse(readFileSync(report, 'utf8'))
  // A file that breaks before its first test has no failed test, and must not look like a success.
  const broken = told.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const skipped = told.numPendingTests + told.numTodoTests
  return `${told.numPassedTests} passed, ${told.numFailedTests + broken} failed, ${skipped} skipped`
}
