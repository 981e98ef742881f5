/** Schemes and their lint as lines for people at the command line. */
import { type Lang, type Text, text } from '#core/lang.ts'
import type { SchemeCheck, SchemeSummary } from '../api/shapes.ts'

const clean = text('没有发现问题', 'nothing found')
const severities = { error: text('错误', 'error'), warning: text('提醒', 'warning') }

/** Each scheme: its activities, how much of it is encoded, what is left with the reason, and the lint. */
export function schemeLines(list: readonly SchemeSummary[], lang: Lang): string[] {
  return list.flatMap(({ id, version, title, number, activities, coverage, lint }) => {
    const { clauses, encoded, rest } = coverage
    const say = (words: Text) => words[lang]
    const counted = say(text(`${clauses} 条中编入 ${encoded} 条`, `${encoded} of ${clauses} articles encoded`))
    const found = say(
      text(`错误 ${lint.errors}，提醒 ${lint.warnings}`, `${lint.errors} errors, ${lint.warnings} warnings`),
    )
    return [
      `${id} v${version}  ${say(title)}  ${number}`,
      `  ${activities.map(({ name }) => say(name)).join(' · ')}`,
      `  ${counted}；${lint.findings.length === 0 ? say(clean) : found}`,
      ...rest.map(({ clause, gist, why }) => `    ${clause}  ${say(gist)}：${say(why)}`),
    ]
  })
}

/** Each finding with its place and reason. */
export function findingLines({ findings }: SchemeCheck, lang: Lang): string[] {
  if (findings.length === 0) return [clean[lang]]
  return findings.map(({ severity, where, why }) => `${severities[severity][lang]}  ${where}  ${why[lang]}`)
}
