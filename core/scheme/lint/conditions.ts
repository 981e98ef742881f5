/** Lints of conditions, eligibility rules, materials and deadlines. */
import { lintEligibility } from '../../eligibility/lint.ts'
import { text } from '../../lang.ts'
import type { Scheme } from '../scheme.ts'
import { at, type Finding, repeated } from './finding.ts'

/** Everything wrong with what applicants must be and hand in. */
export function lintConditions(scheme: Scheme): Finding[] {
  const { conditions, materials, deadlines = [] } = scheme
  const ids = [...conditions, ...materials, ...deadlines].map(({ id }) => id)
  return [
    ...repeated(ids).map((id) =>
      at('conditions').error('repeated-id', text(`编号 ${id} 用了两次`, `The id ${id} is used twice`), id),
    ),
    ...materials.flatMap(({ id, limits }) =>
      limits?.characters && limits.characters.min > limits.characters.max
        ? [at('materials').error('bounds', text('最少字数大于最多字数', 'The minimum is above the maximum'), id)]
        : [],
    ),
    ...deadlines.flatMap(({ id, from, date }) =>
      from !== undefined && from > date
        ? [at('deadlines').error('bounds', text('起始日晚于截止日', 'It begins after it ends'), id)]
        : [],
    ),
    ...lintRules(scheme),
  ]
}

/** The rules themselves, and the rules against the list of conditions and the levels. */
function lintRules({ id, eligibility, conditions, levels, deadlines = [], materials }: Scheme): Finding[] {
  if (!eligibility) return []
  const { error, warning } = at('eligibility')
  const listed = new Set([...conditions, ...materials, ...deadlines].map((entry) => entry.id))
  const weighed = new Set(eligibility.rules.map((rule) => rule.id))
  const known = new Set(levels.map((level) => level.id))
  return [
    ...(eligibility.scheme === id
      ? []
      : [
          error(
            'wrong-scheme',
            text(`条件规则写的是方案 ${eligibility.scheme}`, `The rules are of ${eligibility.scheme}`),
          ),
        ]),
    ...lintEligibility(eligibility).map(({ where, why }) => error('eligibility', why, where)),
    ...eligibility.levels
      .filter((level) => !known.has(level))
      .map((level) => error('unknown-level', text(`没有层级“${level}”`, `There is no level "${level}"`), 'levels')),
    ...eligibility.rules
      .filter((rule) => !listed.has(rule.id))
      .map((rule) =>
        warning('unlisted-rule', text('条件清单里没有这一条', 'The list of conditions has no such entry'), rule.id),
      ),
    ...conditions
      .filter((entry) => /^[A-Z]{2}-[EU]\d+$/.test(entry.id) && !weighed.has(entry.id))
      .map((entry) =>
        warning('unweighed-condition', text('没有规则衡量这个条件', 'No rule weighs this condition'), entry.id),
      ),
  ]
}
