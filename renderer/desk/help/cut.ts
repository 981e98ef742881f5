/** The user guide cut into chapters, and which chapter helps with which screen. */
import { marked } from 'marked'
import type { View } from '../route.ts'

export type Chapter = { id: string; title: string; html: string }

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
