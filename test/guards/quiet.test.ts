// An offline program reports to nobody: no crash reports, no updates, no analytics, no addresses to call.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '#build/arrows.ts'
import { manifest, root } from '#build/repo.mjs'

const shipped = sourceFiles().filter(
  (file) => /^(core|db|host|electron|renderer)\//.test(file) && !/\.test\.tsx?$/.test(file),
)
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('nothing shipped reports crashes, looks for updates or counts people', () => {
  expect(shipped.length).toBeGreaterThan(200)
  const talkers = /crashReporter|autoUpdater|electron-updater|sendBeacon|google-analytics|\bsentry/i
  expect(shipped.filter((file) => talkers.test(read(file)))).toEqual([])
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(packages.filter((name) => /updater|sentry|analytics|telemetry/.test(name))).toEqual([])
})

test('the only addresses in what is shipped are names of formats and this computer', () => {
  const known = [
    /^https?:\/\/(192\.0\.2\.\d+|127\.0\.0\.1|localhost|\$\{|\[)/,
    // Names of XML vocabularies and schemas look like addresses and are never called.
    /^http:\/\/(schemas\.|www\.w3\.org|purl\.|uri\.etsi\.org|www\.freedesktop\.org)/,
    /^https?:\/\/(json-schema\.org|[\w.-]+\.(invalid|example|test))/,
  ]
  const strangers = shipped.flatMap((file) =>
    [...read(file).matchAll(/https?:\/\/[^\s'"`)]+/g)]
      .map(([address]) => address)
      .filter((address) => !known.some((pattern) => pattern.test(address)))
      .map((address) => `${file}: ${address}`),
  )
  expect(strangers).toEqual([])
})
