/** The list of refusals is one list: no room's sentence takes another's place. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalCodes } from './refusal.ts'

test('every code stands in one place', async () => {
  const folder = new URL('refusals/', import.meta.url)
  const parts = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)))
  const codes = parts.flatMap((part) => Object.values(part as Record<string, object>).flatMap(Object.keys))
  expect(codes.toSorted()).toEqual([...refusalCodes].toSorted())
})
