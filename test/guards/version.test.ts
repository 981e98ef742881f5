// The version the program tells, and the one it is packed under.
import { expect, test } from 'vitest'
import { manifest } from '#build/repo.mjs'
import { version } from '#host/version.ts'

test('the program knows its own version', () => {
  expect(version).toBe(manifest.version)
})
