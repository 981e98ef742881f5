import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chapterFor, chaptersOf } from './cut.ts'

const guide = (lang: string) =>
  chaptersOf(
    readFileSync(path.join(import.meta.dirname, '../../../docs/guide', `${lang}.md`), 'utf8'),
    (name) => `/${name}`,
  )

test('both languages have the same chapters, and every screen finds its own', () => {
  const ids = guide('zh-CN').map(({ id }) => id)
  expect(guide('en').map(({ id }) => id)).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const chapter of Object.values(chapterFor)) expect(ids).toContain(chapter)
})

test('a chapter is a page: title apart, pictures where the build put them, tables', () => {
  const [begin] = guide('zh-CN')
  expect(begin?.title).toBe('第一次打开')
  expect(begin?.html).toContain('<img src="/round.zh-CN.webp"')
  expect(guide('en').find(({ id }) => id === 'trouble')?.html).toContain('<table>')
  for (const { title, html } of [...guide('zh-CN'), ...guide('en')]) {
    expect(title).not.toContain('{')
    expect(html.length).toBeGreaterThan(60)
  }
})
