/**
 * The trial of merging: several devices decide at random, each with a clock of its own, and hand each other random parts
 * of what they have: split, lost, repeated, out of order. In the end everybody gets everything, in yet another order.
 */
import { getTableName } from 'drizzle-orm'
import { openConflicts } from '#core/ledger/conflicts.ts'
import { canonicalJson, checkChains, type Entry, fingerprintOf, headOf } from '#core/ledger/entry.ts'
import { mergeInto } from '#db/merge.ts'
import { openRoundFile, type RoundFile } from '#db/open.ts'
import { insertRound } from '#db/project.ts'
import { allEntries, allWaiting, noteUnseen } from '#db/queries/ledger.ts'
import { saveDraft } from '#db/queries/sheets.ts'
import { type Decision, record } from '#db/record.ts'
import { projectedTables, replay } from '#db/replay.ts'
import { loadSchemes } from '#host/schemes.ts'
import { chance } from './killing.ts'
import { alternates, type Chance, everybody, experts, newPacket, packets, randomDecision } from './random-decisions.ts'

type Device = { chain: string; file: RoundFile; now: () => string }
export type MergeTrial = {
  runs: number
  entries: number
  handedOver: number
  /** Runs in which entries had to wait, in which two versions stood side by side. */
  waited: number
  conflicts: number
  problems: string[]
}

const round = 'round-样例'
const [scheme] = [...loadSchemes().values()].filter(({ id }) => id === 'urumqi-2023')

/** Runs it so many times. Every problem is a sentence; none means that everybody always ended with the same. */
export function tryMerging({
  runs,
  seed,
  say = () => {},
}: {
  runs: number
  seed: number
  say?: (line: string) => void
}) {
  const trial: MergeTrial = { runs, entries: 0, handedOver: 0, waited: 0, conflicts: 0, problems: [] }
  for (let run = 1; run <= runs; run += 1) {
    const problems = oneRun(chance(seed * 100_003 + run), trial)
    trial.problems.push(...problems.map((problem) => `run ${run} of seed ${seed}: ${problem}`))
    if (run % 100 === 0) say(`${run} runs, ${trial.entries} entries, ${trial.problems.length} problems`)
  }
  return trial
}

function oneRun(random: () => number, trial: MergeTrial): string[] {
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const count = 2 + below(4)
  const devices = Array.from({ length: count }, (_, index) => openDevice(index, random))
  try {
    const [desk] = devices
    if (!desk) return ['no device']
    begin(desk)
    const base = allEntries(desk.file)
    for (const device of devices.slice(1)) {
      replay(base, device.file, schemeOfTrial())
      noteUnseen(device.file, [endOf(base)])
    }
    let waited = false
    for (let step = 0; step < 18 + below(24); step += 1) {
      const device = pick(devices)
      if (random() < 0.7) record(device.file, { round, chain: device.chain }, [act(device, { pick, below })])
      else {
        const some = shuffled(allEntries(pick(devices).file), random).filter(() => random() < 0.8)
        waited = receive(device, [...some, ...some.slice(0, below(4))], trial) || waited
      }
      if (random() < 0.1) draft(device, { pick, below })
    }
    trial.waited += waited ? 1 : 0
    // Everybody gets everything, in pieces, some of them twice.
    const union = new Map(devices.flatMap(({ file }) => allEntries(file)).map((entry) => [entry.hash, entry]))
    const problems: string[] = []
    for (const device of devices) {
      const all = shuffled([...union.values()], random)
      const cut = below(all.length)
      for (const piece of shuffled([all.slice(0, cut), all.slice(cut), all.slice(0, 3)], random)) {
        receive(device, piece, trial)
      }
      if (allWaiting(device.file).length > 0) problems.push(`${device.chain} still waits`)
      if (allEntries(device.file).length !== union.size) problems.push(`${device.chain} has not everything`)
    }
    trial.entries += union.size
    trial.conflicts += openConflicts(allEntries(desk.file)).length > 0 ? 1 : 0
    const afresh = openRoundFile(':memory:')
    replay(shuffled([...union.values()], random), afresh, schemeOfTrial())
    const [first, ...others] = [afresh, ...devices.map(({ file }) => file)].map(stateOf)
    afresh.$client.close()
    for (const [index, other] of others.entries()) {
      if (other !== first) problems.push(`device ${index} ended otherwise: ${other} and not ${first}`)
    }
    return problems
  } finally {
    for (const { file } of devices) file.$client.close()
  }
}

