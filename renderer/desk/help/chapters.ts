/** The user guide: one text a language, cut into chapters at its headings. */
import { marked } from 'marked'
import type { Lang } from '#core/lang.ts'
import type { View } from '../route.ts'

export type Chapter = { id: string; title: string; html: string }

/** The guide's texts, read when somebody asks for help. */
const sources = import.meta.glob<string>('../../../docs/guide/*.md', { import: 'default', query: '?raw' })

/** The pictures that stand in the guide, by file name; a build gives them addresses of its own. */
const pictures: Record<string, string> = import.meta.glob('../../../docs/guide/pictures/*.png', {
  eager: true,
  import: 'default',
  query: '?url',
})

/** The guide in one language. Its headings read `## Title {#id}`. */
export async function chaptersIn(lang: Lang): Promise<Chapter[]> {
  const source = (await sources[`../../../docs/guide/${lang}.md`]?.()) ?? ''
  return chaptersOf(source, (name) => pictures[`../../../docs/guide/pictures/${name}`] ?? '')
}

/** Cuts a guide into chapters and makes pages of them. */
export function chaptersOf(source: string, addressOf: (picture: string) => string): Chapter[] {
  return source
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      const [, title = heading, id = ''] = /^(.*?)\s*\{#([\w-]+)\}\s*$/.exec(heading) ?? []
      const text = lines.join('\n').replace(/\]\(pictures\/([\w.-]+)\)/g, (_, name: string) => `](${addressOf(name)})`)
      return { id, title, html: marked.parse(text, { async: false }) }
    })
}

/** The chapter that helps with a screen. */
export const chapterFor: Partial<Record<View | 'rounds' | 'new-round' | 'device', string>> = {
  rounds: 'begin',
  'new-round': 'new-round',
  import: 'import',
  'material-check': 'check',
  packet: 'check',
  panel: 'panel',
  recusal: 'recusal',
  choices: 'choices',
  seats: 'seats',
  reading: 'scoring',
  visit: 'visit',
  deliberation: 'deliberation',
  vote: 'vote',
  result: 'result',
  export: 'signing',
  ledger: 'verify',
  device: 'trouble',
}
