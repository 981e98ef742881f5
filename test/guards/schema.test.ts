// The tables a file really has after all migrations, against the ones everybody has read and agreed to.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrationsFolder } from '#db/migrate.ts'
import { openDeviceFile, openRoundFile } from '#db/open.ts'

const refresh = 'JP_REFRESH=1 npx vitest run test/guards/schema.test.ts'

test.each([
  ['round', openRoundFile],
  ['device', openDeviceFile],
] as const)('the schema of the %s file is the one on record', (kind, open) => {
  const file = open(':memory:')
  const made = file.$client
    .prepare(
      `select sql from sqlite_master where sql is not null and name not like 'sqlite_%' and name <> '__drizzle_migrations'
       order by type = 'trigger', tbl_name, type = 'index', name`,
    )
    .pluck()
    .all() as string[]
  file.$client.close()
  const schema = [
    `-- The ${kind} file after all migrations. Written by: ${refresh}`,
    ...made.map((statement) => `${statement};`),
    '',
  ].join('\n')
  const record = path.join(migrationsFolder(kind), 'schema.snapshot.sql')
  if (process.env.JP_REFRESH) writeFileSync(record, schema)
  const agreed = existsSync(record) ? readFileSync(record, 'utf8') : ''
  expect(schema, `The tables changed. If that is meant, run: ${refresh}`).toBe(agreed)
})