function schemeOfTrial() {
  if (!scheme) throw new Error('no scheme')
  return scheme
}

/** The clocks differ by hours, and one may stand still. */
function openDevice(index: number, random: () => number): Device {
  const begun = Date.parse('2026-11-16T01:00:00Z') + Math.floor((random() - 0.5) * 7_200_000)
  const tick = random() < 0.2 ? 0 : 1_000
  let time = begun
  return {
    chain: `device-${index}`,
    file: openRoundFile(':memory:'),
    now() {
      time += tick
      return new Date(time).toISOString()
    },
  }
}

const endOf = (entries: readonly Entry[]) => {
  const last = entries.reduce((a, b) => (a.seq > b.seq ? a : b))
  return { chain: last.chain, seq: last.seq, hash: last.hash }
}

const by = { role: 'secretariat', name: '秘书处', door: 'desk' } as const

function begin(desk: Device): void {
  const one = schemeOfTrial()
  const at = desk.now()
  const created = {
    title: '样例',
    organiser: '样例',
    scheme: one.id,
    schemeVersion: one.version,
    activity: 'term-assessment',
    sample: true,
  }
  const decisions = [
    {
      kind: 'round.created',
      subject: round,
      payload: { ...created, schemeFingerprint: fingerprintOf(canonicalJson(one)) },
    },
    ...everybody.map((subject) => ({
      kind: 'expert.listed',
      subject,
      payload: { name: subject, unit: '', post: '', phone: '', sourceKind: '', specialty: '' },
    })),
    { kind: 'panel.constituted', subject: round, payload: { members: experts, chair: experts[0] ?? null, alternates } },
    ...packets.map((subject, index) => ({ kind: 'packet.imported', subject, payload: newPacket(index + 1) })),
  ].map((decision) => ({ ...decision, at, by })) as Decision[]
  record(desk.file, { round, chain: desk.chain }, decisions, (handle) =>
    insertRound(handle, { id: round, ...created, schemeData: one, createdAt: at }),
  )
}

function act(device: Device, chance: Chance): Decision {
  const decided = chance.below(14) === 0 ? conflictDecision(device) : null
  const made = decided ?? randomDecision(round, device.chain, chance)
  return { ...made, at: device.now(), by } as Decision
}

/** A person decides one of the conflicts this device knows of. */
function conflictDecision(device: Device) {
  const [open] = openConflicts(allEntries(device.file))
  if (!open) return null
  const [kept = '', ...setAside] = open.versions.map(({ hash }) => hash)
  const { about, packet: of, expert } = open
  return {
    kind: 'conflict.decided',
    subject: of,
    payload: { about, packet: of, expert, kept, setAside, reason: '样例' },
  }
}

function draft({ file, now }: Device, { pick }: Chance): void {
  const place = { packet: pick(packets), expert: pick(experts) }
  const state = file.$client.prepare('select state from sheets where expert = ? and packet = ?').pluck()
  if (state.get(place.expert, place.packet) === 'submitted') return
  saveDraft(file, place, { judgements: { C2: { deduct: '1', reason: '', pins: [] } }, at: now() })
}

function receive({ file, chain }: Device, entries: readonly Entry[], trial: MergeTrial): boolean {
  trial.handedOver += entries.length
  return mergeInto(file, chain, entries).waiting.length > 0
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** Head, soundness and every row that follows from the ledger, in one fingerprint. Drafts are each device's own. */
function stateOf(file: RoundFile): string {
  const entries = allEntries(file)
  const rows = projectedTables().map((table) => {
    const name = getTableName(table)
    const all = file.$client.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
    const submitted = new Set(
      file.$client.prepare(`select expert || packet from sheets where state = 'submitted'`).pluck().all() as string[],
    )
    const decided = ['sheets', 'judgements'].includes(name)
      ? all.filter(({ expert, packet: of }) => submitted.has(`${expert}${of}`))
      : all
    return [name, decided.map((row) => JSON.stringify(row)).toSorted()]
  })
  const conflicts = openConflicts(entries).map(({ versions }) => versions.map(({ hash }) => hash))
  return canonicalJson({
    head: headOf(entries),
    problems: checkChains(entries).length,
    order: fingerprintOf(canonicalJson(entries.map(({ hash }) => hash))),
    rows: fingerprintOf(canonicalJson(rows)),
    conflicts: fingerprintOf(canonicalJson(conflicts)),
  })
}
