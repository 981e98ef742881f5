/** Who or what may not come twice: inside the batch, and against the workshops of earlier years. */
import { type Text, text } from '../lang.ts'
import type { UniquenessKey } from './rule.ts'

/** What makes two workshops the same in one respect. Empty words never match. */
export type Titled = {
  readonly leader: string
  readonly unit: string
  readonly occupation: string
  readonly level: string
}

/** A workshop named in an earlier year, from the bureau's register. */
export type EarlierWorkshop = Titled & {
  readonly name: string
  /** The year or day it was named, as the register has it. */
  readonly named: string
  /** Only standing workshops stand in the way. */
  readonly state: 'standing' | 'ended'
}

/** Two of a kind. `with` is the other application's number, or the earlier workshop's name. */
export type Double = { readonly key: UniquenessKey; readonly where: 'batch' | 'register'; readonly text: Text }

/** The earlier workshops that stand in the way of an application. */
export function doublesInRegister(
  key: UniquenessKey,
  application: Titled,
  register: readonly EarlierWorkshop[],
): Double[] {
  return register
    .filter((earlier) => earlier.state === 'standing' && sameness(key, application, earlier))
    .map((earlier) => ({
      key,
      where: 'register',
      text: text(
        `历年名册中已有“${earlier.name}”（${earlier.unit}，${earlier.named}）：${keyNames[key]['zh-CN']}相同`,
        `the register has "${earlier.name}" (${earlier.unit}, ${earlier.named}): same ${keyNames[key].en}`,
      ),
    }))
}

/** The other applications of the batch that are the same in this respect. */
export function doublesInBatch(
  key: UniquenessKey,
  application: Titled,
  others: readonly (Titled & { readonly no: number; readonly workshop: string })[],
): Double[] {
  return others
    .filter((other) => sameness(key, application, other))
    .map(({ no, workshop }) => ({
      key,
      where: 'batch',
      text: text(
        `与本批第 ${no} 号“${workshop}”${keyNames[key]['zh-CN']}相同`,
        `same ${keyNames[key].en} as no. ${no} "${workshop}" of this batch`,
      ),
    }))
}

const keyNames: Readonly<Record<UniquenessKey, Text>> = {
  leader: text('领办人', 'leader'),
  'unit-occupation': text('单位、职业（工种）', 'unit and occupation'),
  'unit-occupation-level': text('单位、职业（工种）、层级', 'unit, occupation and level'),
}

function sameness(key: UniquenessKey, left: Titled, right: Titled): boolean {
  const parts: (keyof Titled)[] = {
    leader: ['leader'],
    'unit-occupation': ['unit', 'occupation'],
    'unit-occupation-level': ['unit', 'occupation', 'level'],
  }[key] as (keyof Titled)[]
  return parts.every((part) => plain(left[part]) !== '' && plain(left[part]) === plain(right[part]))
}

/** Spaces, full-width characters and the brackets' shape make no difference. */
export function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
