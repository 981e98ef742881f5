/** What people write into a form, understood: identity numbers, phones, dates, areas, money, levels. Exact, never floats. */

/** A value understood, or the name of what is wrong with it. */
export type Understood<T> = { readonly value: T } | { readonly wrong: string }

const narrow = (words: string) => words.normalize('NFKC').trim()

export type Identity = { readonly number: string; readonly birth: string; readonly sex: '男' | '女' }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** A citizen's identity number (GB 11643): 18 places, a day of birth, a check digit. */
export function readIdentity(words: string): Understood<Identity> {
  const number = narrow(words).replaceAll(/[\s-]/g, '').toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return { wrong: 'identity-length' }
  const birth = isoDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
  if (!birth) return { wrong: 'identity-birth' }
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  if (checkDigits[sum % 11] !== number[17]) return { wrong: 'identity-checksum' }
  return { value: { number, birth, sex: Number(number[16]) % 2 === 1 ? '男' : '女' } }
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** One or several phone numbers, mobile or fixed, with area code and extension. */
export function readPhones(words: string): Understood<readonly string[]> {
  const numbers = narrow(words)
    .split(/[、,;/或\n]|\s{2,}/)
    .map((one) => one.replaceAll(/[\s()]/g, '').replace(/^\+?86-?/, ''))
    .filter(Boolean)
  const isPhone = (one: string) =>
    /^1[3-9]\d-?\d{4}-?\d{4}$/.test(one) ||
    /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6}|转\d{1,6})?$/.test(one) ||
    isTestPhone(one)
  return numbers.length > 0 && numbers.every(isPhone) ? { value: numbers } : { wrong: 'phone' }
}

/** Invented numbers for samples: 0991-0000101. */
const isTestPhone = (one: string) => /^0\d{2,3}-?0{3}\d{4}$/.test(one)

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** Chinese numerals of a date or a small count as digits: 二〇二六 → 2026, 十二 → 12, 三十一 → 31. */
function plainDigits(words: string): string {
  return words
    .replaceAll(/[一二三四五六七八九]?十[一二三四五六七八九]?/g, (tens) => {
      const [before = '', after = ''] = tens.split('十')
      return `${chineseDigits[before] ?? '1'}${chineseDigits[after] ?? '0'}`
    })
    .replaceAll(/[〇零○一二三四五六七八九]/g, (digit) => chineseDigits[digit] ?? digit)
}

export type PlainDate = { readonly year: number; readonly month: number | null; readonly day: number | null }

const dateSpellings = [
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})年(\d{1,2})月?份?$/,
  /^(\d{4})年?$/,
  /^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})$/,
  /^(\d{4})[.\-/](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
]

/** A date in any usual Chinese spelling; month and day may be missing where the form asks for less. */
export function readDate(words: string): Understood<PlainDate> {
  const plain = plainDigits(narrow(words).replaceAll(/\s/g, '')).replace(/[起至今。.]+$/, '')
  for (const spelling of dateSpellings) {
    const found = spelling.exec(plain)
    if (!found) continue
    const [year = 0, month, day] = found.slice(1).map(Number)
    if (!isoDay(year, month ?? 1, day ?? 1)) return { wrong: 'date' }
    return { value: { year, month: month ?? null, day: day ?? null } }
  }
  return { wrong: 'date' }
}

/** A decimal without separators and superfluous zeros, or null. */
function decimal(words: string): string | null {
  const plain = words.replaceAll(/[,\s]/g, '')
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return null
  const [whole = '0', part = ''] = plain.split('.')
  const digits = part.replace(/0+$/, '')
  return whole.replace(/^0+(?=\d)/, '') + (digits ? `.${digits}` : '')
}

/** An area in square metres: 86.5平方米, 28㎡, 约30平米, a bare number. */
export function readArea(words: string): Understood<string> {
  const plain = plainDigits(narrow(words).replaceAll(/\s/g, ''))
  const [, number = '', unit] = /^约?([\d,.]+)(余?)(?:平方米|平米|平方|平|m2|m²|㎡|M2)?左?右?$/i.exec(plain) ?? []
  const value = unit === '' ? decimal(number) : null
  return value === null ? { wrong: 'area' } : { value }
}

/** An amount in 万元: 12万元, 120000元, ￥120,000, 12.5万. A bare number is refused: nobody knows its unit. */
export function readMoney(words: string): Understood<string> {
  const plain = narrow(words).replaceAll(/\s/g, '')
  const [, sign, number = '', ten, yuan] = /^(¥|人民币)?约?([\d,.]+)(万)?(元整?)?$/.exec(plain) ?? []
  const value = decimal(number)
  if (value === null || (!sign && !ten && !yuan)) return { wrong: 'money' }
  return { value: ten ? value : tenThousandth(value) }
}

/** Moves the point four places to the left. */
function tenThousandth(value: string): string {
  const [whole = '0', part = ''] = value.split('.')
  const digits = whole.padStart(5, '0')
  return decimal(`${digits.slice(0, -4)}.${(digits.slice(-4) + part).slice(0, 6)}`) ?? value
}

export const skillLevels = ['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'] as const
export type SkillLevel = (typeof skillLevels)[number]

/** The five grades of the national qualification, which a certificate names beside the level or instead of it. */
const grades: readonly (readonly [RegExp, SkillLevel])[] = [
  [/(?:^|[^特])(?:一|1)级/, '高级技师'],
  [/(?:二|2)级/, '技师'],
  [/(?:三|3)级/, '高级工'],
  [/(?:四|4)级/, '中级工'],
  [/(?:五|5)级/, '初级工'],
]

/** A skill level in words or grades: 焊工高级技师, 高级技师/一级, 国家职业资格二级. Words and grade must agree. */
export function readLevel(words: string): Understood<SkillLevel> {
  const plain = narrow(words).replaceAll(/\s/g, '')
  const named = skillLevels.toReversed().find((level) => plain.includes(level))
  const graded = grades.find(([grade]) => grade.test(plain))?.[1]
  const value = named ?? graded
  if (!value) return { wrong: 'level' }
  return named && graded && named !== graded ? { wrong: 'level-conflict' } : { value }
}

/** 男 or 女. */
export function readSex(words: string): Understood<'男' | '女'> {
  const [, value] = /^(男|女)性?$/.exec(narrow(words)) ?? []
  return value === '男' || value === '女' ? { value } : { wrong: 'sex' }
}

/** A whole number, with or without its unit: 35, 35岁, 6人. */
export function readCount(words: string): Understood<number> {
  const [, value] = /^(\d{1,6})[岁人名个次项]?$/.exec(plainDigits(narrow(words).replaceAll(/\s/g, ''))) ?? []
  return value === undefined ? { wrong: 'count' } : { value: Number(value) }
}

export function readEmail(words: string): Understood<string> {
  const plain = narrow(words)
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? { value: plain } : { wrong: 'email' }
}
