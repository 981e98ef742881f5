// Each arrow between rooms, by one import that breaks it and one that keeps it.
import { expect, test } from 'vitest'
import { allBreaches, breachesIn, importsOf, roomOf, sourceFiles } from '#build/arrows.ts'

const caught: [rule: string, file: string, code: string][] = [
  ['core imports nothing but core', 'core/rank/rank.ts', `import { open } from '#db/open.ts'`],
  ['core knows no schemes', 'core/rank/rank.ts', `import type { S } from '#schemes/luzhou-2025/scheme.ts'`],
  ['core runs without Node', 'core/rank/rank.ts', `import { readFileSync } from 'node:fs'`],
  ['core runs without Node, old names too', 'core/rank/rank.ts', `import { join } from 'path'`],
  ['schemes are data and import no package', 'schemes/luzhou-2025/scheme.ts', `import { z } from 'zod'`],
  ['schemes are data and import no room', 'schemes/luzhou-2025/scheme.ts', `import type { S } from '#core/s.ts'`],
  ['db imports core only', 'db/queries/marks.ts', `import { act } from '#host/acts/act.ts'`],
  ['db knows no schemes', 'db/queries/marks.ts', `import { s } from '#schemes/s.ts'`],
  ['host knows no screens', 'host/acts/cast-vote.ts', `import { Desk } from '#renderer/desk/desk.tsx'`],
  ['host knows no Electron', 'host/doors/process.ts', `import { app } from 'electron'`],
  ['host knows no Electron, not even its types', 'host/doors/process.ts', `import type { App } from 'electron'`],
  ['host writes no SQL', 'host/acts/cast-vote.ts', `import { sql } from 'drizzle-orm'`],
  ['host opens no database', 'host/acts/cast-vote.ts', `import Database from 'better-sqlite3'`],
  ['host opens no database by way of Node', 'host/acts/cast-vote.ts', `import { DatabaseSync } from 'node:sqlite'`],
  ['electron calls no acts', 'electron/main.ts', `import { castVote } from '#host/acts/cast-vote.ts'`],
  ['electron goes through the host', 'electron/main.ts', `import { open } from '#db/open.ts'`],
  ['electron draws no screens', 'electron/main.ts', `import { createRoot } from 'react-dom/client'`],
  ['renderer has the contract as types only', 'renderer/desk/desk.tsx', `import { desk } from '#host/api/desk.ts'`],
  ['an inline type still loads the module', 'renderer/kit/act.ts', `import { type Desk } from '#host/api/desk.ts'`],
  ['renderer sees the contract, not the acts', 'renderer/desk/desk.tsx', `import type { A } from '#host/acts/a.ts'`],
  ['renderer runs without Node', 'renderer/kit/act.ts', `import { Buffer } from 'node:buffer'`],
  ['renderer knows no Electron', 'renderer/kit/act.ts', `import { ipcRenderer } from 'electron'`],
  ['renderer knows no database', 'renderer/kit/act.ts', `import { open } from '#db/open.ts'`],
  ['React stays in the screens', 'host/papers/sheet.ts', `import { renderToString } from 'react-dom/server'`],
  ['stores of the screens stay there', 'core/round/drafts.ts', `import { create } from 'zustand'`],
  ['build imports no room', 'build/vite.host.ts', `import { rank } from '#core/rank/rank.ts'`],
  ['samples import core only', 'build/samples/make.ts', `import { open } from '#db/open.ts'`],
  ['root configs import no room', 'vitest.config.ts', `import { x } from './test/helpers/chromium.ts'`],
  ['migrate runs in one place', 'db/open.ts', `import { migrate } from 'drizzle-orm/better-sqlite3/migrator'`],
  ['relative imports stay in the room', 'host/acts/cast-vote.ts', `import { rank } from '../../core/rank/rank.ts'`],
  ['a re-export is an import', 'core/index.ts', `export * from '#db/open.ts'`],
  ['a named re-export is an import', 'core/index.ts', `export { open } from '#db/open.ts'`],
  ['a lazy import is an import', 'core/rank/rank.ts', `const db = await import('#db/open.ts')`],
  ['a type in passing is an import', 'core/rank/rank.ts', `let db: import('#db/open.ts').Db`],
  ['require is an import', 'core/rank/rank.ts', `const fs = require('node:fs')`],
  ['a computed import cannot be checked', 'host/acts/cast-vote.ts', 'const x = await import(name)'],
  ['a room must exist', 'host/acts/cast-vote.ts', `import { x } from '#utils/x.ts'`],
  ['sources import no tests', 'host/acts/cast-vote.ts', `import { x } from './cast-vote.test.ts'`],
]

test.each(caught)('%s', (_rule, file, code) => {
  expect(breachesIn(file, code)).toHaveLength(1)
})

const allowed: [file: string, code: string][] = [
  ['core/rank/rank.ts', `import { add } from '../exact/exact.ts'\nimport Fraction from 'fraction.js'`],
  ['schemes/luzhou-2025/scheme.ts', `import { levels } from './levels.ts'`],
  ['db/queries/marks.ts', `import { eq } from 'drizzle-orm'\nimport type { Mark } from '#core/rubric/mark.ts'`],
  ['db/migrate.ts', `import { migrate } from 'drizzle-orm/better-sqlite3/migrator'`],
  [
    'host/acts/cast-vote.ts',
    `import { o } from '#db/open.ts'\nimport s from '#schemes/s.ts'\nimport fs from 'node:fs'`,
  ],
  ['electron/main.ts', `import { app } from 'electron'\nimport { serveOnPort } from '#host/doors/process.ts'`],
  ['electron/main.ts', `import type { Desk } from '#host/api/desk.ts'`],
  [
    'renderer/desk/desk.tsx',
    `import type { Desk } from '#host/api/desk.ts'\nimport { rank } from '#core/rank/rank.ts'`,
  ],
  ['renderer/desk/desk.tsx', `import { Button } from 'antd'\nconst chart = import('echarts/core')`],
  ['build/samples/make.ts', `import { rank } from '#core/rank/rank.ts'`],
  ['core/rank/rank.test.ts', `import { round } from '#test/round.ts'\nimport { readFileSync } from 'node:fs'`],
  ['test/journeys/vote.test.ts', `import { open } from '#db/open.ts'\nimport { Desk } from '#renderer/desk/desk.tsx'`],
]

test.each(allowed)('%s may hold %j', (file, code) => {
  expect(breachesIn(file, code)).toEqual([])
})

test('a name inside a comment or a text is no import', () => {
  const code = `// import { open } from '#db/open.ts'\nconst words = "import x from 'electron'"\n`
  expect(importsOf('core/a.ts', code)).toEqual([])
})

test('a breach names its line', () => {
  expect(breachesIn('core/a.ts', `const a = 1\n\nimport 'node:fs'\n`)).toMatchObject([{ file: 'core/a.ts', line: 3 }])
})

test('a test beside its source counts as a test, samples as a room apart', () => {
  expect([roomOf('core/a.test.ts'), roomOf('build/samples/make.ts'), roomOf('build/arrows.ts')]).toEqual([
    'test',
    'samples',
    'build',
  ])
})

test('the guard sees the sources of this repository, and not what is built or installed', () => {
  const files = sourceFiles()
  expect(files).toContain('core/refusal.ts')
  expect(files).toContain('build/arrows.ts')
  expect(files.filter((file) => /^(node_modules|out)\//.test(file))).toEqual([])
})

test('every import in this repository keeps the arrows', () => {
  expect(allBreaches()).toEqual([])
})
