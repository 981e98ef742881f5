/** Everything the product can refuse: a closed list of codes, each with its sentence in both languages. */
import type { Lang, Text } from './lang.ts'
import { afterwardsRefusals } from './refusals/afterwards.ts'
import { devicesRefusals } from './refusals/devices.ts'
import { doorRefusals } from './refusals/door.ts'
import { intakeRefusals } from './refusals/intake.ts'
import { listsRefusals } from './refusals/lists.ts'
import { panelRefusals } from './refusals/panel.ts'
import { publicationRefusals } from './refusals/publication.ts'
import { resultsRefusals } from './refusals/results.ts'
import { roundsRefusals } from './refusals/rounds.ts'
import { schemesRefusals } from './refusals/schemes.ts'
import { sheetsRefusals } from './refusals/sheets.ts'
import { signingRefusals } from './refusals/signing.ts'
import { storeRefusals } from './refusals/store.ts'
import { updateRefusals } from './refusals/update.ts'
import { visitsRefusals } from './refusals/visits.ts'
import { votesRefusals } from './refusals/votes.ts'

type Detail = Readonly<Record<string, string | number | readonly string[] | Text>>

/** Names the pieces of `detail` a sentence uses, as `{name}`. Each sentence says what is wrong and what to do next. */
const sentences = {
  ...doorRefusals,
  ...roundsRefusals,
  ...panelRefusals,
  ...schemesRefusals,
  ...sheetsRefusals,
  ...visitsRefusals,
  ...votesRefusals,
  ...listsRefusals,
  ...resultsRefusals,
  ...publicationRefusals,
  ...intakeRefusals,
  ...storeRefusals,
  ...updateRefusals,
  ...afterwardsRefusals,
  ...devicesRefusals,
  ...signingRefusals,
} as const satisfies Record<string, Text>

export type RefusalCode = keyof typeof sentences
export const refusalCodes = Object.keys(sentences) as RefusalCode[]

/** An expected "no": a value, never an accident. */
export type Refusal = { readonly code: RefusalCode; readonly detail: Detail }

/** Makes a {@link Refusal}; `detail` fills the sentence's blanks. */
export function refusal(code: RefusalCode, detail: Detail = {}): Refusal {
  return { code, detail }
}

/** True when a rule gave back a {@link Refusal} instead of its answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer
}

/** The full sentence of a refusal in one language. */
export function sentenceOf({ code, detail }: Refusal, lang: Lang): string {
  const join = lang === 'zh-CN' ? '、' : ', '
  return sentences[code][lang].replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = detail[name]
    if (value === undefined) return blank
    if (typeof value !== 'object') return String(value)
    return 'zh-CN' in value ? value[lang] : value.join(join)
  })
}

/** Carries a {@link Refusal} out of an act to the door; anything else thrown is a fault of the program. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super(sentenceOf(reason, 'en'))
    this.name = 'Refused'
    this.refusal = reason
  }
}

/** Throws {@link Refused}. */
export function refuse(code: RefusalCode, detail: Detail = {}): never {
  throw new Refused(refusal(code, detail))
}
