/** What is known of an application before its rules are weighed: keyed in, read from the form, looked up; and its doubles. */
import { askedFacts, levelKey, readFromForm } from '#core/eligibility/application.ts'
import { type Earlier, type History, historyOf } from '#core/eligibility/history.ts'
import type { Eligibility } from '#core/eligibility/rule.ts'
import { type Double, doublesInBatch, doublesInRegister } from '#core/eligibility/uniqueness.ts'
import { listEarlierWorkshops } from '#db/queries/device.ts'
import { allEligibilityFacts } from '#db/queries/eligibility.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import type { EligibilityFactView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { type Extract, keptExtract } from '../hub/signed-extract.ts'
import type { Room } from '../room.ts'
import { titleOf } from './titles.ts'

export type Known = Pick<EligibilityFactView, 'value' | 'from' | 'proof' | 'note' | 'at' | 'by'>
export type KnownFacts = Map<string, Known>

const unproven = { proof: null, note: '', at: null, by: null }

/** What forms and staff say, by application and key: what staff keyed in goes before the form. */
export function knownOfBatch(room: Room, scheme: Eligibility): Map<string, KnownFacts> {
  const definitions = new Map(askedFacts(scheme).map((fact) => [fact.key, fact]))
  const fields = Map.groupBy(allFields(room.file), ({ packet }) => packet)
  const keyedIn = Map.groupBy(allEligibilityFacts(room.file), ({ packet }) => packet)
  return new Map(
    allPackets(room.file).map(({ id }) => {
      const known: KnownFacts = new Map()
      for (const source of scheme.fromForm) {
        const fact = definitions.get(source.fact)
        const field = fields.get(id)?.find((row) => row.field === source.field)
        const value = fact && field ? readFromForm(source, fact, field.value) : null
        if (value !== null) known.set(source.fact, { value, from: 'form', ...unproven })
      }
      for (const { key, value, proof, note, at, by } of keyedIn.get(id) ?? []) {
        known.set(key, { value, from: 'keyed-in', proof: proof ?? null, note, at, by })
      }
      return [id, known] as const
    }),
  )
}

/** The level an application is for: as it says, or the scheme's only one. */
export function levelOf({ levels }: Eligibility, known: KnownFacts | undefined): string | null {
  const said = known?.get(levelKey)?.value
  return typeof said === 'string' ? said : levels.length === 1 ? (levels[0] ?? null) : null
}

/** Who or what comes twice, in the batch and against the register. */
export function doublesOf(
  ctx: Ctx,
  room: Room,
  scheme: Eligibility,
  batch: ReadonlyMap<string, KnownFacts>,
  packet: string,
): Double[] {
  const titles = titleOf(room, allFields(room.file))
  const titled = (id: string) => ({ ...titles(id), level: levelOf(scheme, batch.get(id)) ?? '' })
  const others = allPackets(room.file)
    .filter(({ id }) => id !== packet)
    .map(({ id, no }) => ({ ...titled(id), no }))
  const earlier = listEarlierWorkshops(ctx.host.store.device)
  return scheme.uniqueness.flatMap(({ key }) => [
    ...doublesInRegister(key, titled(packet), earlier),
    ...doublesInBatch(key, titled(packet), others),
  ])
}

/** What the signed extract of the bureau's collection says of an application. */
export function historyIn(
  ctx: Ctx,
  room: Room,
  scheme: Eligibility,
  known: KnownFacts,
  packet: string,
): History | null {
  const extract = keptExtract(ctx.host)
  if (!extract) return null
  const titles = titleOf(room, allFields(room.file))(packet)
  const others = (rows: Extract['bans']) => rows.filter(({ round }) => round !== room.id)
  const earlier = { bans: others(extract.bans), applications: others(extract.applications) }
  return historyOf({ ...titles, level: levelOf(scheme, known) ?? '' }, earlier, timestamp(ctx.host).slice(0, 10))
}

/** Facts from the extract, where nobody said otherwise. One that was asked for a part only knows of no "never". */
export function withHistory(ctx: Ctx, known: KnownFacts, history: History | null): KnownFacts {
  if (!history) return known
  const isWhole = Object.keys(keptExtract(ctx.host)?.asked ?? {}).length === 0
  const whole: KnownFacts = new Map(known)
  const put = (key: string, value: Known['value'], of: Earlier | null) => {
    if (whole.has(key) || (value === null && !isWhole)) return
    const note = of ? `${of.day} ${of.workshop} ${of.decision}` : ''
    whole.set(key, { value, from: 'extract', ...unproven, note })
  }
  const { failedMonthsAgo, failed, lastAssessment } = history
  put('workshop.failed_assessment_months_ago', failedMonthsAgo === null ? null : String(failedMonthsAgo), failed)
  put('workshop.last_assessment', lastAssessment?.grade ?? null, lastAssessment?.of ?? null)
  return whole
}

/** A register that was imported answers both ways, where nobody said otherwise; one that was not says nothing. */
export function withRegister(ctx: Ctx, scheme: Eligibility, known: KnownFacts, doubles: readonly Double[]): KnownFacts {
  if (listEarlierWorkshops(ctx.host.store.device).length === 0) return known
  const whole: KnownFacts = new Map(known)
  for (const { key, fact } of scheme.uniqueness) {
    const hit = doubles.some((double) => double.key === key && double.where === 'register')
    if (!whole.has(fact)) whole.set(fact, { value: hit, from: 'register', ...unproven })
  }
  return whole
}
