/** The published JSON Schema of scheme files is the one the program parses by. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { schemeSchema } from '#core/scheme/scheme.ts'

const record = path.join(import.meta.dirname, '../../schemes/scheme.schema.json')

test('schemes/scheme.schema.json is generated from the parser', () => {
  const now = z.toJSONSchema(schemeSchema, { io: 'input' })
  if (process.env.JP_REFRESH) writeFileSync(record, `${JSON.stringify(now, null, 1)}\n`)
  const published = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : null
  expect(
    published,
    'The scheme language changed: JP_REFRESH=1 npx vitest run test/guards/scheme-schema.test.ts',
  ).toEqual(JSON.parse(JSON.stringify(now)))
})
