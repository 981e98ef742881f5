/** How the files of an application become tabs. */
import { expect, it } from 'vitest'
import { type FileLike, stemOf, tabsOf, tabWith } from './tabs.ts'

const file = (sha256: string, name: string, kind: FileLike['kind'], mime = ''): FileLike => ({
  sha256,
  name,
  kind,
  mime,
  pages: null,
})

it('the form comes first, each PDF has a tab, photos share one', () => {
  const tabs = tabsOf([
    file('a', '照片/1.jpg', 'photo', 'image/jpeg'),
    file('b', '证明材料.pdf', 'pdf', 'application/pdf'),
    file('c', '照片/2.jpg', 'photo', 'image/jpeg'),
    file('d', '申报表.docx', 'form'),
    file('e', '预算.xlsx', 'sheet'),
  ])
  expect(tabs.map(({ drawing, title }) => [drawing, title])).toEqual([
    ['docx', '申报表'],
    ['pdf', '证明材料'],
    ['photos', '1'],
    ['unshown', '预算'],
  ])
  expect(tabWith(tabs, 'c')?.files.map(({ sha256 }) => sha256)).toEqual(['a', 'c'])
})

it('a file that was sent twice is shown once', () => {
  expect(tabsOf([file('a', '一.pdf', 'pdf'), file('a', '二.pdf', 'pdf')])).toHaveLength(1)
})

it('a tab carries the name without folders and ending', () => {
  expect(stemOf('材料/证明材料.pdf')).toBe('证明材料')
  expect(stemOf('2024.年.度总结.docx')).toBe('2024.年.度总结')
})
