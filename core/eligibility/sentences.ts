/** The words of a weighed condition: the fact as it is, beside what is asked for. */
import { decimal } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import type { EligibilityFact } from './known-facts.ts'
import type { Value } from './read.ts'
import type { OfFact, Weight } from './weigh.ts'

/** Clauses of one sentence. */
export function joined(parts: readonly Text[]): Text {
  const [zh, en] = [parts.map((part) => part['zh-CN']), parts.map((part) => part.en)]
  return text([...new Set(zh)].join('；'), [...new Set(en)].join('; '))
}

/** Routes of which one is enough. */
export function routes(parts: readonly Text[]): Text {
  const [zh, en] = [parts.map((part) => part['zh-CN']), parts.map((part) => part.en)]
  return text([...new Set(zh)].join('；或者'), [...new Set(en)].join('; or '))
}

/** "技能等级：高级工，低于技师". */
export function factSentence(condition: OfFact, value: Value, fact: EligibilityFact, weight: Weight): Text {
  const is = stated(fact, value)
  const against = comparison(condition, value, fact, weight)
  if (against === null) return is
  return text(`${is['zh-CN']}，${against['zh-CN']}`, `${is.en}, ${against.en}`)
}

/** A fact and its value. */
function stated({ name, type, unit }: EligibilityFact, value: Value): Text {
  const say = (zh: string, en: string) => text(`${name['zh-CN']}：${zh}`, `${name.en}: ${en}`)
  switch (value.kind) {
    case 'none':
      return type === 'yes-no' ? say('否', 'no') : say('没有', 'none')
    case 'yes-no':
      return value.value ? say('是', 'yes') : say('否', 'no')
    case 'number': {
      const number = decimal(value.value)
      return unit ? say(number + spaced(unit['zh-CN']), number + spaced(unit.en)) : say(number, number)
    }
    case 'word':
    case 'name':
      return say(value.value, value.value)
    case 'names':
      return value.value.length === 0 ? say('没有', 'none') : say(value.value.join('、'), value.value.join(', '))
    case 'contest':
      return say(`${value.level}第 ${value.place} 名`, `place ${value.place} at the level ${value.level}`)
    case 'moment':
      return say(value.value.spelling, value.value.spelling)
  }
}

/** What the value is held against; null where the value says all. */
function comparison(condition: OfFact, value: Value, { unit, words }: EligibilityFact, weight: Weight): Text | null {
  const isNone = value.kind === 'none'
  const holds = weight === 'pass'
  const zhUnit = unit === undefined ? '' : spaced(unit['zh-CN'])
  const enUnit = unit === undefined ? '' : spaced(unit.en)
  const gap = words === undefined ? ' ' : ''
  switch (condition.kind) {
    case 'is':
    case 'exists':
    case 'among':
    case 'equals':
      return null
    case 'at-least':
      return holds
        ? text(`达到${gap}${condition.bound}${zhUnit}`, `not below ${condition.bound}${enUnit}`)
        : text(`低于${gap}${condition.bound}${zhUnit}`, `below ${condition.bound}${enUnit}`)
    case 'at-most':
      if (condition.edge && value.kind === 'number' && decimal(value.value) === condition.bound) return condition.edge
      return holds
        ? text(`不超过${gap}${condition.bound}${zhUnit}`, `not above ${condition.bound}${enUnit}`)
        : text(`超过${gap}${condition.bound}${zhUnit}`, `above ${condition.bound}${enUnit}`)
    case 'none-since':
      if (isNone) return null
      return holds
        ? text(`已满 ${condition.bound}${zhUnit}`, `${condition.bound}${enUnit} are over`)
        : text(`未满 ${condition.bound}${zhUnit}`, `${condition.bound}${enUnit} are not over`)
    case 'between': {
      if (weight === 'judge' && condition.border) return condition.border.why
      const range = `${condition.from}—${condition.to}`
      return holds
        ? text(`在 ${range}${zhUnit}之内`, `within ${range}${enUnit}`)
        : text(`不在 ${range}${zhUnit}之内`, `outside ${range}${enUnit}`)
    }
    case 'title':
      if (holds) return text('在文件所列称号之内', 'among the titles listed')
      return weight === 'judge'
        ? text('不在所列称号之内，但原文列举未尽（“等”“及以上”）', 'not listed, but the list is open')
        : text('不在文件所列称号之内', 'not among the titles listed')
    case 'contest': {
      const place =
        condition.place === undefined ? text('', '') : text(`前 ${condition.place} 名`, ` place 1–${condition.place}`)
      const first = condition.place === 1 ? text('第一名', ' first place') : place
      const wanted = text(`${condition.level}及以上${first['zh-CN']}`, `${condition.level} or above${first.en}`)
      return holds
        ? text(`达到${wanted['zh-CN']}`, `meets ${wanted.en}`)
        : text(`没有达到${wanted['zh-CN']}`, `does not meet ${wanted.en}`)
    }
    case 'by': {
      const until = condition.until
      if (weight === 'incomplete') return text(`截止 ${until}，还要知道具体时间`, `due by ${until}; the hour is needed`)
      return holds
        ? text(`未超过截止时间 ${until}`, `not later than ${until}`)
        : text(`晚于截止时间 ${until}`, `later than ${until}`)
    }
    case 'awaited':
      if (isNone) return text(`须待考核评估为${condition.bound}`, `waits for an assessment of ${condition.bound}`)
      return holds
        ? text(`达到${condition.bound}`, `not below ${condition.bound}`)
        : text(`低于${condition.bound}`, `below ${condition.bound}`)
  }
}

/** A unit after its number: "49.9%", "3 人". */
function spaced(unit: string): string {
  return unit === '%' ? unit : ` ${unit}`
}

/** "测试机械有限公司，钳工：" before a sentence, of the values that are known. */
export function aboutText(values: readonly (Value | undefined)[]): Text {
  const names = values.flatMap((value) => (value?.kind === 'name' ? [value.value] : []))
  return names.length === 0 ? text('', '') : text(`${names.join('，')}：`, `${names.join(', ')}: `)
}
