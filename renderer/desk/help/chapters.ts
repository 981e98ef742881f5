/** The user guide: one text a language, cut into chapters at its headings. */
import type { Lang } from '#core/lang.ts'
import { type Chapter, chaptersOf } from './cut.ts'

/** The guide's texts, read when somebody asks for help. */
const sources = import.meta.glob<string>('../../../docs/guide/*.md', { import: 'default', query: '?raw' })

/** The pictures that stand in the guide, by file name; a build gives them addresses of its own. */
const pictures: Record<string, string> = import.meta.glob('../../../docs/guide/pictures/*.webp', {
  eager: true,
  import: 'default',
  query: '?url',
})

/** The guide in one language. Its headings read `## Title {#id}`. */
export async function chaptersIn(lang: Lang): Promise<Chapter[]> {
  const source = (await sources[`../../../docs/guide/${lang}.md`]?.()) ?? ''
  return chaptersOf(source, (name) => pictures[`../../../docs/guide/pictures/${name}`] ?? '')
}
