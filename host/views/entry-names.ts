/** What the ids in entries stand for, in both languages. */
import { fieldsOfForm } from '#core/form/forms.ts'
import type { Text } from '#core/lang.ts'
import type { Names } from '#core/ledger/sentences/telling.ts'
import { itemsOf } from '#core/scheme/rubric.ts'
import { secretary } from '#core/signing/act.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allExperts } from '#db/queries/people.ts'
import type { Room } from '../room.ts'
import { choiceInWords } from './choices.ts'
import { titleOf } from './titles.ts'

/** Looked up once for a whole ledger. */
export function entryNames(room: Room): Record<'zh' | 'en', Names> {
  const titles = titleOf(room, allFields(room.file))
  const packets = new Map(allPackets(room.file).map(({ id, no }) => [id, { no, workshop: titles(id).workshop }]))
  const experts = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const stages = new Map<string, Text>(room.activity.stages.map(({ id, name }) => [id, name]))
  const choices = new Map<string, Text>(room.scheme.choices.map(({ id, name }) => [id, name]))
  const rubric = room.rubric
  const labels = new Map<string, Text>([
    ...fieldsOfForm(room.scheme.form).map(({ id, label }) => [id, label] as const),
    ...(rubric?.facts ?? []).map(({ key, name }) => [key, name] as const),
    ...(rubric ? itemsOf(rubric) : []).map(({ id, name }) => [id, name] as const),
  ])
  const named = (lang: keyof Text): Names => ({
    packet: (id) => {
      const known = packets.get(id)
      if (!known) return id
      return lang === 'en' ? `no. ${known.no} ${known.workshop}` : ` ${known.no} 号（${known.workshop}）`
    },
    expert: (id) => experts.get(id) ?? (id === secretary ? (lang === 'en' ? 'the secretariat' : '秘书处') : id),
    stage: (id) => stages.get(id)?.[lang] ?? id,
    choice: (id) => choices.get(id)?.[lang] ?? id,
    chosen: (id, value) => choiceInWords({ [id]: value }, id as Parameters<typeof choiceInWords>[1])?.[lang] ?? '',
    label: (id) => labels.get(id)?.[lang] ?? id,
  })
  return { zh: named('zh-CN'), en: named('en') }
}
