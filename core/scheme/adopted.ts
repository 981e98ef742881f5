/** The values of a scheme that an organiser may change: those that are adopted, each with its place and kind. */
import { type Text, text } from '../lang.ts'
import type { Origin } from './origin.ts'
import type { ItemRule, Rubric, RubricItem } from './rubric.ts'
import type { Scheme } from './scheme.ts'

export type Place = readonly (string | number)[]

/** `decimal` and `count` are numbers of the scheme, `words` a text in both languages, `template` one line. */
export type AdoptedValue = {
  readonly group: Text
  readonly label: Text
  readonly place: Place
  readonly kind: 'decimal' | 'count' | 'parity' | 'words' | 'template'
}

const isAdopted = (origin: Origin) => origin.source === 'adopted'

/** Every value that may be changed, in the order of the page. */
export function adoptedValues(scheme: Scheme): AdoptedValue[] {
  return [
    ...(isAdopted(scheme.naming.origin)
      ? [
          {
            group: text('命名', 'Naming'),
            label: text('命名办法', 'Template'),
            place: ['naming', 'template'],
            kind: 'template' as const,
          },
        ]
      : []),
    ...scheme.activities.flatMap(({ name, panel }, index) =>
      isAdopted(panel.origin)
        ? [
            {
              group: name,
              label: text('专家组最少人数', 'Smallest panel'),
              place: ['activities', index, 'panel', 'minimum'],
              kind: 'count' as const,
            },
            {
              group: name,
              label: text('专家组单双数', 'Parity of the panel'),
              place: ['activities', index, 'panel', 'parity'],
              kind: 'parity' as const,
            },
          ]
        : [],
    ),
    ...scheme.rubrics.flatMap((rubric, index) => rubricValues(rubric, ['rubrics', index])),
  ]
}

function rubricValues(rubric: Rubric, at: Place): AdoptedValue[] {
  const group = rubric.title
  const items = isAdopted(rubric.origin)
    ? rubric.blocks.flatMap(({ items: list }, b) =>
        list.flatMap((item, i) => itemValues(rubric, item, [...at, 'blocks', b, 'items', i])),
      )
    : []
  const grades = rubric.grades.flatMap(({ name, from, origin }, index) =>
    isAdopted(origin) && from !== '0'
      ? [
          {
            group,
            label: text(`“${name['zh-CN']}”的最低分`, `Lowest points of "${name.en}"`),
            place: [...at, 'grades', index, 'from'],
            kind: 'decimal' as const,
          },
        ]
      : [],
  )
  return [...items, ...grades]
}

function itemValues({ title: group, facts }: Rubric, item: RubricItem, at: Place): AdoptedValue[] {
  const named = (key: string) => facts.find((fact) => fact.key === key)?.name ?? text(key, key)
  const of = (zh: string, en: string, place: Place, kind: AdoptedValue['kind']): AdoptedValue => ({
    group,
    label: text(`${item.id} ${zh}`, `${item.id} ${en}`),
    place: [...at, ...place],
    kind,
  })
  return [
    of('项目', 'item', ['name'], 'words'),
    of('分值', 'points', ['max'], 'decimal'),
    of('评分标准', 'criterion', ['criterion'], 'words'),
    ...ruleNumbers(item.rule, named).map(([zh, en, place]) => of(zh, en, ['rule', ...place], 'decimal')),
  ]
}

function ruleNumbers(rule: ItemRule, named: (key: string) => Text): [zh: string, en: string, place: Place][] {
  switch (rule.kind) {
    case 'shortfall':
      return [
        ['达到多少得满分', 'full points from', ['target']],
        ['每少多少', 'for each missing', ['unit']],
        ['扣多少分', 'deducted', ['deduct']],
      ]
    case 'standard-or-judgement':
      return [['达到多少得满分', 'full points from', ['target']]]
    case 'fixed-deductions':
      return rule.parts.map(({ fact }, index) => [
        `没有“${named(fact)['zh-CN']}”扣`,
        `off without: ${named(fact).en}`,
        ['parts', index, 'deduct'],
      ])
    case 'per-head':
      return rule.parts.map(({ fact }, index) => [
        `“${named(fact)['zh-CN']}”每个得`,
        `for each of: ${named(fact).en}`,
        ['parts', index, 'each'],
      ])
    default:
      return []
  }
}

/** What stands at a place. */
export function valueAt(scheme: Scheme, place: Place): unknown {
  return place.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)?.[step], scheme)
}

/** The scheme with another value at a place; what is around it is copied, nothing is changed in place. */
export function withValue(scheme: Scheme, place: Place, value: unknown): Scheme {
  return put(scheme, place, value) as Scheme
}

function put(whole: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(whole)) return whole.map((entry, index) => (index === step ? put(entry, rest, value) : entry))
  const record = whole as Record<string | number, unknown>
  return { ...record, [step]: put(record[step], rest, value) }
}
