import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { licencesText, shippedParts, welcomeLicences } from './licences.ts'
import { packageOf } from './packages-used.ts'
import { root } from './repo.mjs'

const built = ['host', 'electron', 'renderer'].every((name) => existsSync(join(root, 'out', name, 'packages.json')))

test.each([
  ['/x/node_modules/antd/es/button.js', 'antd'],
  ['/x/node_modules/@noble/hashes/sha2.js?v=1', '@noble/hashes'],
  ['/x/node_modules/a/node_modules/@b/c/d.js', 'a/node_modules/@b/c'],
  ['C:\\x\\node_modules\\zod\\index.js', 'zod'],
  ['/x/core/scheme/scheme.ts', undefined],
])('%s belongs to %s', (module, owner) => {
  expect(packageOf(module)).toBe(owner)
})

test.skipIf(!built)('every shipped part has a licence that welcomes shipping', () => {
  const parts = shippedParts()
  expect(parts.length).toBeGreaterThan(60)
  for (const name of ['react', 'exceljs', 'better-sqlite3', 'zod', '@embedpdf/fonts-sc']) {
    expect(parts.map((part) => part.name)).toContain(name)
  }
  expect(
    parts.filter(({ licence }) => !welcomeLicences.test(licence)).map(({ name, licence }) => `${name}: ${licence}`),
  ).toEqual([])
  expect(licencesText(parts)).toContain('react')
})
