/** Every entry of the ledger in a plain sentence, in both languages, for screens, papers and the export for audit. */
import { type Text, text } from '../lang.ts'
import type { Entry } from './entry.ts'
import { deliberationKinds } from './kinds/deliberation.ts'
import { devicesKinds } from './kinds/devices.ts'
import { packetsKinds } from './kinds/packets.ts'
import { panelKinds } from './kinds/panel.ts'
import { resultsKinds } from './kinds/results.ts'
import { roundKinds } from './kinds/round.ts'
import { scoringKinds } from './kinds/scoring.ts'
import { signingKinds } from './kinds/signing.ts'
import { visitsKinds } from './kinds/visits.ts'
import { votesKinds } from './kinds/votes.ts'
import { type EntryKind, entryKinds } from './kinds.ts'
import { deliberationTellings } from './sentences/deliberation.ts'
import { devicesTellings } from './sentences/devices.ts'
import { packetsTellings } from './sentences/packets.ts'
import { panelTellings } from './sentences/panel.ts'
import { resultsTellings } from './sentences/results.ts'
import { roundTellings } from './sentences/round.ts'
import { scoringTellings } from './sentences/scoring.ts'
import { signingTellings } from './sentences/signing.ts'
import type { Names, Telling, Tellings } from './sentences/telling.ts'
import { visitsTellings } from './sentences/visits.ts'
import { votesTellings } from './sentences/votes.ts'

const tellings: Tellings<EntryKind> = {
  ...roundTellings,
  ...packetsTellings,
  ...panelTellings,
  ...scoringTellings,
  ...deliberationTellings,
  ...visitsTellings,
  ...votesTellings,
  ...resultsTellings,
  ...signingTellings,
  ...devicesTellings,
}

/** What entries are about, in the order of a round. */
export const entryGroups = [
  'round',
  'packets',
  'panel',
  'scoring',
  'deliberation',
  'visits',
  'votes',
  'results',
  'signing',
  'devices',
] as const
export type EntryGroup = (typeof entryGroups)[number]

const kindsOf: Record<EntryGroup, object> = {
  round: roundKinds,
  packets: packetsKinds,
  panel: panelKinds,
  scoring: scoringKinds,
  deliberation: deliberationKinds,
  visits: visitsKinds,
  votes: votesKinds,
  results: resultsKinds,
  signing: signingKinds,
  devices: devicesKinds,
}
const groups = new Map(
  entryGroups.flatMap((group) => Object.keys(kindsOf[group]).map((kind) => [kind, group] as const)),
)

/** The group a kind belongs to; kinds of newer programs count as `round`. */
export function groupOf(kind: string): EntryGroup {
  return groups.get(kind) ?? 'round'
}

const isKnown = (kind: string): kind is EntryKind => kind in entryKinds

/** What a kind is called. */
export function titleOfKind(kind: string): Text {
  return isKnown(kind) ? tellings[kind].title : text(kind, kind)
}

/** The application an entry is about; null when it is about none, or several. */
export function packetOf(
  { subject, payload }: Pick<Entry, 'subject' | 'payload'>,
  known: ReadonlySet<string>,
): string | null {
  const named = (payload as { packet?: unknown } | null)?.packet
  const packet = typeof named === 'string' ? named : subject
  return known.has(packet) ? packet : null
}

/**
 * What an entry says. An entry whose content is not to be seen yet, or of a kind unknown here, is told by its title.
 * @param names what ids stand for, in each language.
 */
export function sentenceOf(
  entry: Pick<Entry, 'kind' | 'subject' | 'payload'>,
  names: Record<'zh' | 'en', Names>,
): Text {
  const { kind, subject, payload } = entry
  const title = titleOfKind(kind)
  const read = isKnown(kind) && payload !== null ? entryKinds[kind].safeParse(payload) : null
  if (!isKnown(kind) || !read?.success)
    return payload === null ? text(`${title['zh-CN']}（内容现在不公开）`, `${title.en} (not to be seen yet)`) : title
  const telling = tellings[kind] as Telling<never>
  return text(telling.zh(read.data as never, names.zh, subject), telling.en(read.data as never, names.en, subject))
}
